//! How both of them answer: as they should, or as a fault wants it.

use super::{Books, faults::Fault};
use axum::{
    Json,
    body::Body,
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use serde_json::Value;
use std::io;

/// What is answered, or a status and why not.
pub type TestAnswer = Result<Value, Refusal>;
/// A status, and why.
pub type Refusal = (u16, String);

/// What `make` answers, or what goes wrong instead; `error` writes a refusal as the provider does.
pub fn answer(
    books: &Books,
    make: impl FnOnce() -> TestAnswer,
    error: impl Fn(u16, &str) -> Response,
) -> Response {
    let fault = books.faults.of_this_request();
    match fault {
        Fault::Fail => return error(500, "An error occurred"),
        Fault::Refuse => return error(400, "Something is not as it should be"),
        Fault::None | Fault::LoseAnswer => {}
    }
    match make() {
        _ if fault == Fault::LoseAnswer => cut(),
        Ok(value) => Json(value).into_response(),
        Err((status, why)) => error(status, &why),
    }
}

/// A refusal.
pub fn refused(status: u16, why: &str) -> Refusal {
    (status, why.to_owned())
}

/// Whether a request is made with `key`.
pub fn has_key(headers: &HeaderMap, key: &str) -> bool {
    text(headers, "authorization") == format!("Bearer {key}")
}

/// A header's text, or nothing.
pub fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    let value = headers.get(name).and_then(|it| it.to_str().ok());
    value.unwrap_or_default()
}

/// An answer that breaks off.
fn cut() -> Response {
    let broken = futures::stream::once(async { Err::<String, _>(io::Error::other("lost")) });
    Body::from_stream(broken).into_response()
}
