//! Awning: a self-hosted storefront that speaks the Ecwid Storefront JavaScript API.
//!
//! One crate, two builds: `ssr` is the server, `hydrate` the browser's bundle.

#![recursion_limit = "256"]

pub mod account;
pub mod app;
pub mod boot;
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
pub mod discount;
pub mod error;
#[cfg(feature = "ssr")]
pub mod html;
#[cfg(feature = "ssr")]
pub mod images;
#[cfg(feature = "ssr")]
pub mod import;
pub mod money;
pub mod notice;
#[cfg(feature = "ssr")]
pub mod order;
pub mod page;
#[cfg(feature = "ssr")]
pub mod payment;
#[cfg(feature = "ssr")]
pub mod person;
#[cfg(feature = "ssr")]
pub mod search;
#[cfg(feature = "ssr")]
pub mod server;
#[cfg(feature = "ssr")]
pub mod shipping;
pub mod storefront_api;
#[cfg(feature = "ssr")]
pub mod tax;
pub mod text;
pub mod ui;
pub mod url;
pub mod validate;
pub mod wire;
#[cfg(feature = "ssr")]
pub mod zone;

/// Takes over the page that the server rendered.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    use leptos::prelude::*;

    let boot: boot::Boot = document()
        .get_element_by_id(boot::BOOT_ID)
        .and_then(|element| element.text_content())
        .and_then(|json| wire::read(&json))
        .expect("the server puts this into every page");
    storefront_api::dom::without_injected_nodes(|| mount_to_body_hydrating(boot));
    let _ = document()
        .document_element()
        .map(|html| html.set_attribute("data-hydrated", ""));
}

#[cfg(feature = "hydrate")]
fn mount_to_body_hydrating(boot: boot::Boot) {
    leptos::mount::hydrate_body(move || leptos::view! { <app::App boot/> });
}
