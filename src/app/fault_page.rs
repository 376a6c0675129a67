//! The page for what went wrong. It needs neither database nor bundle, and shows no detail but the request's id.

use crate::text::Language;
use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
};

/// A page that says what to do.
pub fn fault_page(
    status: StatusCode,
    disk_full: bool,
    language: Language,
    request_id: &str,
) -> Response<Body> {
    let t = language.texts();
    let advice = match status {
        StatusCode::SERVICE_UNAVAILABLE if disk_full => t.fault_disk_full,
        StatusCode::BAD_REQUEST
        | StatusCode::UNPROCESSABLE_ENTITY
        | StatusCode::UNSUPPORTED_MEDIA_TYPE => t.fault_bad_request,
        StatusCode::FORBIDDEN => t.fault_forbidden,
        StatusCode::NOT_FOUND => t.fault_not_found,
        StatusCode::METHOD_NOT_ALLOWED => t.fault_method,
        StatusCode::REQUEST_TIMEOUT | StatusCode::GATEWAY_TIMEOUT => t.fault_timeout,
        StatusCode::TOO_MANY_REQUESTS => t.fault_too_many,
        StatusCode::PAYLOAD_TOO_LARGE => t.fault_too_large,
        StatusCode::SERVICE_UNAVAILABLE => t.fault_unavailable,
        _ => t.fault_internal,
    };
    let html = format!(
        "<!DOCTYPE html><html lang=\"{}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title><main><h1>{title}</h1><p>{advice}</p>\
         <p><a href=\"/\">{back}</a></p><p><small>{id}</small></p></main></html>",
        language.code(),
        title = t.fault_title,
        back = t.back_to_shop,
        id = t.fault_id(request_id),
    );
    let mut response = Response::new(Body::from(html));
    *response.status_mut() = status;
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    response
}
