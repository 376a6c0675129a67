//! Proving once more who one is, before what matters. A form that was sent too late is not lost: it comes back with the
//! question, and goes on with the answer.

use super::{
    request::{AdminRequest, see_plainly},
    staff::{
        proof::{self, Tried},
        session::{self, Signed},
    },
    typed::Typed,
};
use crate::base::{date, error::AppError};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

/// Name of the field with the password: no form of ours has one of that name.
pub const FIELD: &str = "confirm_password";

/// The question on the way to the page at `to`.
pub fn page(asked: &AdminRequest, to: &str, problem: Option<String>) -> Response {
    let hidden = Typed::of(vec![("to".to_owned(), to.to_owned())]);
    let status = match problem {
        None => StatusCode::FORBIDDEN,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    question(asked, status, "/confirm".to_owned(), hidden, problem)
}

/// `POST /confirm`: leads on to the page that was wanted.
pub async fn post(
    Extension(asked): Extension<AdminRequest>,
    typed: Typed,
) -> Result<Response, AppError> {
    let to = typed.get("to").to_owned();
    let Some(signed) = asked.signed.clone() else {
        return Err(AppError::SignedOut);
    };
    Ok(match prove(&asked, &signed, &typed, date::now()).await? {
        Some(problem) => page(&asked, &to, Some(problem)),
        None => see_plainly(&to),
    })
}

/// What was `typed` without the proof, if the proof in it is right; else the question, with all that was typed.
pub async fn of_post(
    asked: &AdminRequest,
    signed: &Signed,
    typed: Typed,
    now: i64,
) -> Result<Result<Typed, Response>, AppError> {
    let rest = typed.without(&[FIELD]);
    let problem = match typed.find(FIELD) {
        None => None,
        Some(_) => match prove(asked, signed, &typed, now).await? {
            None => return Ok(Ok(rest)),
            problem => problem,
        },
    };
    let (status, action) = (StatusCode::FORBIDDEN, asked.path.clone());
    Ok(Err(question(asked, status, action, rest, problem)))
}

/// What is wrong with the proof, if anything; else it is noted.
async fn prove(
    asked: &AdminRequest,
    signed: &Signed,
    typed: &Typed,
    now: i64,
) -> Result<Option<String>, AppError> {
    let shop = &asked.state.shop;
    let password = typed.get(FIELD);
    Ok(
        match proof::password_again(shop, signed, password, &asked.address, now).await? {
            Tried::Right(_) => {
                session::proved(&shop.db.write, signed.session.id, now).await?;
                None
            }
            Tried::Wrong => Some("That is not your password.".to_owned()),
            Tried::Wait(minutes) => Some(wait(minutes)),
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
    asked: &AdminRequest,
    status: StatusCode,
    action: String,
    kept: Typed,
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
    asked.page_with(status, "Is it you?", view)
}

/// What was typed before, to be sent again.
pub fn hidden(typed: &Typed) -> impl IntoView + use<> {
    let field = |(name, value): &(String, String)| {
        view! { <input type="hidden" name=name.clone() value=value.clone()/> }
    };
    typed.pairs.iter().map(field).collect_view()
}
