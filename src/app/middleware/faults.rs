//! Whatever failed becomes a page for people and a short answer for scripts, with the right status.

use super::{disk_space::DiskFull, request_id};
use crate::{
    app::fault_page::fault_page,
    base::{error::AppError, language::LanguageCode},
    platform::cookies,
    request::{answer::ForPrograms, state::AppState},
    text::{Language, notice::Notice},
};
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};
use leptos::server_fn::error::SERVER_FN_ERROR_HEADER;

const ANSWER_MAX: usize = 64 * 1024;

/// Replaces answers that failed without a page of their own.
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let state = state.current();
    let wants_page = wants_page(request.headers());
    let language = language(request.headers(), &state);
    let id = request_id::of(&request);
    let mut response = with_status_of_fault(next.run(request).await).await;
    let status = response.status();
    let has_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !(status.is_client_error() || status.is_server_error()) || has_page {
        return response;
    }
    if status.is_server_error() {
        tracing::error!(status = status.as_u16(), "failed");
    }
    if response.extensions().get::<ForPrograms>().is_some() {
        return response;
    }
    if wants_page {
        let mut page = match status {
            StatusCode::UNAUTHORIZED => to_sign_in(&state),
            _ => {
                let disk_full = response.extensions().get::<DiskFull>().is_some();
                fault_page(status, disk_full, language, &id)
            }
        };
        // A garbled cookie goes even if the rest failed.
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            page.headers_mut()
                .append(header::SET_COOKIE, cookie.clone());
        }
        if let Some(allow) = response.headers().get(header::ALLOW) {
            page.headers_mut().insert(header::ALLOW, allow.clone());
        }
        return page;
    }
    if response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"))
    {
        let fault = AppError::of_status(status.as_u16());
        *response.body_mut() = Body::from(serde_json::to_vec(&fault).unwrap_or_default());
        response.headers_mut().remove(header::CONTENT_LENGTH);
        response.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json"),
        );
    }
    response
}

/// The session ended before a form was posted: the sign-in page says so.
fn to_sign_in(state: &AppState) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    let flash = cookies::set_flash(&Notice::SessionEnded.into(), &state.config);
    response
        .headers_mut()
        .insert(header::LOCATION, HeaderValue::from_static("/account"));
    response.headers_mut().append(header::SET_COOKIE, flash);
    response
}

/// A server function's fault comes as a 500, or for a form as a redirect with the fault in its URL:
/// its own status instead, and nothing in any URL.
async fn with_status_of_fault(response: Response) -> Response {
    if !response.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, ANSWER_MAX).await.unwrap_or_default();
    let fault: AppError = serde_json::from_slice(&bytes).unwrap_or(AppError::Internal);
    parts.status =
        StatusCode::from_u16(fault.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    parts.headers.remove(header::LOCATION);
    Response::from_parts(parts, Body::from(bytes))
}

/// Whether the request comes from a navigation or a form, which show a page.
pub fn wants_page(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"))
}

/// The shop's language, or the browser's if the shop allows that and speaks it.
pub fn language(headers: &HeaderMap, state: &AppState) -> Language {
    let accepted = headers
        .get(header::ACCEPT_LANGUAGE)
        .filter(|_| state.config.accept_language)
        .and_then(|value| LanguageCode::accepted(value.to_str().ok()?, &state.config.languages));
    state
        .config
        .language(accepted.unwrap_or(state.config.store_language))
}
