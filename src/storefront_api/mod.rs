//! `window.Ecwid`: the public API that shops' scripts are written for.
//!
//! `bootstrap.js` is in every page before any merchant script. Once the page has hydrated, what is
//! here attaches and calls the same actions and signals as the components do.

#[cfg(feature = "hydrate")]
mod customer;
#[cfg(feature = "hydrate")]
mod details;
#[cfg(feature = "hydrate")]
pub mod dom;
#[cfg(feature = "hydrate")]
mod events;
#[cfg(feature = "hydrate")]
pub mod journey;
#[cfg(feature = "hydrate")]
mod navigation;
pub mod pages;

use leptos::prelude::*;

/// The synchronous half, inlined into every page: without its comments and indentation.
#[cfg(feature = "ssr")]
pub fn bootstrap_js() -> &'static str {
    static SHORT: std::sync::LazyLock<String> =
        std::sync::LazyLock::new(|| shortened(include_str!("bootstrap.js")));
    &SHORT
}

/// A script without its comments and indentation.
#[cfg(feature = "ssr")]
pub fn shortened(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    lines
        .filter(|line| !line.starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Attaches the API once the page has hydrated; renders nothing.
#[component]
pub fn StorefrontApi(
    /// The `Page` object of the present page as JSON.
    page: String,
) -> impl IntoView {
    #[cfg(not(feature = "hydrate"))]
    let _ = page;
    #[cfg(feature = "hydrate")]
    {
        use crate::{
            account::Account,
            base::{shop::Shop, url::here},
            storefront_api::journey::Journey,
        };
        use leptos_router::hooks::{use_location, use_navigate};

        let account = Account::current();
        let shop = expect_context::<Shop>();
        let journey = Journey {
            going: RwSignal::new(here()),
            shown: RwSignal::new(page),
        };
        provide_context(journey);
        let hash = use_location().hash;
        let navigation = navigation::Navigation::new(account, use_navigate());
        let (arrival, hashes) = (navigation.clone(), navigation.clone());
        Effect::new(move |attached: Option<()>| {
            if attached.is_none() {
                crate::account::browser::watch(account);
                customer::attach(account);
                details::attach(&shop);
                navigation.attach();
                events::fire("OnAPILoaded", &[]);
                events::initial(account);
            }
            navigation.starts(&journey.going.get());
        });
        Effect::new(move || arrival.is_complete(&journey.shown.get()));
        Effect::new(move || hashes.follow_hash(&hash.get()));
    }
}
