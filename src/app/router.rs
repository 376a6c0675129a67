//! Every path of the shop, and the layers around them.

use super::{
    health,
    middleware::{
        compression, disk_space, faults, metrics, no_nul, preview, request_id, same_origin,
        security_headers, session,
    },
    paths, personal_data, render, staff_access,
};
use crate::{
    base::paths::ShopPath,
    cart, checkout, contact, favourites, order,
    platform::{assets, images, videos},
    request::{context::RequestContext, state::AppState},
    rest_api, reviews,
    site::{brand, buy_card, consent, recent, sitemap, suggest},
    storefront_api::typings,
    subscription,
};
use axum::{
    Extension, Router,
    extract::Request,
    http::StatusCode,
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{MethodFilter, MethodRouter, get, on},
};
use leptos::prelude::provide_context;
use std::time::Duration;
use tower_http::{
    catch_panic::CatchPanicLayer, limit::RequestBodyLimitLayer, timeout::TimeoutLayer,
};

/// The whole shop.
pub fn router(state: AppState) -> Router {
    // Rendering spawns onto the runtime through this.
    let _ = any_spawner::Executor::init_tokio();
    let timeout = Duration::from_secs(u64::from(state.config.request_timeout_seconds));
    let body_limit = usize::try_from(state.config.body_limit_kib).unwrap_or(64) * 1024;
    let personal = server_functions()
        .merge(cart::form::routes())
        .merge(cart::api::routes())
        .merge(favourites::routes())
        .merge(checkout::form::routes())
        .merge(checkout::book::routes())
        .merge(order::form::routes())
        .merge(order::place_form::routes())
        .merge(order::abandoned_carts::routes())
        .merge(consent::routes())
        .merge(subscription::form::routes())
        .merge(reviews::form::routes())
        .merge(contact::form::routes())
        .merge(personal_data::routes())
        .merge(staff_access::routes())
        .route("/search/suggest", get(suggest::suggest))
        .route("/api/recent", get(recent::recent))
        .route("/api/buy-card/{product}/{card}", get(buy_card::buy_card))
        .route(checkout::book::PATH, get(render::page))
        .route(ShopPath::Review.text(), get(render::page))
        .route(ShopPath::Contact.text(), get(render::page))
        .route(ShopPath::StopReminders.text(), get(render::page))
        .fallback(get(render::page))
        .layer(from_fn(render::in_place))
        .layer(from_fn_with_state(state.clone(), session::layer))
        .layer(from_fn_with_state(state.clone(), preview::layer))
        .layer(from_fn_with_state(state.clone(), same_origin::layer))
        .layer(from_fn_with_state(state.clone(), disk_space::layer))
        .layer(from_fn(no_nul::layer))
        .layer(compression::layer(state.config.compress_pages));
    let shop = Router::new()
        .route(
            "/assets/{name}",
            get(assets::serve).with_state(state.bundle.clone()),
        )
        .route(
            "/images/{name}",
            get(images::serve).with_state(state.images.clone()),
        )
        .merge(order::downloads::serve::routes(&state))
        .route(
            "/videos/{name}",
            get(videos::serve).with_state(state.images.videos()),
        )
        .merge(sitemap::routes(&state))
        .merge(brand::routes(&state))
        .merge(typings::routes())
        .merge(health::routes(&state))
        .merge(order::payment::routes(&state))
        .merge(personal)
        .layer(from_fn(metrics::layer))
        .layer(RequestBodyLimitLayer::new(body_limit))
        // Who asks is said by a token, and what it may send by its own bounds.
        .merge(rest_api::routes(&state, page_at).layer(from_fn(metrics::layer)))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::GATEWAY_TIMEOUT,
            timeout,
        ))
        .layer(CatchPanicLayer::new())
        .layer(from_fn(only_paths))
        .layer(from_fn_with_state(state.clone(), faults::layer))
        .layer(from_fn_with_state(state, security_headers::layer));
    request_id::numbered(shop)
}

/// The page at `path`, for programs that ask for it as data.
fn page_at<'a>(
    path: &'a str,
    query: &'a str,
    context: &'a RequestContext,
) -> rest_api::Finding<'a> {
    Box::pin(paths::at(path, query, context))
}

/// A route for each server function, with its own method and no other.
fn server_functions() -> Router {
    leptos::server_fn::axum::server_fn_paths().fold(Router::new(), |router, (path, method)| {
        let filter = MethodFilter::try_from(method).unwrap_or(MethodFilter::POST);
        let handler: MethodRouter = on(filter, server_function);
        router.route(path, handler)
    })
}

async fn server_function(
    Extension(context): Extension<RequestContext>,
    request: Request,
) -> Response {
    leptos_axum::handle_server_fns_with_context(move || provide_context(context.account()), request)
        .await
        .into_response()
}

/// Refuses what is asked without a path, such as `GET x HTTP/1.1`, which hyper takes for a host.
async fn only_paths(request: Request, next: Next) -> Response {
    if request.uri().path().starts_with('/') {
        next.run(request).await
    } else {
        StatusCode::BAD_REQUEST.into_response()
    }
}
