//! A number for every request, in its log line, its answer and its fault page.

use axum::{
    Router,
    extract::Request,
    http::{HeaderName, Response},
    middleware::map_request,
};
use std::time::Duration;
use tower_http::{
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, RequestId, SetRequestIdLayer},
    trace::TraceLayer,
};
use tracing::{Span, info, info_span};

const NAME: HeaderName = HeaderName::from_static("x-request-id");

/// `router`, where each request has an id and its end is logged: method, path without query, status,
/// duration.
pub fn numbered(router: Router) -> Router {
    let trace = TraceLayer::new_for_http()
        .make_span_with(span)
        .on_response(log)
        .on_request(())
        .on_body_chunk(())
        .on_eos(())
        .on_failure(());
    router
        .layer(trace)
        .layer(PropagateRequestIdLayer::new(NAME))
        .layer(SetRequestIdLayer::new(NAME, MakeRequestUuid))
        .layer(map_request(without_id))
}

/// The id of the request being answered.
pub fn of(request: &Request) -> String {
    let id = request.extensions().get::<RequestId>();
    let text = id.and_then(|id| id.header_value().to_str().ok());
    text.unwrap_or_default().to_owned()
}

/// Nobody else names requests: what they sent would stand in the log and in pages.
async fn without_id(mut request: Request) -> Request {
    request.headers_mut().remove(NAME);
    request
}

fn span(request: &Request) -> Span {
    info_span!("request", id = of(request), method = %request.method(), path = request.uri().path())
}

fn log<B>(response: &Response<B>, took: Duration, _: &Span) {
    let duration_us = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    info!(status = response.status().as_u16(), duration_us, "answered");
}
