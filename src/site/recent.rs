//! The products that a browser looked at before: it knows their ids, the shop draws them.

use crate::{catalog::page::product_rows, request::context::RequestContext};
use axum::{Extension, extract::Query, response::Html};
use serde::Deserialize;

/// Most ids that count.
const MAX_IDS: usize = 30;

/// What was looked at.
#[derive(Deserialize)]
pub struct ViewedProducts {
    #[serde(default)]
    ids: String,
}

/// `GET /api/recent?ids=3,1,2`: the row of these products, as HTML; empty if there are none.
pub async fn recent(
    Extension(context): Extension<RequestContext>,
    Query(seen): Query<ViewedProducts>,
) -> Html<String> {
    let ids = seen.ids.split(',').filter_map(|id| id.parse().ok());
    let ids: Vec<i64> = ids.take(MAX_IDS).collect();
    Html(product_rows::recent(&context.page_context(), &ids))
}
