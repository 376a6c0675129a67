//! A link to set another password, for a customer who asks for it.

use super::{
    super::{
        flash::AdminFlash,
        request::{AdminRequest, redirect_with_flash},
    },
    common::{email_context, nobody, path},
};
use crate::{
    account::reset::{SendOutcome, send_to},
    base::{date, error::AppError},
};
use axum::{Extension, extract::Path, response::Response};

/// `POST /customers/{id}/reset`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    if !shop.config.sign_in.has_passwords() {
        return Err(AppError::BadRequest);
    }
    let (origin, by) = (request.state.shop_origin(), request.actor());
    let context = email_context(&request, &origin);
    Ok(
        match send_to(&shop.accounts, id, context, &by, date::now()).await? {
            SendOutcome::Now => redirect_with_flash(&path(id), AdminFlash::ResetSent),
            SendOutcome::Before => redirect_with_flash(&path(id), AdminFlash::ResetSentBefore),
            SendOutcome::Gone => nobody(&request),
        },
    )
}
