//! Proving once more who one is, before what matters. A form that was sent too late is not lost: it comes back with the
//! question, and goes on with the answer.

use super::{
    form_values::FormValues,
    request::{AdminRequest, redirect},
    staff::{
        reauthenticate::{self, AttemptOutcome},
        session::{self, Signed},
    },
};
use crate::base::{date, error::AppError, validate};
use axum::{
    Extension,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use leptos::prelude::*;

/// Name of the field with the password: no form of ours has one of that name.
pub const FIELD: &str = "confirm_password";

/// The question on the way to the page at `to`.
pub fn page(request: &AdminRequest, to: &str, problem: Option<String>) -> Response {
    let hidden = FormValues::of(vec![("to".to_owned(), to.to_owned())]);
    let status = match problem {
        None => StatusCode::FORBIDDEN,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    question(request, status, "/confirm".to_owned(), hidden, problem)
}

/// `POST /confirm`: leads on to the page that was wanted.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let to = typed.get("to").to_owned();
    let Some(signed) = request.signed.clone() else {
        return Err(AppError::SignedOut);
    };
    Ok(match prove(&request, &signed, &typed, date::now()).await? {
        Some(problem) => page(&request, &to, Some(problem)),
        None => match folder_of_file(validate::return_path(&to).unwrap_or("/")) {
            Some(folder) => file_comes(&request, &to, folder),
            None => redirect(&to),
        },
    })
}

/// The page that the file at `path` is taken from; `None` if it is a page itself.
fn folder_of_file(path: &str) -> Option<&str> {
    let path = path.split('?').next().unwrap_or_default();
    let (folder, name) = path.rsplit_once('/')?;
    (name.contains('.') && !folder.is_empty()).then_some(folder)
}

/// A file opens no page: whoever takes one along would go on looking at the question.
fn file_comes(request: &AdminRequest, file: &str, folder: &str) -> Response {
    let (file, folder) = (file.to_owned(), folder.to_owned());
    let view = view! {
        <section class="card card--narrow">
            <p>"The file comes by itself."</p>
            <p><a href=file.clone()>"Take it, if it does not"</a></p>
            <p><a class="button" href=folder>"Go back"</a></p>
        </section>
    };
    let mut page = request.page("Your file", view);
    if let Ok(refresh) = HeaderValue::from_str(&format!("0; url={file}")) {
        page.headers_mut().insert(header::REFRESH, refresh);
    }
    page
}

/// What was `typed` without the proof, if the proof in it is right; else the question, with all that was typed.
pub async fn of_post(
    request: &AdminRequest,
    signed: &Signed,
    typed: FormValues,
    now: i64,
) -> Result<Result<FormValues, Response>, AppError> {
    let rest = typed.without(&[FIELD]);
    let problem = match typed.find(FIELD) {
        None => None,
        Some(_) => match prove(request, signed, &typed, now).await? {
            None => return Ok(Ok(rest)),
            problem => problem,
        },
    };
    let (status, action) = (StatusCode::FORBIDDEN, request.path.clone());
    Ok(Err(question(request, status, action, rest, problem)))
}

/// What is wrong with the proof, if anything; else it is noted.
async fn prove(
    request: &AdminRequest,
    signed: &Signed,
    typed: &FormValues,
    now: i64,
) -> Result<Option<String>, AppError> {
    let shop = &request.state.shop;
    let password = typed.get(FIELD);
    Ok(
        match reauthenticate::password_again(shop, signed, password, &request.address, now).await? {
            AttemptOutcome::Right(_) => {
                session::proved(&shop.db.write, signed.session.id, now).await?;
                None
            }
            AttemptOutcome::Wrong => Some("That is not your password.".to_owned()),
            AttemptOutcome::Wait(minutes) => Some(wait(minutes)),
        },
    )
}

/// How long to wait, in a sentence.
pub fn wait(minutes: u32) -> String {
    match minutes {
        1 => "Too many tries. Please wait a minute.".to_owned(),
        minutes => format!("Too many tries. Please wait {minutes} minutes."),
    }
}

fn question(
    request: &AdminRequest,
    status: StatusCode,
    action: String,
    kept: FormValues,
    problem: Option<String>,
) -> Response {
    let view = view! {
        <form class="card card--narrow" method="post" action=action>
            <p>"This matters, so please type your password once more. It holds for a quarter of an hour."</p>
            {hidden(&kept)}
            {super::sign_in::field(FIELD, "Your password", "password", "current-password", "")}
            {problem.map(|problem| view! { <p class="problem" role="alert">{problem}</p> })}
            <button class="button" type="submit">"Go on"</button>
        </form>
    };
    request.page_with(status, "Is it you?", view)
}

/// What was typed before, to be sent again.
pub fn hidden(typed: &FormValues) -> impl IntoView + use<> {
    let field = |(name, value): &(String, String)| {
        view! { <input type="hidden" name=name.clone() value=value.clone()/> }
    };
    typed.pairs.iter().map(field).collect_view()
}
