//! Signing out, by the shop's own protocol: one statement ends the session and says whether there was one, and the browser
//! is told so.

use super::{
    flash::AdminFlash,
    request::{AdminRequest, redirect_with_flash},
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
    Extension(request): Extension<AdminRequest>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let ended = match cookies::read_staff(&headers, &shop.config) {
        Some(token) => session::end(&shop.db.write, &token).await?,
        None => false,
    };
    let signed = request
        .signed
        .as_ref()
        .or(request.awaiting_second_factor.as_ref());
    let said = match ended {
        true => AdminFlash::SignedOut,
        false => AdminFlash::NobodyThere,
    };
    if ended {
        audit::staff_signed_out(signed.map(|signed| signed.staff.id));
    }
    let mut response = redirect_with_flash("/sign-in", said);
    let cookie = sign_in::forgotten(&request);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}
