//! A link to set another password, for a customer who asks for it.

use super::{
    super::{
        flash::AdminFlash,
        request::{AdminRequest, see},
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
    Extension(asked): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let shop = &asked.state.shop;
    if !shop.config.sign_in.has_passwords() {
        return Err(AppError::BadRequest);
    }
    let (origin, by) = (asked.state.shop_origin(), asked.actor());
    let context = email_context(&asked, &origin);
    Ok(
        match send_to(&shop.accounts, id, context, &by, date::now()).await? {
            SendOutcome::Now => see(&path(id), AdminFlash::ResetSent),
            SendOutcome::Before => see(&path(id), AdminFlash::ResetSentBefore),
            SendOutcome::Gone => nobody(&asked),
        },
    )
}
