//! An import as it goes on, and what became of it.

use super::{CANCEL, PATH, PROGRESS, progress_text, report, task_path};
use crate::{
    admin::{
        flash::AdminFlash,
        form_values::FormValues,
        page::{Body, response},
        request::{AdminRequest, redirect, redirect_with_flash},
        staff::role::Right,
    },
    base::{byte_size::byte_size, date, error::AppError},
    import::{self, CHECK},
    platform::tasks::{self, Cancelled, State, Task, problems},
};
use axum::{
    Extension, Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use leptos::{either::Either, prelude::*};
use serde_json::json;

/// Seconds until a page without scripts looks again.
const LOOK_AGAIN: u32 = 4;

/// The task that `typed` names.
pub async fn found(request: &AdminRequest, typed: &FormValues) -> Result<Option<Task>, AppError> {
    let db = &request.state.shop.db.read;
    match typed.number("id") {
        Some(id) => tasks::find(db, import::KIND, id).await,
        None => Ok(None),
    }
}

/// The answer where there is no such task.
pub fn nothing() -> Response {
    StatusCode::NOT_FOUND.into_response()
}

/// `GET /import/task`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let Some(task) = found(&request, &typed).await? else {
        return Ok(nothing());
    };
    let lead = format!("{} · {}", task.name, byte_size(task.size.unsigned_abs()));
    let is_going_on = matches!(task.state, State::Waiting | State::Running);
    let content = if is_going_on {
        Either::Left(going_on(&task))
    } else {
        let db = &request.state.shop.db.read;
        let first = problems::after(db, task.id, (-1, 0), report::SHOWN).await?;
        Either::Right(report::view(&request, &task, first))
    };
    let view = view! {
        <p class="lead">{lead}</p>
        {content}
        <p><a href=PATH>"Back to import and export"</a></p>
    };
    let body = Body::of(progress_text::state(&task), view);
    let body = match is_going_on {
        true => body.refreshing(LOOK_AGAIN),
        false => body,
    };
    Ok(response(&request, StatusCode::OK, body))
}

/// What is shown while somebody is at it.
fn going_on(task: &Task) -> impl IntoView + use<> {
    let is_check = task.step == CHECK;
    let is_stopping = task.cancelled_at.is_some();
    let about = match is_check {
        true => "The file is being checked. Nothing is written yet.",
        false => "The products are being written, and shoppers see them as they come.",
    };
    let live = format!("{PROGRESS}?id={}", task.id);
    let (far, trouble) = (progress_text::far(task, date::now()), task.trouble.clone());
    // Without a value it says that it goes on, and not how far.
    let (most, value) = (task.total.max(1), (task.total > 0).then_some(task.done));
    let cancel = (!is_stopping).then(|| {
        let stays = match is_check {
            true => "",
            false => " What is written by then stays.",
        };
        view! { {button(task.id)}<p class="note">"You may leave this page: it goes on by itself."{stays}</p> }
    });
    view! {
        <section class="card" data-live=live>
            <p>{about}</p>
            <progress aria-label="How far it is" max=most value=value></progress>
            <p data-far="">{far}</p>
            <p class="sr-only" aria-live="polite" data-said=""></p>
            {trouble.map(|trouble| view! { <p class="notice">{trouble}</p> })}
            {is_stopping.then_some("It stops in a moment.")}
            {cancel}
        </section>
    }
}

/// The way to call it off.
pub fn button(id: i64) -> impl IntoView + use<> {
    view! {
        <form method="post" action=CANCEL>
            <button class="button button--danger" type="submit" name="id" value=id.to_string()>"Cancel"</button>
        </form>
    }
}

/// `GET /import/progress`: how far it is, for the page's script.
pub async fn progress(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let Some(task) = found(&request, &typed).await? else {
        return Ok(nothing());
    };
    let is_over = !matches!(task.state, State::Waiting | State::Running);
    let answer = json!({
        "over": is_over,
        "step": task.step,
        "done": task.done,
        "total": task.total,
        "text": progress_text::far(&task, date::now()),
    });
    Ok(Json(answer).into_response())
}

/// `POST /import/go-on`: writes what was checked.
pub async fn go_on(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let Some(task) = found(&request, &typed).await? else {
        return Ok(nothing());
    };
    if import::counts(&task) && !request.may(Right::ChangeStock) {
        return Ok(StatusCode::FORBIDDEN.into_response());
    }
    let services = request.state.shop.services();
    // Twice is once: whoever clicks again sees how far it is.
    import::go_on(&services, &task, &request.actor()).await?;
    Ok(redirect(&task_path(task.id)))
}

/// `POST /import/cancel`.
pub async fn cancel(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let Some(task) = found(&request, &typed).await? else {
        return Ok(nothing());
    };
    let services = request.state.shop.services();
    let path = task_path(task.id);
    Ok(
        match import::called_off(&services, &task, &request.actor()).await? {
            Cancelled::Now => redirect(&path),
            Cancelled::Soon => redirect_with_flash(&path, AdminFlash::Stopping),
            Cancelled::Over => redirect_with_flash(&path, AdminFlash::TooLate),
        },
    )
}
