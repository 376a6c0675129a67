//! Awning: a self-hosted storefront that speaks the Ecwid Storefront JavaScript API.
//!
//! One crate, two builds: `ssr` is the server, `hydrate` the browser's bundle.

#![recursion_limit = "256"]

pub mod account;
#[cfg(feature = "ssr")]
pub mod admin;
#[cfg(feature = "ssr")]
pub mod app;
pub mod base;
#[cfg(feature = "ssr")]
pub mod cart;
#[cfg(feature = "ssr")]
pub mod catalog;
#[cfg(feature = "ssr")]
pub mod checkout;
#[cfg(feature = "ssr")]
pub mod contact;
#[cfg(feature = "ssr")]
pub mod content;
#[cfg(feature = "ssr")]
pub mod demo;
#[cfg(feature = "ssr")]
pub mod favourites;
#[cfg(feature = "ssr")]
pub mod import;
#[cfg(feature = "ssr")]
pub mod order;
#[cfg(feature = "ssr")]
pub mod platform;
#[cfg(feature = "ssr")]
pub mod pricing;
#[cfg(feature = "ssr")]
pub mod request;
#[cfg(feature = "ssr")]
pub mod rest_api;
#[cfg(feature = "ssr")]
pub mod reviews;
#[cfg(feature = "ssr")]
pub mod site;
pub mod storefront_api;
#[cfg(feature = "ssr")]
pub mod subscription;
pub mod text;
pub mod ui;

/// Takes over the page that the server rendered: the account widget, and the API for scripts.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;

    let boot: storefront_api::boot::Boot = document()
        .get_element_by_id(storefront_api::boot::BOOT_ID)
        .and_then(|element| element.text_content())
        .and_then(|json| base::wire::read(&json))
        .expect("the server puts this into every page");
    let root = document()
        .get_element_by_id(storefront_api::boot::ACCOUNT_ROOT)
        .expect("the widget stands in every page")
        .unchecked_into();
    let attached = move |account, shop: &base::shop::Shop, page: &str| {
        storefront_api::attach(account, shop, page);
        let _ = document()
            .document_element()
            .map(|html| html.set_attribute("data-hydrated", ""));
    };
    let widget = move || {
        let account = account::Account::new(boot.customer.clone(), boot.flash.clone());
        provide_context(text::Language::new(boot.language, boot.words));
        provide_context(boot.shop.sign_in);
        provide_context(account);
        queue_microtask(move || attached(account, &boot.shop, &boot.page));
        view! { <account::widget::AccountWidget/> }
    };
    storefront_api::dom::without_injected_nodes(|| hydrate_from(root, widget).forget());
}
