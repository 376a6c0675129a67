//! `GET /questions/{id}`: what was written, and the form to answer.

use super::{
    super::{request::AdminRequest, staff::role::Right},
    canned_answers, code, name, sidebar,
};
use crate::{
    base::{error::AppError, html::in_textarea},
    contact::{
        MAX_TEXT_LENGTH,
        entity::{Author, Status, message, thread},
        store,
    },
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;
use nanoid::nanoid;

/// What was typed into the form of this name, and what is wrong with it.
pub struct UnsentForm {
    /// `answer` or `note`.
    pub form: &'static str,
    /// What was typed.
    pub text: String,
    /// What is wrong; empty if nothing is.
    pub problem: &'static str,
}

/// `GET /questions/{id}`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    shown(&request, id, StatusCode::OK, None).await
}

/// The page of the question `id`.
pub async fn shown(
    request: &AdminRequest,
    id: i64,
    status: StatusCode,
    refused: Option<UnsentForm>,
) -> Result<Response, AppError> {
    let db = &request.state.shop.db.read;
    let Some(thread) = store::find(db, id).await? else {
        let view = view! { <p>"There is no such question."</p><p><a href="/questions">"Back to the questions"</a></p> };
        return Ok(request.page_with(StatusCode::NOT_FOUND, "No such question", view));
    };
    let messages = store::messages(db, id).await?.into_iter();
    let messages = messages.map(|it| message(request, it));
    let beside = sidebar::of(request, &thread).await?;
    let may = request.may(Right::AnswerQuestions);
    let ready = match may {
        true => canned_answers::filled(request, &thread).await?,
        false => Vec::new(),
    };
    let forms = may.then(|| forms(&thread, ready, refused));
    let puts = may.then(|| puts(&thread));
    let back = format!("/questions?tab={}", code(thread.status));
    let view = view! {
        <p><span class="tag">{name(thread.status)}</span></p>
        <div class="beside">
            <div>
                <ol class="messages">{messages.collect_view()}</ol>
                {forms}
            </div>
            <div>{beside}{puts}</div>
        </div>
        <p><a class="button button--plain" href=back>"Back to the questions"</a></p>
    };
    Ok(request.page_with(status, &thread.subject, view))
}

fn message(request: &AdminRequest, it: message::Model) -> impl IntoView + use<> {
    let (class, what) = match it.author {
        Author::Customer => ("message", ""),
        Author::Staff => ("message message--own", "answered"),
        Author::Note => ("message message--note", "noted, for the staff alone"),
    };
    view! {
        <li class=class>
            <p class="note"><strong>{it.who}</strong>" "{what}" · "{request.clock(it.at)}</p>
            <p class="lines">{it.text}</p>
        </li>
    }
}

fn forms(
    thread: &thread::Model,
    ready: Vec<(String, String)>,
    refused: Option<UnsentForm>,
) -> impl IntoView + use<> {
    let ready = canned_answers::choice(thread, ready);
    let (answer, note) = match refused {
        Some(it) if it.form == "note" => (None, Some(it)),
        other => (other, None),
    };
    let is_note = note.is_some();
    view! {
        {form(thread, "answer", "Your answer", "Send the answer", ready, answer)}
        <details class="part" open=is_note>
            <summary>"A note for the staff"</summary>
            {form(thread, "note", "What nobody but the staff reads", "Keep the note", None, note)}
        </details>
    }
}

fn form(
    thread: &thread::Model,
    which: &'static str,
    label: &'static str,
    button: &'static str,
    ready: Option<AnyView>,
    refused: Option<UnsentForm>,
) -> impl IntoView + use<> {
    let action = format!("/questions/{}/{which}", thread.id);
    let problem = refused.as_ref().map(|it| it.problem);
    let problem = problem.filter(|why| !why.is_empty());
    let typed = refused.map(|it| it.text).unwrap_or_default();
    let is_typed = (!typed.is_empty()).then_some("");
    let note = format!("{which}-note");
    let described = problem.map(|_| note.clone());
    let hint = (which == "answer").then(|| {
        let to = format!(
            "It goes to {} as an e-mail, with a link by which they answer.",
            thread.email
        );
        view! { <p class="note">{to}</p> }
    });
    view! {
        <form class="card" method="post" action=action data-guard="" data-typed=is_typed>
            <input type="hidden" name="version" value=thread.version.to_string()/>
            <input type="hidden" name="form" value=nanoid!()/>
            {ready}
            <div class="field">
                <label for=which>{label}</label>
                <textarea id=which name="text" rows="6" maxlength=MAX_TEXT_LENGTH required aria-invalid=problem.map(|_| "true") aria-describedby=described>{in_textarea(&typed)}</textarea>
                {problem.map(|why| view! { <p class="problem" id=note role="alert">{why}</p> })}
                {hint}
            </div>
            <button class="button" type="submit">{button}</button>
        </form>
    }
}

/// Where a question can be put.
fn puts(thread: &thread::Model) -> impl IntoView + use<> {
    let action = format!("/questions/{}/put", thread.id);
    let button = |status: Status, label: &'static str| {
        view! { <button class="button button--plain" type="submit" name="status" value=code(status)>{label}</button> }
    };
    let buttons = match thread.status {
        Status::Open | Status::Answered => {
            vec![
                button(Status::Closed, "Close it"),
                button(Status::Spam, "It is spam"),
            ]
        }
        Status::Closed => vec![button(Status::Open, "Open it again")],
        Status::Spam => vec![button(Status::Open, "It is no spam")],
    };
    view! {
        <form class="row" method="post" action=action aria-label="Put it elsewhere">
            <input type="hidden" name="version" value=thread.version.to_string()/>
            {buttons}
        </form>
    }
}
