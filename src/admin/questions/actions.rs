//! What is done with a question by forms.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
    },
    detail::{self, UnsentForm},
    of_code,
};
use crate::{
    base::{date, error::AppError},
    contact::{
        MAX_TEXT_LENGTH,
        actions::{self, MerchantAction, MerchantActionSource, QuestionActionError},
        written,
    },
    platform::config::canned_answers::{NAME, ORDER},
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};

/// `POST /questions/{id}/answer`.
pub async fn post_answer(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    text(&request, id, &typed, "answer", AdminFlash::Answered).await
}

/// `POST /questions/{id}/note`.
pub async fn post_note(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    text(&request, id, &typed, "note", AdminFlash::Noted).await
}

/// `POST /questions/{id}/put`.
pub async fn post_put(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let status = of_code(typed.get("status")).ok_or(AppError::BadRequest)?;
    let said = match done(&request, id, &typed, &MerchantAction::Put(status)).await? {
        Ok(()) | Err(QuestionActionError::Already) => AdminFlash::QuestionPut,
        Err(QuestionActionError::Changed) => AdminFlash::QuestionChanged,
        Err(QuestionActionError::Gone) => {
            return detail::shown(&request, id, StatusCode::NOT_FOUND, None).await;
        }
    };
    Ok(redirect_with_flash(&format!("/questions/{id}"), said))
}

/// Takes a text; what was typed stays where it cannot be taken.
async fn text(
    request: &AdminRequest,
    id: i64,
    typed: &FormValues,
    form: &'static str,
    said: AdminFlash,
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
        length if length > MAX_TEXT_LENGTH => Some("That is too long: at most 6,000 characters."),
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
        return detail::shown(request, id, status, Some(refused(problem))).await;
    }
    let action = match form {
        "note" => MerchantAction::Note(text),
        _ => MerchantAction::Answer(text),
    };
    match done(request, id, typed, &action).await? {
        Ok(()) | Err(QuestionActionError::Already) => {
            Ok(redirect_with_flash(&format!("/questions/{id}"), said))
        }
        Err(QuestionActionError::Gone) => {
            detail::shown(request, id, StatusCode::NOT_FOUND, None).await
        }
        Err(QuestionActionError::Changed) => {
            let why = "Not sent yet: something was written or changed here meanwhile. Read it above, and send this again if it still fits.";
            detail::shown(request, id, StatusCode::CONFLICT, Some(refused(why))).await
        }
    }
}

async fn done(
    request: &AdminRequest,
    id: i64,
    typed: &FormValues,
    action: &MerchantAction,
) -> Result<Result<(), QuestionActionError>, AppError> {
    let shop = &request.state.shop;
    let signed = request.signed.as_ref().ok_or(AppError::SignedOut)?;
    let version = typed.number("version").ok_or(AppError::BadRequest)?;
    let form = match action {
        MerchantAction::Put(_) => "",
        _ => typed.get("form"),
    };
    if form.is_empty() && !matches!(action, MerchantAction::Put(_)) {
        return Err(AppError::BadRequest);
    }
    let form: String = form.chars().take(60).collect();
    let actor = request.actor();
    let by = MerchantActionSource {
        actor: &actor,
        author: &signed.staff.name,
        form: &form,
        version,
        now: date::now(),
    };
    let origin = request.state.shop_origin();
    let did = actions::apply(&shop.db, &shop.config, &origin, id, action, by).await?;
    shop.job_waits.notify_one();
    Ok(did)
}
