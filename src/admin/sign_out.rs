//! Signing out, by the shop's own protocol: one statement ends the session and says whether there was one, and the browser
//! is told so.

use super::{
    flash::AdminFlash,
    request::{AdminRequest, see},
    sign_in,
    staff::session,
};
use crate::{
    base::error::AppError,
    platform::{audit, cookies},
};
use axum::{
    Extension,
    http::{HeaderMap, header},
    response::Response,
};

/// `POST /sign-out`.
pub async fn post(
    Extension(asked): Extension<AdminRequest>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let shop = &asked.state.shop;
    let ended = match cookies::read_staff(&headers, &shop.config) {
        Some(token) => session::end(&shop.db.write, &token).await?,
        None => false,
    };
    let signed = asked.signed.as_ref().or(asked.half_signed.as_ref());
    let said = match ended {
        true => AdminFlash::SignedOut,
        false => AdminFlash::NobodyThere,
    };
    if ended {
        audit::staff_signed_out(signed.map(|signed| signed.staff.id));
    }
    let mut response = see("/sign-in", said);
    let cookie = sign_in::forgotten(&asked);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
