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

/// Marks a response for programs: no error page replaces it, even if a browser asked.
#[derive(Clone, Copy)]
pub struct ForPrograms;

/// A redirect to `path`, which shows `notice`, if any; sets the cart cookie to `cart`, if given.
pub fn redirect_with_notice(
    context: &RequestContext,
    path: &str,
    notice: Option<Notice>,
    cart: Option<&Token>,
) -> Response {
    let mut response = redirect(path);
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

/// A redirect (303) to `path`.
pub fn redirect(path: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(location) = HeaderValue::from_str(path) {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}
