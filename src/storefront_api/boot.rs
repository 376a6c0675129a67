//! What the server decides before the first byte, and hands to the browser inside the page.

use crate::{
    account::Customer,
    base::{language::Language, shop::Shop},
    text::notice::Flash,
};
use serde::{Deserialize, Serialize};

/// The `id` of the element that holds the [`Boot`] as JSON.
pub const BOOT_ID: &str = "awning-boot";

/// The `id` of the element whose inside the browser takes over.
pub const ACCOUNT_ROOT: &str = "account-root";

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
    /// The `Page` object for scripts as JSON, but for `hasPrevious` (`spec/js-api.md` 2.4).
    pub page: String,
    /// The visitor's country, as a proxy says.
    #[cfg(feature = "ssr")]
    pub country: Option<String>,
    /// An order that was placed just now, for scripts (`spec/js-api.md` 6.6).
    #[cfg(feature = "ssr")]
    pub order: Option<std::sync::Arc<serde_json::Value>>,
    /// How many things are in the cart.
    #[cfg(feature = "ssr")]
    pub cart: i64,
    /// What apps publish.
    #[cfg(feature = "ssr")]
    pub apps: std::sync::Arc<std::collections::BTreeMap<String, crate::content::apps::App>>,
    /// The shop's own design settings.
    #[cfg(feature = "ssr")]
    pub design: serde_json::Value,
}

#[cfg(feature = "ssr")]
impl Boot {
    /// The JSON put into the page: `<` is escaped, so that no value can end the script element.
    pub fn to_json(&self) -> String {
        crate::base::html::in_script(&serde_json::to_string(self).unwrap_or_default())
    }
}
