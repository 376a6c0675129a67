//! A link to set another password, for a customer who asks for it.

use super::{
    super::{
        flash::Said,
        request::{AdminRequest, see},
    },
    email_context, nobody, path,
};
use crate::{
    account::reset::{Sent, send_to},
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
            Sent::Now => see(&path(id), Said::ResetSent),
            Sent::Before => see(&path(id), Said::ResetSentBefore),
            Sent::Gone => nobody(&asked),
        },
    )
}
