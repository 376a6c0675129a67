//! Rendering pages: one handler for every path that is nothing else.

use super::{cookies, middleware::security_headers::page_policy, visit::Visit};
use crate::{
    account::{self, AccountFacts},
    app::shell,
    boot::Boot,
    error::AppError,
    page::table,
};
use axum::{
    Extension,
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;

/// Renders the page at the request's path.
pub async fn page(Extension(visit): Extension<Visit>, request: Request) -> Response {
    match facts(&visit, request.uri().path()).await {
        Ok((boot, account)) => rendered(visit, boot, account, request).await,
        Err(fault) => StatusCode::from_u16(fault.status())
            .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
            .into_response(),
    }
}

/// Everything the page is rendered from, so that rendering waits for nothing.
async fn facts(visit: &Visit, path: &str) -> Result<(Boot, Option<AccountFacts>), AppError> {
    let boot = Boot {
        shop: visit.state.shop.clone(),
        language: visit.language,
        customer: visit.customer(),
        flash: visit.flash.clone().unwrap_or_default(),
    };
    let account = match path {
        "/account" if visit.session.is_some() => Some(account::server::facts(visit).await?),
        _ => None,
    };
    Ok((boot, account))
}

async fn rendered(
    visit: Visit,
    boot: Boot,
    account: Option<AccountFacts>,
    request: Request<Body>,
) -> Response {
    let bundle = visit.state.bundle.clone();
    let served = table::at(request.uri().path(), &boot);
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
        provide_context(served);
        account.clone().into_iter().for_each(provide_context);
    };
    let handler = leptos_axum::render_app_async_with_context(context, move || {
        shell(boot.clone(), served.title, &bundle)
    });
    let mut response = whole(handler(request).await).await;
    if !served.found {
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
