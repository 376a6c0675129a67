//! Counts answers and measures how long they took.

use crate::platform::metrics;
use axum::{
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
};
use std::time::Instant;

/// Pages share a label: there are as many paths as products, and more.
const PAGE: &str = "page";

/// Notes the answer under the pattern of its route.
pub async fn layer(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let response = next.run(request).await;
    let route = route.as_ref().map_or(PAGE, MatchedPath::as_str);
    let status = response.status().as_u16();
    metrics::answered(method.as_str(), route, status, began.elapsed());
    response
}
