//! What the server decides before the first byte, and hands to the browser inside the page.

use crate::{account::Customer, money::PriceFormat, notice::Flash, text::Language};
use serde::{Deserialize, Serialize};

/// The `id` of the element that holds the [`Boot`] as JSON.
pub const BOOT_ID: &str = "awning-boot";

/// Facts of the shop that pages and scripts need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shop {
    /// Store id, as `Ecwid.getOwnerId()` returns it.
    pub id: u32,
    /// The shop's name.
    pub name: String,
    /// How prices are written.
    pub prices: PriceFormat,
}

/// Everything a page is rendered from that does not come from its URL.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Boot {
    /// The shop.
    pub shop: Shop,
    /// Language of the page, chosen on the server.
    pub language: Language,
    /// Who is signed in.
    pub customer: Option<Customer>,
    /// What the previous request left to say.
    pub flash: Flash,
}

#[cfg(feature = "ssr")]
impl Boot {
    /// The JSON put into the page: `<` is escaped, so that no value can end the script element.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self)
            .unwrap_or_default()
            .replace('<', "\\u003c")
    }
}
