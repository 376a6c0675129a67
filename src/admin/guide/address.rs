//! How the shop is reached from the internet: what to put into a proxy, and whether it is there.

use super::progress::{bar, done};
use crate::{
    admin::{request::AdminRequest, said::Said},
    base::error::AppError,
};
use axum::{Extension, response::Response};
use leptos::prelude::*;

const PATH: &str = "/guide/address";

/// `GET /guide/address`.
pub async fn page(Extension(asked): Extension<AdminRequest>) -> Result<Response, AppError> {
    let bar = bar(&asked, PATH).await?;
    let config = &asked.state.shop.config;
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
        asked.state.shop_address, asked.state.address
    );
    let view = view! {
        {bar}
        <p class="lead">"The shop answers on this machine. A proxy such as Caddy brings it onto the internet with https."</p>
        <ul class="card">
            {check(!public.is_empty(), format!("Shoppers reach it at {public}."), "say at which address shoppers reach it (public_url).")}
            {check(public.starts_with("https://"), "They reach it over https.".to_owned(), "have it reached over https.")}
            {check(has_proxy, "The proxy's word on where requests come from is believed.".to_owned(), "say that a proxy stands before it (trusted_proxies).")}
        </ul>
        <h2>"In awning.toml, with your own names"</h2>
        <pre class="card" tabindex="0"><code>{settings}</code></pre>
        <h2>"In the Caddyfile"</h2>
        <pre class="card" tabindex="0"><code>{proxy}</code></pre>
        <p>"Then start both anew: this page says what is still missing."</p>
        <form method="post" action=PATH><button class="button" type="submit">"That is done"</button></form>
    };
    Ok(asked.page("Your address on the internet", view))
}

/// `POST /guide/address`.
pub async fn post(Extension(asked): Extension<AdminRequest>) -> Result<Response, AppError> {
    done(&asked, PATH, Said::StepDone).await
}
