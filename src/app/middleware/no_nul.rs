//! Text that visitors send holds no NUL: `PostgreSQL` keeps none, and no keyboard writes one.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// The letter U+FFFD, which stands for what cannot be written.
const REPLACEMENT: &str = "%EF%BF%BD";

/// Refuses a body that holds a NUL. In an address another letter takes its place: nothing is called so,
/// and whoever searches finds as much.
pub async fn layer(request: Request, next: Next) -> Response {
    let (mut head, body) = request.into_parts();
    let address = head.uri.to_string();
    if in_form(address.as_bytes()) {
        match address.replace("%00", REPLACEMENT).parse() {
            Ok(uri) => head.uri = uri,
            Err(_) => return StatusCode::BAD_REQUEST.into_response(),
        }
    }
    if head.method.is_safe() {
        return next.run(Request::from_parts(head, body)).await;
    }
    // What a body may measure is bounded outside of this layer.
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let has_nul = match is_json(&head.headers) {
        true => in_json(&bytes),
        false => in_form(&bytes),
    };
    if has_nul {
        return StatusCode::BAD_REQUEST.into_response();
    }
    next.run(Request::from_parts(head, Body::from(bytes))).await
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.contains("json"))
}

fn in_form(bytes: &[u8]) -> bool {
    bytes.contains(&0) || bytes.windows(3).any(|three| three == b"%00")
}

/// A backslash that stands behind another one begins no escape.
fn in_json(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| matches!(byte, 0 | b'\\')) {
        let found = &rest[at..];
        if found[0] == 0 || found.starts_with(br"\u0000") {
            return true;
        }
        rest = found.get(2..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nul_is_found_however_it_is_written() {
        for (json, has) in [
            (r#"{"a":"\u0000"}"#, true),
            (r#"{"a":"x\\\u0000"}"#, true),
            ("{\"a\":\"\0\"}", true),
            (r#"{"a":"\\u0000 100%00"}"#, false),
            (r#"{"a":"\n\"\u00e4\\"}"#, false),
            ("\\", false),
        ] {
            assert_eq!(in_json(json.as_bytes()), has, "{json}");
        }
        for (form, has) in [("a=%00", true), ("a=%2500", false), ("/p?q=x%00y", true)] {
            assert_eq!(in_form(form.as_bytes()), has, "{form}");
        }
    }
}
