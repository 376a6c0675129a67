//! What the search field suggests while a shopper types.

use super::Stage;
use crate::{
    base::{error::AppError, html::escaped},
    catalog::{search::Fts5, shelf::Card},
    platform::images,
    request::context::Visit,
};
use axum::{
    Extension,
    extract::Query,
    response::{Html, IntoResponse, Response},
};
use serde::Deserialize;

/// Most products suggested.
const MOST: usize = 6;

/// What was typed.
#[derive(Deserialize)]
pub struct Typed {
    #[serde(default)]
    keyword: String,
}

/// `GET /search/suggest?keyword=…`: links to products, as HTML; empty if there are none.
pub async fn suggest(Extension(visit): Extension<Visit>, Query(typed): Query<Typed>) -> Response {
    match suggestions(&visit, typed.keyword.trim()).await {
        Ok(html) => Html(html).into_response(),
        Err(fault) => fault.into_response(),
    }
}

async fn suggestions(visit: &Visit, keyword: &str) -> Result<String, AppError> {
    let stage = Stage::new(visit);
    let found = stage
        .shelf
        .find(&Fts5(&visit.state.db.read), keyword)
        .await?;
    let best: Vec<u32> = found.best().take(MOST).collect();
    Ok(stage
        .shelf
        .each(&best)
        .map(|card| line(&stage, card))
        .collect())
}

fn line(stage: &Stage, card: &Card) -> String {
    let shop = stage.visit.state.shop.shown_in(stage.visit.language);
    let picture = card.images.first().map(|image| {
        format!(
            "<img src=\"{}\" alt=\"\" width=\"40\" height=\"50\">",
            images::url(&image.hash, 160, "webp")
        )
    });
    format!(
        "<a class=\"suggestion\" href=\"{}\" data-product-id=\"{}\">{}<span class=\"suggestion__name\">{}</span><span class=\"suggestion__price\">{}</span></a>",
        escaped(&stage.links.product(card)),
        card.id,
        picture.unwrap_or_default(),
        escaped(card.name.get(stage.visit.language.code())),
        escaped(&shop.prices.minor(card.price)),
    )
}
