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

/// The synchronous half, inlined into every page.
#[cfg(feature = "ssr")]
pub const BOOTSTRAP_JS: &str = include_str!("bootstrap.js");

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
        let navigation = navigation::Navigation::new(account, shop.clone(), language, use_navigate());
        Effect::new(move |attached: Option<bool>| {
            let path = path.get();
            if attached.is_none() {
                crate::account::browser::watch(account);
                customer::attach(account);
                details::attach(&shop);
                navigation.attach();
                events::fire("OnAPILoaded", &[]);
                events::initial(account);
            }
            navigation.arrived(&path);
            true
        });
    }
}
