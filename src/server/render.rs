//! Rendering pages: one handler for every path that is nothing else.

use super::{cookies, middleware::security_headers::page_policy, visit::Visit};
use crate::{account, app::shell, boot::Boot, error::AppError};
use axum::{
    Extension,
    body::Body,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;

/// Renders the page at the request's path.
pub async fn page(Extension(visit): Extension<Visit>, request: Request) -> Response {
    match boot(&visit, request.uri().path()).await {
        Ok(boot) => rendered(visit, boot, request).await,
        Err(fault) => StatusCode::from_u16(fault.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response(),
    }
}

async fn boot(visit: &Visit, path: &str) -> Result<Boot, AppError> {
    let account = match path {
        "/account" if visit.session.is_some() => Some(account::server::overview(visit).await?),
        _ => None,
    };
    Ok(Boot {
        shop: visit.state.shop.clone(),
        language: visit.language,
        account,
        customer: visit.customer().await?,
        flash: visit.flash.clone().unwrap_or_default(),
    })
}

async fn rendered(visit: Visit, boot: Boot, request: Request<Body>) -> Response {
    let bundle = visit.state.bundle.clone();
    let context = move || {
        let response = expect_context::<ResponseOptions>();
        if let Some(policy) = use_nonce().and_then(|nonce| HeaderValue::from_str(&page_policy(&nonce, &visit.state.config)).ok()) {
            response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        }
        if visit.flash.is_some() {
            response.append_header(header::SET_COOKIE, cookies::remove_flash(&visit.state.config));
        }
        provide_context(visit.clone());
    };
    let handler = leptos_axum::render_app_async_with_context(context, move || shell(boot.clone(), &bundle, bundle.scripts()));
    handler(request).await
}
