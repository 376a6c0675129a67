//! Answers to forms: the page to go on to, and what it is to say.

use crate::{
    platform::cookies::{self, Token},
    request::context::RequestContext,
    text::notice::Notice,
};
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// Marks an answer that a program reads: whoever asks, no page takes its place.
#[derive(Clone, Copy)]
pub struct ForPrograms;

/// On to `path`, which says `notice`; `cart` is given to the browser.
pub fn see_other(
    context: &RequestContext,
    path: &str,
    notice: Option<Notice>,
    cart: Option<&Token>,
) -> Response {
    let mut response = see(path);
    let headers = response.headers_mut();
    if let Some(notice) = notice {
        let flash = cookies::set_flash(&notice.into(), &context.state.config);
        headers.append(header::SET_COOKIE, flash);
    }
    if let Some(token) = cart {
        let cookie = cookies::set_cart(token, &context.state.config);
        headers.append(header::SET_COOKIE, cookie);
    }
    response
}

/// On to `path`.
pub fn see(path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(location) = HeaderValue::from_str(path) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}
