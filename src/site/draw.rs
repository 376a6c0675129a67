//! Drawing a page: its whole document, by Leptos, with marks where its holes will be.

use super::{
    brand,
    frame::{Frame, Visit},
    head,
};
use crate::{
    account::Customer,
    base::error::AppError,
    platform::{
        config::Config,
        cookies, design,
        page_document::{Hole, Marks, PageTemplate},
    },
    request::context::RequestContext,
    site::document::shell,
    storefront_api::boot::{Boot, ConsentSettings},
    text::Language,
    ui::served::ServedPage,
};
use futures::{StreamExt, stream::once};
use leptos::prelude::*;
use leptos_integration_utils::{BoxedFnOnce, PinnedFuture, PinnedStream, build_response};
use leptos_router::location::RequestUrl;

/// A page that was asked for.
pub struct PageRequest<'a> {
    /// Its path and query, as they were sent.
    pub url: &'a str,
    /// Its path, decoded.
    pub path: &'a str,
    /// Its query.
    pub query: &'a str,
}

/// Returns the document of `served` as this visitor sees it; `added` was just put into the cart.
pub async fn personal(
    served: ServedPage,
    asked: &PageRequest<'_>,
    context: &RequestContext,
    added: String,
) -> Result<PageTemplate, AppError> {
    let marks = Marks::random()?;
    drawn(served, asked, context, context.customer(), added, marks).await
}

/// Returns the document of `served` as everybody sees it who is signed in, or is not, as this visitor:
/// nothing else of the visitor is known where it is drawn.
pub async fn for_everybody(
    served: ServedPage,
    asked: &PageRequest<'_>,
    context: &RequestContext,
) -> Result<PageTemplate, AppError> {
    let marks = Marks::random()?;
    let customer = context.session.as_ref().map(|_| Customer {
        id: 0,
        email: String::new(),
        name: marks.of(Hole::Name),
        group: None,
        profile: String::new(),
    });
    let context = context.without_visitor();
    drawn(served, asked, &context, customer, String::new(), marks).await
}

async fn drawn(
    served: ServedPage,
    asked: &PageRequest<'_>,
    context: &RequestContext,
    customer: Option<Customer>,
    added: String,
    marks: Marks,
) -> Result<PageTemplate, AppError> {
    let state = &context.state;
    let shop = state.shop.shown_in(context.language.numbers());
    let title = head::title(&served.title, &shop.name);
    let boot = Boot {
        shop,
        language: context.language,
        customer,
        flash: context.flash.clone().unwrap_or_default(),
        page: served.page.to_string(),
    };
    let (nonce, visitor) = (marks.of(Hole::Nonce), marks.of(Hole::Visitor));
    let own = head::written(&served.about, &title, &boot, context);
    let data = boot.to_json(
        &state.catalog.snapshot().apps,
        &state.config,
        &ConsentSettings {
            cookie: cookies::consent_name(&state.config),
            ask: state.config.ask_consent,
            scripts: &state.bundle.scripts.all(),
        },
        &visitor,
    );
    let look = brand::head(&state.config, &state.bundle, &nonce);
    let head = head::head(&title, &own, &look, &data, &nonce, &state.bundle);
    let visit = Visit {
        cart: marks.of(Hole::Cart),
        favourites: marks.of(Hole::Favourites),
        added,
        consent: marks.of(Hole::Consent),
        staff: marks.of(Hole::Staff),
    };
    let frame = Frame::new(context, asked.path, asked.query, visit);
    let classes = [
        brand::class(&state.config),
        &design::classes(&state.config.storefront),
    ];
    let classes = classes.join(" ").trim_end().to_owned();
    let note = note(&state.config, context.language);
    let url = RequestUrl::new(&format!("http://leptos.dev{}", asked.url));
    let context = move || {
        provide_context(url);
        provide_context(served);
        provide_context(frame);
    };
    let (owner, parts) = build_response(
        move || shell(boot, head, classes, note),
        context,
        whole_then_scripts,
        false,
    );
    let mut parts = parts.await;
    let mut html = parts.next().await.unwrap_or_default();
    // Leptos's own scripts follow the page: those alone get the nonce, no text of the page does.
    while let Some(script) = parts.next().await {
        html += &script.replacen("<script>", &format!("<script nonce=\"{nonce}\">"), 1);
    }
    owner.unset_with_forced_cleanup();
    Ok(PageTemplate::cut(html, &marks))
}

/// What stands beside the shop's name at the foot of every page: the merchant's own words, and what prices hold and do not
/// hold, which the law wants beside every price in much of Europe.
fn note(config: &Config, language: Language) -> String {
    let holds_tax = config.prices_include_tax && !config.taxes.is_empty();
    let prices = if holds_tax {
        language.texts().prices_note
    } else {
        ""
    };
    let mut notes = vec![config.footer_note.get(language.code()), prices];
    notes.retain(|note| !note.is_empty());
    notes.join(" · ")
}

/// The page in one piece, as it waits for nothing, then what Leptos adds to it.
fn whole_then_scripts<V: IntoView + 'static>(
    page: V,
    scripts: BoxedFnOnce<PinnedStream<String>>,
    _: bool,
) -> PinnedFuture<PinnedStream<String>> {
    Box::pin(async move {
        let page = page.to_html_stream_in_order().collect::<String>().await;
        let scripts = scripts();
        Box::pin(once(async move { page }).chain(scripts)) as PinnedStream<String>
    })
}
