use super::{
    super::{
        flash::Said,
        form_values::Typed,
        request::{AdminRequest, see},
    },
    detail,
};
use crate::{
    base::{date, error::AppError},
    order::abandoned_carts::{
        eligibility::Standing,
        remind::{ByHand, Reminded, remind},
    },
};
use axum::{Extension, extract::Path, response::Response};

/// `POST /carts/{id}/remind`: sends the reminder now, once; why it was not sent stands on the page that this leads to.
pub async fn post(
    Extension(asked): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: Typed,
) -> Result<Response, AppError> {
    let by_hand = ByHand {
        actor: &asked.actor(),
        version: typed.number("version").ok_or(AppError::BadRequest)?,
    };
    let came = remind(&asked.state.shop, id, Some(&by_hand), date::now()).await?;
    let said = match came {
        Reminded::Sent => Said::CartReminded,
        Reminded::Not(Standing::Sent) => Said::CartRemindedBefore,
        Reminded::Not(_) | Reminded::Empty => Said::CartNotReminded,
        Reminded::Changed => Said::CartChanged,
        Reminded::Gone => return Ok(detail::gone(&asked)),
    };
    Ok(see(&format!("/carts/{id}"), said))
}
