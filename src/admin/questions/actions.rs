//! What is done with a question by forms.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, see},
    },
    detail::{self, UnsentForm},
    of_code,
};
use crate::{
    base::{date, error::AppError},
    contact::{
        LONGEST_TEXT,
        actions::{self, MerchantAction, NotDone},
        written,
    },
    platform::config::canned_answers::{NAME, ORDER},
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};

/// `POST /questions/{id}/answer`.
pub async fn post_answer(
    Extension(asked): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    text(&asked, id, &typed, ("answer", AdminFlash::Answered)).await
}

/// `POST /questions/{id}/note`.
pub async fn post_note(
    Extension(asked): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    text(&asked, id, &typed, ("note", AdminFlash::Noted)).await
}

/// `POST /questions/{id}/put`.
pub async fn post_put(
    Extension(asked): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let status = of_code(typed.get("status")).ok_or(AppError::BadRequest)?;
    let said = match done(&asked, id, &typed, &MerchantAction::Put(status)).await? {
        Ok(()) | Err(NotDone::Already) => AdminFlash::QuestionPut,
        Err(NotDone::Changed) => AdminFlash::QuestionChanged,
        Err(NotDone::Gone) => return detail::shown(&asked, id, StatusCode::NOT_FOUND, None).await,
    };
    Ok(see(&format!("/questions/{id}"), said))
}

/// Takes a text; what was typed stays where it cannot be taken.
async fn text(
    asked: &AdminRequest,
    id: i64,
    typed: &FormValues,
    (form, said): (&'static str, AdminFlash),
) -> Result<Response, AppError> {
    let text = written(typed.get("text"));
    let refused = |problem: &'static str| UnsentForm {
        form,
        text: typed.get("text").to_owned(),
        problem,
    };
    let length = text.chars().count();
    let problem = match length {
        0 => Some("Please write something."),
        length if length > LONGEST_TEXT => Some("That is too long: at most 6,000 characters."),
        _ if form == "answer" && text.contains(ORDER) => Some(
            "“{order}” still stands in it, and there is no order beside this question: please write its number, or take it out.",
        ),
        _ if form == "answer" && text.contains(NAME) => {
            Some("“{name}” still stands in it: please write who it is for.")
        }
        _ => None,
    };
    if let Some(problem) = problem {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return detail::shown(asked, id, status, Some(refused(problem))).await;
    }
    let deed = match form {
        "note" => MerchantAction::Note(text),
        _ => MerchantAction::Answer(text),
    };
    match done(asked, id, typed, &deed).await? {
        Ok(()) | Err(NotDone::Already) => Ok(see(&format!("/questions/{id}"), said)),
        Err(NotDone::Gone) => detail::shown(asked, id, StatusCode::NOT_FOUND, None).await,
        Err(NotDone::Changed) => {
            let why = "Not sent yet: something was written or changed here meanwhile. Read it above, and send this again if it still fits.";
            detail::shown(asked, id, StatusCode::CONFLICT, Some(refused(why))).await
        }
    }
}

async fn done(
    asked: &AdminRequest,
    id: i64,
    typed: &FormValues,
    deed: &MerchantAction,
) -> Result<Result<(), NotDone>, AppError> {
    let shop = &asked.state.shop;
    let signed = asked.signed.as_ref().ok_or(AppError::SignedOut)?;
    let version = typed.number("version").ok_or(AppError::BadRequest)?;
    let form = match deed {
        MerchantAction::Put(_) => "",
        _ => typed.get("form"),
    };
    if form.is_empty() && !matches!(deed, MerchantAction::Put(_)) {
        return Err(AppError::BadRequest);
    }
    let form: String = form.chars().take(60).collect();
    let actor = asked.actor();
    let by = (&actor, signed.staff.name.as_str());
    let origin = asked.state.shop_origin();
    let did = actions::work(
        &shop.db,
        &shop.config,
        &origin,
        (id, version),
        (deed, &form),
        by,
        date::now(),
    )
    .await?;
    shop.job_waits.notify_one();
    Ok(did)
}
