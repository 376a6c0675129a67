//! Requests that change something come from the shop's own pages.
//!
//! Every supported browser says where a request comes from. Cookies alone do not: a page on a
//! sibling host is "same site", and a form there could post here with the customer's cookie.

use crate::request::state::AppState;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Refuses unsafe methods that another origin caused.
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let state = state.current();
    if request.method().is_safe() || is_own(request.headers(), &state.config.public_url) {
        return next.run(request).await;
    }
    tracing::warn!("refused: not from this origin");
    StatusCode::FORBIDDEN.into_response()
}

fn is_own(headers: &HeaderMap, public_url: &str) -> bool {
    let text =
        |name: header::HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match text(header::HeaderName::from_static("sec-fetch-site")) {
        Some("same-origin" | "none") => return true,
        Some(_) => return false,
        None => {}
    }
    match text(header::ORIGIN) {
        // Neither header: no browser that could carry somebody's cookie.
        None => true,
        Some(origin) if !public_url.is_empty() => origin == public_url,
        Some(origin) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            host.is_some() && host == text(header::HOST)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(headers: &[(&'static str, &'static str)], public_url: &str) -> bool {
        let headers = headers
            .iter()
            .map(|(name, value)| {
                (
                    header::HeaderName::from_static(name),
                    header::HeaderValue::from_static(value),
                )
            })
            .collect();
        is_own(&headers, public_url)
    }

    #[test]
    fn only_the_shops_own_pages_change_anything() {
        assert!(own(&[("sec-fetch-site", "same-origin")], ""));
        assert!(own(&[("sec-fetch-site", "none")], ""));
        assert!(!own(&[("sec-fetch-site", "same-site")], ""));
        assert!(!own(
            &[
                ("sec-fetch-site", "cross-site"),
                ("origin", "http://shop.example"),
                ("host", "shop.example")
            ],
            ""
        ));
        assert!(own(
            &[("origin", "http://shop.example"), ("host", "shop.example")],
            ""
        ));
        assert!(!own(
            &[("origin", "http://evil.example"), ("host", "shop.example")],
            ""
        ));
        assert!(!own(&[("origin", "null"), ("host", "shop.example")], ""));
        assert!(!own(
            &[("origin", "http://shop.example")],
            "https://shop.example"
        ));
        assert!(own(
            &[("origin", "https://shop.example")],
            "https://shop.example"
        ));
        assert!(own(&[("host", "shop.example")], ""));
    }
}
