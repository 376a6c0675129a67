//! Every route of the back office, each with who gets to it, and the layers around them.

use super::{
    about,
    access::Access,
    account, apps, assets, audit_log, carts, categories, claim, confirm, customers, drafts, emails,
    guard, guide, import, labels, order, order_by_hand, orders, page, pages, payments, preview,
    product, products, push, questions, reports, reviews,
    route::{Bounds, Route},
    settings, sign_in, sign_out,
    staff::role::Right,
    staff_list,
    state::AdminState,
    stock, today,
};
use crate::platform::images;
use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, header},
    middleware::{Next, from_fn, from_fn_with_state},
    response::Response,
    routing::{MethodRouter, get},
};
use std::time::Duration;
use tower_http::{
    catch_panic::CatchPanicLayer, limit::RequestBodyLimitLayer, timeout::TimeoutLayer,
};

// Who gets where, by what the pages are for.
const WORK: Access = Access::Right(Right::Work);
const PROVED: Access = Access::Proved(Right::Work);
const SEE_STAFF: Access = Access::Right(Right::ManageStaff);
const STAFF: Access = Access::Proved(Right::ManageStaff);
const SEE: Access = Access::Right(Right::SeeSettings);
const CONTENT: Access = Access::Right(Right::ChangeContent);
const AUDIT: Access = Access::Right(Right::SeeAudit);

/// Every route. There is no other way to add one, so that each passes the guard.
pub fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::get("/", WORK, today::page),
        Route::get("/sign-in", Access::Open, sign_in::page),
        Route::post("/sign-in", Access::Open, sign_in::post),
        Route::post("/sign-in/code", Access::Open, sign_in::post_code),
        Route::post("/sign-out", Access::Open, sign_out::post),
        Route::get("/claim", Access::Open, claim::page),
        Route::post("/claim", Access::Open, claim::post),
        Route::get("/password", Access::Open, claim::password_page),
        Route::post("/password", Access::Open, claim::post_password),
        Route::post("/confirm", WORK, confirm::post),
        Route::get("/account", WORK, account::page),
        Route::post("/account/password", WORK, account::post_password),
        Route::post("/account/sessions/end", WORK, account::post_end_session),
        Route::get("/account/factor", PROVED, account::factor_page),
        Route::post("/account/factor", PROVED, account::post_factor),
        Route::post("/account/factor/end", PROVED, account::post_factor_end),
        Route::get("/staff", SEE_STAFF, staff_list::page),
        Route::post("/staff/add", STAFF, staff_list::post_add),
        Route::post("/staff/role", STAFF, staff_list::post_role),
        Route::post("/staff/link", STAFF, staff_list::post_link),
        Route::post("/staff/remove", STAFF, staff_list::post_remove),
        Route::get("/labels", SEE, labels::page),
        Route::post("/labels", CONTENT, labels::post),
        Route::get(preview::PATH, CONTENT, preview::page),
        Route::get("/audit", AUDIT, audit_log::page),
    ];
    routes.extend(settings::routes());
    routes.extend(pages::routes());
    routes.extend(drafts::routes());
    routes.extend(guide::routes());
    routes.extend(emails::routes());
    routes.extend(apps::routes());
    routes.extend(payments::routes());
    routes.extend(about::routes());
    routes.extend(import::routes());
    routes.extend(orders::routes());
    routes.extend(order::routes());
    routes.extend(products::routes());
    routes.extend(stock::routes());
    routes.extend(product::routes());
    routes.extend(categories::routes());
    routes.extend(reviews::routes());
    routes.extend(customers::routes());
    routes.extend(push::routes());
    routes.extend(questions::routes());
    routes.extend(reports::routes());
    routes.extend(order_by_hand::routes());
    routes.extend(carts::routes());
    routes
}

/// The whole back office.
pub fn router(state: AdminState) -> Router {
    let timeout = Duration::from_secs(u64::from(state.shop.config.request_timeout_seconds));
    let timely = move |patience: Duration| {
        TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, timeout.max(patience))
    };
    let images = state.shop.images.clone();
    let files = Router::new()
        .route("/files/{name}", get(assets::serve))
        .route(push::WORKER, get(push::worker))
        .route("/images/{name}", get(images::serve).with_state(images))
        .layer(timely(Duration::ZERO));
    let guarded = routes().into_iter().fold(Router::new(), |router, route| {
        let guard = from_fn_with_state((state.clone(), route.access), guard::layer);
        let Bounds { most, patience } = route.bounds;
        let guarded: MethodRouter = route.handler.layer(guard);
        let timed: MethodRouter = guarded.layer(timely(patience));
        router.route(route.path, timed.layer(RequestBodyLimitLayer::new(most)))
    });
    guarded
        .merge(files)
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(DefaultBodyLimit::disable())
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(state.clone(), seen_at_once))
        .layer(from_fn(faults))
        .layer(from_fn_with_state(state, headers))
}

/// Has the shop look at what a form changed: whoever saves goes there next.
async fn seen_at_once(State(state): State<AdminState>, request: Request, next: Next) -> Response {
    let is_post = request.method() == Method::POST;
    let response = next.run(request).await;
    if is_post && response.status().is_redirection() {
        state.shop.changed_here.notify_one();
    }
    response
}

/// The number of the request in the log.
#[derive(Clone, Debug, Default)]
pub struct RequestNumber(pub String);

/// Answers that failed without a page get one.
async fn faults(
    number: Option<Extension<RequestNumber>>,
    request: Request,
    next: Next,
) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE);
    let has_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !(status.is_client_error() || status.is_server_error()) || has_page {
        return response;
    }
    if status.is_server_error() {
        tracing::error!(status = status.as_u16(), "failed");
    }
    let number = number.map(|Extension(number)| number.0);
    page::fault(status, &number.unwrap_or_default())
}

/// What every answer tells the browser to guard against.
async fn headers(State(state): State<AdminState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed = [
        (
            "content-security-policy",
            "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        ),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), geolocation=(), microphone=()",
        ),
        ("cache-control", "no-store, private"),
    ];
    for (name, value) in fixed {
        let entry = headers.entry(HeaderName::from_static(name));
        entry.or_insert(HeaderValue::from_static(value));
    }
    if state.shop.config.admin_url.starts_with("https://") {
        let long = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, long);
    }
    response
}
