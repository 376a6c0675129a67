//! The shop as it would be with what is in draft, in a frame beside the form or in a tab.

use super::{assets, form_values::FormValues, request::AdminRequest};
use crate::{
    base::{date, error::AppError, html::escaped, url, validate},
    content::drafts::Draft,
    platform::link_key::LinkKey,
    request::preview::{PARAMETER, PreviewPass},
};
use axum::{
    Extension,
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use leptos::prelude::*;

/// Where a preview is asked for.
pub const PATH: &str = "/preview";
/// What the log calls a draft that nobody wanted.
pub const DISCARDED: &str = "draft.discard";
/// What the frame is called.
const FRAME: &str = "preview";

/// `GET /preview?path=…`: leads to that page of the shop.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    redirect_to_preview(&request, typed.get("path")).await
}

/// Leads to the page at `path` of the shop as it would be.
pub async fn redirect_to_preview(request: &AdminRequest, path: &str) -> Result<Response, AppError> {
    let key = LinkKey::of_shop(&request.state.shop.db).await?;
    let pass = PreviewPass::new(&frames(request), date::now()).signed(&key);
    let path = validate::return_path(path).unwrap_or("/");
    let mark = if path.contains('?') { '&' } else { '?' };
    let to = format!(
        "{}{path}{mark}{PARAMETER}={pass}",
        request.state.shop_origin()
    );
    let to = HeaderValue::from_str(&to).map_err(|_| AppError::BadRequest)?;
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response())
}

/// The origins that the back office's pages may be on.
fn frames(request: &AdminRequest) -> String {
    let (own, address) = (request.state.origin(), request.state.address);
    // Whoever sits at the machine may call it by either name.
    match address.ip().is_loopback() && own.starts_with("http://") {
        true => format!("{own} http://localhost:{}", address.port()),
        false => own,
    }
}

/// What is said in the frame where nothing can be shown.
pub fn nothing(said: impl IntoIterator<Item = String>) -> Response {
    let style = assets::style_url();
    let lines: String = said
        .into_iter()
        .map(|line| format!("<li>{}</li>", escaped(&line)))
        .collect();
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Preview</title><link rel=\"stylesheet\" href=\"{style}\">\
         <div class=\"notice\"><p>This cannot be shown yet:</p><ul>{lines}</ul></div></html>"
    );
    let policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
    let policy = [(header::CONTENT_SECURITY_POLICY, policy)];
    (policy, Html(html)).into_response()
}

/// What is said above a form that shows `draft`.
pub fn draft_text(request: &AdminRequest, draft: &Draft) -> String {
    format!(
        "This is a draft ({}, {}). Shoppers see it once you publish it.",
        draft.who,
        request.clock(draft.changed_at)
    )
}

/// What is said in the frame where the draft is of somebody else meanwhile.
pub fn stale(other: &Draft) -> String {
    format!(
        "{} changed this draft meanwhile. Save yours as a draft to see both.",
        other.who
    )
}

/// The pages that one may want to look at: paths, and what they are called.
fn pages(request: &AdminRequest) -> Vec<(String, String)> {
    let shop = &request.state.shop;
    let (snapshot, links) = (shop.catalog.snapshot(), shop.links());
    let language = shop.config.own_language();
    let code = language.code();
    let mut pages = vec![("/".to_owned(), "Home page".to_owned())];
    let order = snapshot.tree.in_order();
    if let Some(node) = snapshot.tree.each(&order).next() {
        let name = node.category.name.get(code);
        pages.push((links.category(node), format!("Category: {name}")));
    }
    if let Some(card) = snapshot.cards().next() {
        let name = card.name.get(code);
        pages.push((links.product(card), format!("Product: {name}")));
    }
    pages.extend([
        ("/search".to_owned(), "Search".to_owned()),
        ("/cart".to_owned(), "Cart".to_owned()),
        ("/sign-in".to_owned(), "Sign in".to_owned()),
    ]);
    let texts = snapshot.pages.iter();
    pages.extend(texts.map(|it| (format!("/pages/{}", it.slug), it.title(language))));
    pages
}

/// The frame, which the button beside it fills: it sends the form of the id `form` to `draft`. `first` is the page that is chosen,
/// and what that is called; else it is the home page. Until the button is pressed, the page at `path` is shown.
pub fn pane(
    request: &AdminRequest,
    form: &'static str,
    draft: String,
    first: Option<(String, String)>,
    path: &str,
) -> impl IntoView + use<> {
    let mut pages = pages(request);
    if let Some(first) = first {
        pages.insert(0, first);
    }
    let button = view! { <button class="button button--plain" type="submit" form=form formaction=draft formtarget=FRAME formnovalidate="" name="to" value="frame" data-preview="">"Preview"</button> };
    let note = "A preview is kept as a draft. Shoppers see it once you publish it.";
    framed(form, "preview_path", pages, path, button.into_any(), note)
}

/// The frame, for whatever is in draft.
pub fn look(request: &AdminRequest) -> impl IntoView + use<> {
    let button = view! { <button class="button button--plain" type="submit" form="look" data-preview="">"Preview"</button> };
    let form = view! { <form id="look" method="get" action=PATH target=FRAME></form> };
    let note = "Shoppers see it once you publish it.";
    view! { {framed("look", "path", pages(request), "/", button.into_any(), note)}{form} }
}

fn framed(
    form: &'static str,
    name: &'static str,
    pages: Vec<(String, String)>,
    path: &str,
    button: AnyView,
    note: &'static str,
) -> impl IntoView + use<> {
    let option = |(path, name): (String, String)| view! { <option value=path>{name}</option> };
    let src = format!("{PATH}?path={}", url::encoded(path));
    // Scripts of the shop are other people's, and count visits: they are off in the frame, as the shop works without.
    view! {
        <section class="pane" aria-labelledby="pane-title">
            <div class="row">
                <h2 id="pane-title">"How it looks"</h2>
                <div class="field"><label for="preview_path" class="sr-only">"Page"</label>
                    <select id="preview_path" name=name form=form>{pages.into_iter().map(option).collect_view()}</select></div>
                {button}
                <a class="button--small" href=src.clone() target="_blank" rel="noopener">"In a tab"</a>
            </div>
            <fieldset class="pane__width">
                <legend class="sr-only">"Width"</legend>
                <label><input type="radio" name="width" value="desktop" checked=""/>"Desktop"</label>
                <label><input type="radio" name="width" value="phone"/>"Phone"</label>
            </fieldset>
            <div class="pane__frame"><iframe name=FRAME title="How the shop would look" sandbox="allow-same-origin" src=src></iframe></div>
            <p class="note">{note}</p>
        </section>
    }
}
