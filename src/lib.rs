//! Awning: a self-hosted storefront that speaks the Ecwid Storefront JavaScript API.
//!
//! One crate, two builds: `ssr` is the server, `hydrate` the browser's bundle.

#![recursion_limit = "256"]

pub mod account;
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
pub mod content;
#[cfg(feature = "ssr")]
pub mod demo;
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
pub mod site;
pub mod storefront_api;
pub mod text;
pub mod ui;

/// Takes over the page that the server rendered.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    use leptos::prelude::*;

    let boot: site::boot::Boot = document()
        .get_element_by_id(site::boot::BOOT_ID)
        .and_then(|element| element.text_content())
        .and_then(|json| base::wire::read(&json))
        .expect("the server puts this into every page");
    storefront_api::dom::without_injected_nodes(|| mount_to_body_hydrating(boot));
    let _ = document()
        .document_element()
        .map(|html| html.set_attribute("data-hydrated", ""));
}

#[cfg(feature = "hydrate")]
fn mount_to_body_hydrating(boot: site::boot::Boot) {
    leptos::mount::hydrate_body(move || leptos::view! { <site::document::App boot/> });
}
