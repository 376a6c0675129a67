//! What the search field suggests while a shopper types.

use crate::{catalog::page::suggest::suggestions, request::context::RequestContext};
use axum::{Extension, extract::Query, response::Html};
use serde::Deserialize;

/// What was typed.
#[derive(Deserialize)]
pub struct SuggestQuery {
    #[serde(default)]
    keyword: String,
}

/// `GET /search/suggest?keyword=…`: links to products, as HTML; empty if there are none.
pub async fn suggest(
    Extension(context): Extension<RequestContext>,
    Query(typed): Query<SuggestQuery>,
) -> Html<String> {
    Html(suggestions(&context.page_context(), typed.keyword.trim()))
}
