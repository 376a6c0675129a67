//! Rendering pages: one handler for every path that is nothing else.

use super::middleware::security_headers::page_policy;
use crate::{
    app::paths as table,
    base::{error::AppError, url},
    cart::{self, Bag},
    platform::design,
    site::{boot::Boot, document::shell, frame::Frame, head},
    storefront_api::pages,
    ui::served::{Answer, Served},
};
use crate::{
    platform::cookies,
    request::{answer::see, context::Visit},
};
use axum::{
    Extension,
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;

/// Renders the page at the request's path.
pub async fn page(Extension(visit): Extension<Visit>, request: Request) -> Response {
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
    match found(&visit, &path, &query).await {
        Ok((Answer::Page(served), frame)) => rendered(visit, served, frame, request).await,
        Ok((Answer::Moved(to), _)) => moved(&to),
        Ok((Answer::See(to), _)) => see(&to),
        Err(fault) => fault.into_response(),
    }
}

/// Renders `served` in answer to a form that was posted to `path`, where the form stands: what was
/// typed goes into no URL.
pub async fn in_place(visit: Visit, path: &str, served: Served) -> Result<Response, AppError> {
    let frame = Frame::new(&visit, path, "", held(&visit).await?);
    let request = Request::builder().uri(path).body(Body::empty());
    let request = request.map_err(|_| AppError::Internal)?;
    Ok(rendered(visit, served, frame, request).await)
}

/// How many things are in the visitor's cart.
async fn held(visit: &Visit) -> Result<i64, AppError> {
    match cart::Owner::of(visit) {
        Some(owner) => cart::store::count(&visit.state.db.read, &owner).await,
        None => Ok(0),
    }
}

/// Everything the page is rendered from, so that rendering waits for nothing.
async fn found(visit: &Visit, path: &str, query: &str) -> Result<(Answer, Frame), AppError> {
    let bag = held(visit).await?;
    let answer = table::at(path, query, visit).await?;
    let mut frame = Frame::new(visit, path, query, bag);
    if let Some(added) = visit.flash.as_ref().and_then(|flash| flash.added) {
        frame.added = cart::panel(added, &Bag::of(visit).await?, visit);
    }
    Ok((answer, frame))
}

/// For good, and for caches too: the old path never comes back.
fn moved(to: &str) -> Response {
    let mut response = Redirect::permanent(to).into_response();
    *response.status_mut() = StatusCode::MOVED_PERMANENTLY;
    response
}

async fn rendered(visit: Visit, served: Served, frame: Frame, request: Request<Body>) -> Response {
    let is_found = served.found;
    let boot = Boot {
        shop: visit.state.shop.shown_in(visit.language),
        language: visit.language,
        customer: visit.customer(),
        flash: visit.flash.clone().unwrap_or_default(),
        page: served.page.to_string(),
        country: visit.country.clone(),
        order: served.order.clone(),
        bag: frame.bag,
        apps: visit.state.catalog.shelf().apps.clone(),
        design: design::settings(&visit.state.config.storefront),
    };
    let title = if served.title.is_empty() {
        boot.shop.name.clone()
    } else {
        format!("{} · {}", served.title, boot.shop.name)
    };
    let own = head::written(&served.about, &title, &boot, &visit);
    let state = visit.state.clone();
    let context = move || {
        let response = expect_context::<ResponseOptions>();
        if let Some(policy) = use_nonce()
            .and_then(|nonce| HeaderValue::from_str(&page_policy(&nonce, &visit.state.config)).ok())
        {
            response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        }
        if visit.flash.is_some() {
            response.append_header(
                header::SET_COOKIE,
                cookies::remove_flash(&visit.state.config),
            );
        }
        provide_context(served.clone());
        provide_context(frame.clone());
    };
    let handler = leptos_axum::render_app_async_with_context(context, move || {
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
