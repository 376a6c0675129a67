//! A number for every request, in its log line, its answer and its fault page.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use std::time::Instant;
use tracing::{Instrument, info, info_span};

/// The id of the request being answered.
#[derive(Clone)]
pub struct RequestId(pub String);

/// Gives the request an id and logs how it ended: method, path without query, status, duration.
pub async fn layer(mut request: Request, next: Next) -> Response {
    let id = RequestId(new_id());
    request.extensions_mut().insert(id.clone());
    let span =
        info_span!("request", id = id.0, method = %request.method(), path = request.uri().path());
    let started = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    span.in_scope(|| {
        let duration_us = u64::try_from(started.elapsed().as_micros()).unwrap_or(u64::MAX);
        info!(status = response.status().as_u16(), duration_us, "answered");
    });
    if let Ok(value) = HeaderValue::from_str(&id.0) {
        response
            .headers_mut()
            .insert(HeaderName::from_static("x-request-id"), value);
    }
    response
}

fn new_id() -> String {
    let mut bytes = [0; 8];
    // An id that is not unique is a nuisance, not a fault.
    let _ = getrandom::fill(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
