//! How the shop is reached from the internet: what to put into a proxy, and whether it is there.

use super::{
    file::steps,
    progress::{bar, done},
};
use crate::{
    admin::{flash::AdminFlash, request::AdminRequest},
    base::error::AppError,
};
use axum::{Extension, response::Response};
use leptos::prelude::*;

const PATH: &str = "/guide/address";

/// `GET /guide/address`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let bar = bar(&request, PATH).await?;
    let config = &request.state.shop.config;
    let check = |is_good: bool, good: String, bad: &str| {
        let (mark, text) = if is_good {
            ("✓ ", good)
        } else {
            ("To do: ", bad.to_owned())
        };
        view! { <li>{mark}{text}</li> }
    };
    let public = config.public_url.clone();
    let has_proxy = config.trusted_proxies > 0;
    let settings = "public_url = \"https://shop.example\"\nadmin_url = \"https://office.shop.example\"\ntrusted_proxies = 1";
    let proxy = format!(
        "shop.example {{\n  reverse_proxy {}\n}}\noffice.shop.example {{\n  reverse_proxy {}\n}}",
        request.state.shop_address, request.state.address
    );
    let label = match public.starts_with("https://") {
        true => "That is done",
        false => "Go on, and do this later",
    };
    let view = view! {
        {bar}
        <p class="lead">"The shop answers on this machine. A proxy such as Caddy brings it onto the internet with https."</p>
        <ul class="card">
            {check(!public.is_empty(), format!("Shoppers reach it at {public}."), "say at which address shoppers reach it (public_url).")}
            {check(public.starts_with("https://"), "They reach it over https.".to_owned(), "have it reached over https.")}
            {check(has_proxy, "The proxy's word on where requests come from is believed.".to_owned(), "say that a proxy stands before it (trusted_proxies).")}
        </ul>
        <section class="card"><h2>"What it takes"</h2>
            <p>"A name on the internet, such as shop.example, and a second one for this back office, such as office.shop.example. Whoever sells you the name lets you say which machine it leads to: this one. If that is not your work, give this page to whoever looks after the machine."</p></section>
        <section class="card"><h2>"Tell the shop its names"</h2>{steps(&request, settings)}</section>
        <section class="card"><h2>"Start Caddy before it"</h2>
            <p>"Caddy is a free program that brings shops and sites onto the internet with https, and renews its certificates by itself. In its file, the Caddyfile, with your own names:"</p>
            <pre tabindex="0"><code>{proxy}</code></pre></section>
        <form method="post" action=PATH><button class="button" type="submit">{label}</button></form>
    };
    Ok(request.page("Your address on the internet", view))
}

/// `POST /guide/address`.
pub async fn post(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let public = &request.state.shop.config.public_url;
    let said = match public.starts_with("https://") {
        true => AdminFlash::StepDone,
        false => AdminFlash::StepLater,
    };
    done(&request, PATH, said).await
}
