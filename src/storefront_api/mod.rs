//! `window.Ecwid`: the public API that shops' scripts are written for.
//!
//! `js/bootstrap.ts` is in every page before any merchant script, and `js/cart.ts` and its neighbours in the
//! page script. Once the page has hydrated, what is here attaches and calls the same actions and signals as
//! the components do.

#[cfg(feature = "hydrate")]
mod arrival;
pub mod boot;
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
#[cfg(feature = "ssr")]
pub mod typings;

/// Attaches the API to a page that has hydrated; `page` is its `Page` object as JSON.
#[cfg(feature = "hydrate")]
pub fn attach(account: crate::account::Account, shop: &crate::base::shop::Shop, page: &str) {
    crate::account::session_watch::watch(account);
    customer::attach(account);
    details::attach(shop);
    arrival::attach(account);
    let navigation = navigation::Navigation::new(account);
    navigation.attach();
    events::fire("OnAPILoaded", &[]);
    events::initial(account);
    navigation.starts(&crate::base::url::here());
    navigation.is_complete(page);
    dom::follow();
}
