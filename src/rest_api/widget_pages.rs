//! `GET /storefront-widget-pages`: the page that a slug opens, as data, and its HTML for who shows it elsewhere
//! (`spec/rest.md` 7).

use super::{
    answer::{JsonAnswer, RestResult},
    ask::Ask,
    fault::Fault,
};
use crate::{
    base::{
        error::AppError,
        paths::{ShopPath, TEXT_PAGE_PREFIX},
        url::decoded,
    },
    content::apps::Scope,
    request::context::RequestContext,
    site::head::{self, Own},
    ui::served::{PageAnswer, PageContent, ServedPage},
};
use axum::Extension;
use leptos::prelude::*;
use regex::Regex;
use serde_json::{Value, json};
use std::{pin::Pin, sync::LazyLock};

/// What stands at a path (percent-decoded), with a query, of the shop: the table of pages, which knows every room.
pub type PageAt = for<'a> fn(&'a str, &'a str, &'a RequestContext) -> Finding<'a>;

/// What [`PageAt`] finds.
pub type Finding<'a> = Pin<Box<dyn Future<Output = Result<PageAnswer, AppError>> + Send + 'a>>;

/// Paths of the shop's own in attributes; what begins with two slashes is another host.
static OWN_PATHS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"(=")/([^/])|(, )/(images/)"#).expect("a pattern"));

/// The page of `slug`, or the store root.
pub async fn page(Extension(ask): Extension<Ask>) -> RestResult {
    ask.require(Scope::WIDGET_PAGES)?;
    let slug = ask.parameters.get("slug").unwrap_or_default();
    let is_root = ask.parameters.flag("storeRootPage")? == Some(true);
    if slug.is_empty() && !is_root {
        let expected = "expected slug=… or storeRootPage=true";
        return Err(Fault::unreadable(expected));
    }
    let path = if is_root {
        "/".to_owned()
    } else {
        format!("/{}", slug.trim_matches('/'))
    };
    if let Some(kind) = personal(&path) {
        let slug = path.trim_matches('/');
        return Ok(JsonAnswer(json!({
            "status": "OK", "type": kind, "canonicalSlug": slug, "storeEntityData": {},
        })));
    }
    let state = ask.shop.clone();
    let context = RequestContext::for_nobody(state, ask.language(), ask.origin.clone());
    found(&path, &ask, &context).await
}

/// The kind of the personal page at `path`, such as the cart, whose content is not given out; `None` if it is not personal.
fn personal(path: &str) -> Option<&'static str> {
    let page_type = ShopPath::at(path)?.page_type(false);
    match page_type {
        "CATEGORY" | "SEARCH" => None,
        "CART" => Some("CART"),
        "SITE" => Some("INTERNAL"),
        kind if kind.starts_with("CHECKOUT") || kind.starts_with("ORDER_") => Some("CHECKOUT"),
        _ => Some("CUSTOMER_ACCOUNT"),
    }
}

async fn found(path: &str, ask: &Ask, context: &RequestContext) -> RestResult {
    let pages = ask.rest.pages;
    let (status, answer) = match pages(path, "", context).await? {
        PageAnswer::Moved(to) => {
            let path = decoded(to.split('?').next().unwrap_or_default());
            let path = path.unwrap_or_default();
            ("NONCANONICAL", pages(&path, "", context).await?)
        }
        answer => ("OK", answer),
    };
    let served = match answer {
        PageAnswer::Page(served) if served.found => served,
        _ => return Ok(JsonAnswer(json!({ "status": "NOT_FOUND" }))),
    };
    let mut object = json!({
        "status": status,
        "type": kind(&served),
        "canonicalSlug": slug(&served),
        "storeEntityData": entity(&served),
    });
    if ask.parameters.flag("getStaticContent")? == Some(true) {
        object["staticContent"] = content(&served, ask, context)?;
    }
    Ok(JsonAnswer(object))
}

/// What kind of page it is, as these answers call it.
fn kind(served: &ServedPage) -> &'static str {
    match served.page["type"].as_str().unwrap_or_default() {
        "CATEGORY" if served.page["categoryId"] == 0 => "ROOT",
        "CATEGORY" => "CATEGORY",
        "PRODUCT" => "PRODUCT",
        "SEARCH" => "SEARCH",
        _ if served.about.canonical.starts_with(TEXT_PAGE_PREFIX) => "LEGAL_PAGE",
        _ => "INTERNAL",
    }
}

/// The slug of its one address.
fn slug(served: &ServedPage) -> &str {
    let path = served.about.canonical.split('?').next();
    path.unwrap_or_default().trim_matches('/')
}

/// The product or category that it is of.
fn entity(served: &ServedPage) -> Value {
    let id = ["productId", "categoryId"]
        .iter()
        .find_map(|name| served.page[*name].as_i64())
        .filter(|id| *id != 0);
    match id {
        Some(id) => json!({ "id": id.to_string() }),
        None => json!({}),
    }
}

/// Its HTML, and what its head says, behind the address of the page that shows it.
fn content(served: &ServedPage, ask: &Ask, context: &RequestContext) -> Result<Value, Fault> {
    let base = match ask.parameters.get("baseUrl") {
        None | Some("") => ask.origin.as_str(),
        Some(url) if url.starts_with("https://") || url.starts_with("http://") => {
            url.trim_end_matches('/')
        }
        Some(_) => return Err(Fault::unreadable("baseUrl: expected https://…")),
    };
    let shop = &ask.shop.shop.name;
    let title = head::title(&served.title, shop);
    let own = Own::of(&served.about, &title, shop, context.language, context);
    let canonical = own.canonical.strip_prefix(&ask.origin);
    let changed = ask.shop.catalog.snapshot().changed_at();
    let html = drawn(&served.content, context);
    let absolute = format!("${{1}}${{3}}{}/${{2}}${{4}}", ask.origin.replace('$', "$$"));
    Ok(json!({
        "cssFiles": [format!("{}{}", ask.origin, ask.shop.bundle.url("pkg/awning.css"))],
        "htmlCode": OWN_PATHS.replace_all(&html, absolute.as_str()),
        "metaDescriptionHtml": own.description,
        "canonicalUrl": canonical.map(|path| format!("{base}{path}")),
        "ogTagsHtml": own.graph,
        "jsonLDHtml": own.facts,
        "hrefLangHtml": own.alternates,
        "lastUpdated": changed.products.max(changed.categories) * 1_000,
    }))
}

/// The inside of the page, as everybody sees it.
fn drawn(content: &PageContent, context: &RequestContext) -> String {
    let draw = match content {
        PageContent::Written(html, _) => return html.to_string(),
        PageContent::Drawn(draw) => draw,
    };
    let language = context.language;
    let shop = context.state.shop.shown_in(language.numbers());
    let owner = Owner::new_root(None);
    let html = owner.with(|| {
        provide_context(language);
        provide_context(shop);
        draw().to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}
