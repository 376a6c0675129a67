//! Rendering pages: one handler for every path that is nothing else.

use super::middleware::security_headers::page_policy;
use crate::{
    app::paths as table,
    base::{error::AppError, url},
    cart::{self, Cart},
    platform::design,
    site::{document::shell, frame::Frame, head},
    storefront_api::{boot::Boot, pages},
    ui::served::{Answer, InPlace, Served},
};
use crate::{
    platform::cookies,
    request::{answer::see, context::RequestContext},
};
use axum::{
    Extension,
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;

/// Renders the page at the request's path.
pub async fn page(Extension(context): Extension<RequestContext>, request: Request) -> Response {
    let path = url::decoded(request.uri().path()).unwrap_or_default();
    // A hash URL without its hash (`spec/pages.md` 4).
    let hash = request
        .uri()
        .path()
        .strip_prefix('/')
        .filter(|it| it.starts_with("!/"));
    if let Some(path) = hash.and_then(pages::of_hash) {
        return see(&path);
    }
    let query = request.uri().query().unwrap_or_default().to_owned();
    match found(&context, &path, &query).await {
        Ok((Answer::Page(served), frame)) => rendered(context, served, frame, request).await,
        Ok((Answer::Moved(to), _)) => moved(&to),
        Ok((Answer::See(to), _)) => see(&to),
        Err(fault) => fault.into_response(),
    }
}

/// Renders the page that a form was answered with in place (`InPlace`), inside its frame.
pub async fn in_place(
    Extension(context): Extension<RequestContext>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let Some(InPlace(served)) = response.extensions_mut().remove() else {
        return response;
    };
    match framed(&context, &path).await {
        Ok((frame, request)) => rendered(context, served, frame, request).await,
        Err(fault) => fault.into_response(),
    }
}

async fn framed(context: &RequestContext, path: &str) -> Result<(Frame, Request<Body>), AppError> {
    let frame = Frame::new(context, path, "", held(context).await?);
    let request = Request::builder().uri(path).body(Body::empty());
    let request = request.map_err(|error| {
        tracing::error!(%error, path, "a page in place");
        AppError::Internal
    })?;
    Ok((frame, request))
}

/// How many things are in the visitor's cart.
async fn held(context: &RequestContext) -> Result<i64, AppError> {
    match cart::Owner::of(context) {
        Some(owner) => cart::store::count(&context.state.db.read, &owner).await,
        None => Ok(0),
    }
}

/// Everything the page is rendered from, so that rendering waits for nothing.
async fn found(
    context: &RequestContext,
    path: &str,
    query: &str,
) -> Result<(Answer, Frame), AppError> {
    let cart = held(context).await?;
    let answer = table::at(path, query, context).await?;
    let mut frame = Frame::new(context, path, query, cart);
    if let Some(added) = context.flash.as_ref().and_then(|flash| flash.added) {
        frame.added = cart::panel(added, &Cart::of(context).await?, context);
    }
    Ok((answer, frame))
}

/// For good, and for caches too: the old path never comes back.
fn moved(to: &str) -> Response {
    let mut response = Redirect::permanent(to).into_response();
    *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
    response
}

async fn rendered(
    context: RequestContext,
    served: Served,
    frame: Frame,
    request: Request<Body>,
) -> Response {
    let is_found = served.found;
    let boot = Boot {
        shop: context.state.shop.shown_in(context.language),
        language: context.language,
        customer: context.customer(),
        flash: context.flash.clone().unwrap_or_default(),
        page: served.page.to_string(),
        country: context.country.clone(),
        order: served.order.clone(),
        cart: frame.cart,
        apps: context.state.catalog.snapshot().apps.clone(),
        design: design::settings(&context.state.config.storefront),
    };
    let title = if served.title.is_empty() {
        boot.shop.name.clone()
    } else {
        format!("{} · {}", served.title, boot.shop.name)
    };
    let own = head::written(&served.about, &title, &boot, &context);
    let state = context.state.clone();
    let provide = move || {
        let response = expect_context::<ResponseOptions>();
        if let Some(policy) = use_nonce().and_then(|nonce| {
            HeaderValue::from_str(&page_policy(&nonce, &context.state.config)).ok()
        }) {
            response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        }
        if context.flash.is_some() {
            response.append_header(
                header::SET_COOKIE,
                cookies::remove_flash(&context.state.config),
            );
        }
        provide_context(served.clone());
        provide_context(frame.clone());
    };
    let handler = leptos_axum::render_app_async_with_context(provide, move || {
        let head = head::whole(&title, &own, &boot, &state.bundle);
        shell(
            boot.clone(),
            head,
            design::classes(&state.config.storefront),
        )
    });
    let mut response = whole(handler(request).await).await;
    if !is_found {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

/// The page in one piece, with its length: it is rendered whole anyway, and one write beats ten.
async fn whole(response: Response) -> Response {
    let (parts, body) = response.into_parts();
    match to_bytes(body, usize::MAX).await {
        Ok(page) => Response::from_parts(parts, Body::from(page)),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
