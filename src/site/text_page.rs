//! `/pages/…`: the merchant's own texts.

use crate::{
    base::{error::AppError, html},
    content::pages,
    request::context::RequestContext,
    ui::served::{About, ServedPage},
};
use leptos::prelude::*;

/// The page `slug`, if the merchant wrote it.
pub async fn page(slug: &str, context: &RequestContext) -> Result<Option<ServedPage>, AppError> {
    let (db, drafts) = (&context.state.db.read, &context.state.drafts);
    let Some(shown) = pages::get(db, drafts, slug, context.language).await? else {
        return Ok(None);
    };
    let title = shown.title;
    let about = About {
        canonical: format!("/pages/{slug}").into(),
        description: html::plain(&shown.html)
            .split_whitespace()
            .take(28)
            .collect::<Vec<_>>()
            .join(" "),
        ..About::default()
    };
    let (heading, html) = (title.clone(), shown.html);
    let draw = move || {
        view! {
            <article class="prose">
                <h1 class="page-title__name">{heading.clone()}</h1>
                <div inner_html=html.clone()></div>
            </article>
        }
        .into_any()
    };
    Ok(Some(ServedPage::drawn("SITE", title, draw).about(about)))
}
