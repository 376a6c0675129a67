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
mod navigation;
pub mod pages;

use leptos::prelude::*;

/// The synchronous half, inlined into every page: without its comments and indentation.
#[cfg(feature = "ssr")]
pub fn bootstrap_js() -> &'static str {
    static SHORT: std::sync::LazyLock<String> = std::sync::LazyLock::new(|| {
        let lines = include_str!("bootstrap.js")
            .lines()
            .map(str::trim)
            .filter(|line| !line.starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    });
    &SHORT
}

/// Attaches the API once the page has hydrated; renders nothing.
#[component]
pub fn StorefrontApi() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    {
        use crate::{account::Account, boot::Shop};
        use leptos_router::hooks::{use_location, use_navigate};

        let account = Account::current();
        let shop = expect_context::<Shop>();
        let language = expect_context::<crate::text::Language>();
        let path = use_location().pathname;
        let shown = RwSignal::new(path.get_untracked());
        provide_context(crate::page::Shown(shown));
        let navigation =
            navigation::Navigation::new(account, shop.clone(), language, use_navigate());
        let arrival = navigation.clone();
        Effect::new(move |attached: Option<()>| {
            if attached.is_none() {
                crate::account::browser::watch(account);
                customer::attach(account);
                details::attach(&shop);
                navigation.attach();
                events::fire("OnAPILoaded", &[]);
                events::initial(account);
            }
            navigation.starts(&path.get());
        });
        Effect::new(move || arrival.is_complete(&shown.get()));
    }
}
