//! What a buy card in a page of the merchant's shows.

use crate::{
    base::error::AppError, catalog::page::buy_card::parts, request::context::RequestContext,
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    response::Html,
};

/// `GET /api/buy-card/{product}/{card}?…`: the parts of the page's `card`-th card, with these choices.
pub async fn buy_card(
    Extension(context): Extension<RequestContext>,
    Path((product, card)): Path<(i64, u16)>,
    RawQuery(query): RawQuery,
) -> Result<Html<String>, AppError> {
    let query = query.unwrap_or_default();
    let parts = parts(product, card, &query, &context.page_context()).await?;
    Ok(Html(parts))
}
