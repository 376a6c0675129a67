//! What a link that gives no file leads to, and the files of an order as its page shows them.

use super::{Download, Refusal};
use crate::{
    base::{byte_size::byte_size, paths::ShopPath},
    request::context::RequestContext,
    text::Language,
    ui::served::{PageAnswer, ServedPage},
};
use leptos::prelude::*;
use serde_json::json;

/// The page that says why there is no file (`spec/js-api.md` 2.4).
pub fn page(query: &str, context: &RequestContext) -> PageAnswer {
    let (mut refusal, mut key) = (Refusal::Invalid, None);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "errorType" => refusal = Refusal::named(&value),
            "key" => key = value.parse::<i64>().ok(),
            _ => {}
        }
    }
    let mut object = json!({ "type": "DOWNLOAD_ERROR", "errorType": refusal.name() });
    if let Some(key) = key {
        object["key"] = json!(key.to_string());
    }
    let title = context.language.after_sale_texts().download_error;
    let served = ServedPage::drawn("DOWNLOAD_ERROR", title, move || {
        view! { <DownloadError refusal/> }.into_any()
    });
    PageAnswer::Page(served.page(object))
}

#[component]
fn DownloadError(refusal: Refusal) -> impl IntoView {
    let language = expect_context::<Language>();
    let (a, s) = (language.after_sale_texts(), language.checkout_texts());
    let why = match refusal {
        Refusal::Expired => a.download_expired,
        Refusal::Invalid => a.download_invalid,
        Refusal::Limit => a.download_used,
    };
    view! {
        <div class="ec-order">
            <header class="ec-page-title"><h1 class="page-title__name ec-header-h1">{a.download_error}</h1></header>
            <p class="lead">{why}</p>
            <p>{a.download_error_way}</p>
            <a class="button" href=ShopPath::Orders.text()>{s.orders}</a>
        </div>
    }
}

/// The files of an order, each with its link.
#[component]
pub fn Downloads(
    /// The files.
    downloads: Vec<Download>,
) -> impl IntoView {
    let a = expect_context::<Language>().after_sale_texts();
    let waits = downloads.iter().any(|it| it.path.is_none());
    let rows = downloads.into_iter().map(|it| {
        let size = byte_size(it.size.unsigned_abs());
        let name = match it.path {
            // A file, and no page of the shop's.
            Some(path) => view! { <a href=path target="_self">{it.name}</a> }.into_any(),
            None => view! { <span>{it.name}</span> }.into_any(),
        };
        let left = it.left.map(|left| a.download_left(left));
        let until = (!it.until.is_empty()).then(|| a.download_until(&it.until));
        view! {
            <li class="download">
                {name} " " <span class="muted">{size}</span>
                {(!waits).then(|| view! { <span class="muted download__terms">{left} " " {until}</span> })}
            </li>
        }
    });
    view! {
        <section class="card" aria-labelledby="downloads-title">
            <h2 id="downloads-title">{a.downloads}</h2>
            {waits.then(|| view! { <p>{a.downloads_later}</p> })}
            <ul class="downloads">{rows.collect_view()}</ul>
        </section>
    }
}
