//! `/storefront.d.ts`: the types of what a page gives to scripts, for whoever writes them.

use axum::{Router, http::header, response::IntoResponse, routing::get};

/// The file, held against the checklist of the API by a test.
const TYPES: &str = include_str!("storefront.d.ts");

/// Serves the file.
pub fn routes() -> Router {
    Router::new().route("/storefront.d.ts", get(types))
}

async fn types() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, TYPES)
}
