//! REST: what programs, and scripts on any page, ask of the shop (`spec/rest.md`).
//!
//! A request says who asks by its token alone: no cookie is read or set, so no page of another site can borrow a
//! shopper's. What shoppers see is answered from the catalogue in memory; hidden things, which secret tokens see too, from
//! a second one (`state::RestState::merchants_catalog`).

mod answer;
mod ask;
mod categories;
mod classes;
mod deleted;
mod fault;
mod latest_stats;
mod limits;
mod pictures;
mod products;
mod profile;
mod projection;
mod state;
mod storage;
mod texts;
mod urls;
mod widget_pages;

pub use ask::PREFIX;
pub use widget_pages::{Finding, PageAt};

use crate::request::state::AppState;
use axum::{
    Router,
    middleware::from_fn_with_state,
    routing::{MethodRouter, get},
};
use fault::Fault;
use state::RestState;
use tower_http::{
    CompressionLevel,
    compression::{CompressionLayer, predicate::SizeAbove},
    limit::RequestBodyLimitLayer,
};

/// Most bytes of a body: the longest value of an app's storage, and what JSON puts around it.
const MAX_BODY_LENGTH: usize = 2 * 1024 * 1024;
/// Bytes below which compressing costs more than it saves.
const MIN_COMPRESSED: u16 = 1_024;

/// Every path below `/api/v3/{storeId}`; `pages` says what stands at a path of the shop.
pub fn routes(state: &AppState, pages: PageAt) -> Router {
    let rest = RestState::new(state.clone(), pages);
    let paths: [(&str, MethodRouter); 15] = [
        ("/profile", get(profile::profile)),
        ("/profile/shippingOptions", get(profile::shipping_options)),
        ("/profile/paymentOptions", get(profile::payment_options)),
        ("/products", get(products::list::search)),
        ("/products/filters", products::filters::route()),
        ("/products/deleted", get(deleted::products)),
        ("/products/{id}", get(products::detail::product)),
        (
            "/products/{id}/combinations",
            get(products::detail::combinations),
        ),
        (
            "/products/{id}/combinations/{combination}",
            get(products::detail::combination),
        ),
        ("/categories", get(categories::list)),
        ("/categories/{id}", get(categories::one)),
        ("/classes", get(classes::all)),
        ("/classes/{id}", get(classes::one)),
        ("/latest-stats", get(latest_stats::latest)),
        ("/storefront-widget-pages", get(widget_pages::page)),
    ];
    let router = paths
        .into_iter()
        .fold(Router::new(), |router, (path, method)| {
            router.route(path, method)
        })
        .merge(storage::routes())
        .fallback(async || Fault::not_found("there is nothing at this address"))
        .method_not_allowed_fallback(async || Fault::of(405))
        .layer(RequestBodyLimitLayer::new(MAX_BODY_LENGTH))
        .layer(from_fn_with_state(rest, ask::layer))
        .layer(
            CompressionLayer::new()
                .quality(CompressionLevel::Fastest)
                .compress_when(SizeAbove::new(MIN_COMPRESSED)),
        );
    Router::new().nest(&format!("{PREFIX}/{{store}}"), router)
}
