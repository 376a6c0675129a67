use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
    },
    detail,
};
use crate::{
    base::{date, error::AppError},
    order::abandoned_carts::{
        eligibility::ReminderStatus,
        remind::{ByHand, Reminded, remind},
    },
};
use axum::{Extension, extract::Path, response::Response};

/// `POST /carts/{id}/remind`: sends the reminder now, once; why it was not sent stands on the page that this leads to.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let by_hand = ByHand {
        actor: &request.actor(),
        version: typed.number("version").ok_or(AppError::BadRequest)?,
    };
    let came = remind(&request.state.shop, id, Some(&by_hand), date::now()).await?;
    let said = match came {
        Reminded::Sent => AdminFlash::CartReminded,
        Reminded::Not(ReminderStatus::Sent) => AdminFlash::CartRemindedBefore,
        Reminded::Not(_) | Reminded::Empty => AdminFlash::CartNotReminded,
        Reminded::Changed => AdminFlash::CartChanged,
        Reminded::Gone => return Ok(detail::gone(&request)),
    };
    Ok(redirect_with_flash(&format!("/carts/{id}"), said))
}
