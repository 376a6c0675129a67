//! What the server decides before the first byte, and hands to the browser inside the page.

use crate::{account::Customer, base::shop::Shop, text::notice::Flash};
#[cfg(feature = "ssr")]
pub use json::{ConsentSettings, Visitor};

/// The `id` of the element that holds the [`Boot`] as JSON.
pub const BOOT_ID: &str = "awning-boot";

/// The `id` of the element whose inside the browser takes over.
pub const ACCOUNT_ROOT: &str = "account-root";

/// Everything a page is rendered from that does not come from its URL.
#[cfg_attr(not(feature = "ssr"), derive(serde::Deserialize))]
pub struct Boot {
    /// The shop.
    pub shop: Shop,
    /// Language of the page, chosen on the server.
    #[cfg(feature = "ssr")]
    pub language: crate::text::Language,
    /// Code of the page's language.
    #[cfg(not(feature = "ssr"))]
    pub language: String,
    /// What the account widget says in it, a line each.
    #[cfg(not(feature = "ssr"))]
    pub words: String,
    /// Who is signed in.
    pub customer: Option<Customer>,
    /// What the previous request left to say.
    pub flash: Flash,
    /// The `Page` object for scripts as JSON, but for `hasPrevious` (`spec/js-api.md` 2.4).
    pub page: String,
}

#[cfg(feature = "ssr")]
mod json {
    use super::{Boot, Shop};
    use crate::{
        account::Customer,
        base::html::in_script,
        content::apps::App,
        platform::{config::Config, design, scripts::PageScript},
        text::notice::Flash,
    };
    use serde::{Serialize, Serializer};
    use std::collections::BTreeMap;

    /// What the page's data say of the visitor; `customer` and `flash` as [`Boot`] has them.
    #[derive(Serialize)]
    pub struct Visitor<'a> {
        /// Who is signed in.
        pub customer: Option<Customer>,
        /// What the previous request left to say.
        pub flash: &'a Flash,
        /// The visitor's country, as a proxy says.
        pub country: Option<&'a str>,
        /// An order that was placed just now, for scripts (`spec/js-api.md` 6.6).
        pub order: Option<&'a serde_json::Value>,
        /// How many things are in the cart.
        pub cart: i64,
        /// Ids of the products among the favourites, the latest first.
        pub favourites: &'a [i64],
    }

    #[derive(Serialize)]
    struct ForEverybody<'a> {
        shop: &'a Shop,
        language: &'a str,
        words: &'a str,
        page: &'a str,
        apps: &'a BTreeMap<String, App>,
        design: serde_json::Value,
        consent: &'a ConsentSettings<'a>,
    }

    /// How visitors are asked what may be stored, and what waits for that.
    #[derive(Serialize)]
    pub struct ConsentSettings<'a> {
        /// The cookie that keeps the answer.
        pub cookie: &'static str,
        /// Whether the shop asks.
        pub ask: bool,
        /// The merchant's scripts; those that need an answer are loaded by the page's script.
        #[serde(serialize_with = "waiting")]
        pub scripts: &'a [PageScript],
    }

    fn waiting<S: Serializer>(scripts: &&[PageScript], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(scripts.iter().filter(|script| script.needs.is_some()))
    }

    impl Visitor<'_> {
        /// Returns its fields as JSON without braces, for [`Boot::to_json`].
        pub fn fields(&self) -> String {
            let json = written(self);
            json[1..json.len() - 1].to_owned()
        }
    }

    impl Boot {
        /// Returns the JSON put into the page: what `apps` publish, the shop's design settings and
        /// how it asks for `consent` too, and last the fields of its `visitor`.
        pub fn to_json(
            &self,
            apps: &BTreeMap<String, App>,
            config: &Config,
            consent: &ConsentSettings<'_>,
            visitor: &str,
        ) -> String {
            let json = written(&ForEverybody {
                shop: &self.shop,
                language: self.language.code(),
                words: self.language.for_browser(),
                page: &self.page,
                apps,
                design: design::settings(&config.storefront),
                consent,
            });
            format!("{},{visitor}}}", &json[..json.len() - 1])
        }
    }

    /// `<` is escaped, so that no value can end the script element.
    fn written(value: &impl Serialize) -> String {
        in_script(&serde_json::to_string(value).unwrap_or_else(|_| "{}".to_owned()))
    }
}
