//! A change of many as it goes on.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect, redirect_with_flash},
    },
    changes::found,
    paths::{CANCEL, PROGRESS, change_path},
};
use crate::{
    base::error::AppError,
    catalog::bulk::{self, KIND, record::Record},
    platform::tasks::{self, Cancelled, State, Task},
};
use axum::{
    Extension, Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use leptos::prelude::*;
use sea_orm::ConnectionTrait;
use serde_json::json;

/// The task that does a change, or takes it back.
pub async fn of(db: &impl ConnectionTrait, record: &Record) -> Result<Option<Task>, AppError> {
    match record.undo_task.or(record.task) {
        Some(id) => tasks::find(db, KIND, id).await,
        None => Ok(None),
    }
}

fn far(task: &Task) -> String {
    match task.total {
        0 => "It begins in a moment.".to_owned(),
        total => format!("{} of {total} products", task.done),
    }
}

/// What is shown while somebody is at it.
pub fn going_on(task: &Task, record: &Record) -> impl IntoView + use<> {
    let live = format!("{PROGRESS}?id={}", record.id);
    let (most, value) = (task.total.max(1), (task.total > 0).then_some(task.done));
    let is_stopping = task.cancelled_at.is_some();
    let trouble = task.trouble.clone();
    let id = record.id.to_string();
    // Half taken back would be neither.
    let can_stop = !is_stopping && record.undo_task.is_none();
    let cancel = can_stop.then(|| {
        view! {
            <form method="post" action=CANCEL><button class="button button--danger" type="submit" name="id" value=id>"Cancel"</button></form>
            <p class="note">"You may leave this page: it goes on by itself. What is changed by then stays, and can be taken back."</p>
        }
    });
    view! {
        <section class="card" data-live=live>
            <progress aria-label="How far it is" max=most value=value></progress>
            <p data-far="">{far(task)}</p>
            <p class="sr-only" aria-live="polite" data-said=""></p>
            {trouble.map(|trouble| view! { <p class="notice">{trouble}</p> })}
            {is_stopping.then_some("It stops in a moment.")}
            {cancel}
        </section>
    }
}

/// What is said of a task that ended otherwise than well.
pub fn ended(task: &Task) -> Option<impl IntoView + use<>> {
    let text = match task.state {
        State::Cancelled => "It was called off. What was changed before stays.".to_owned(),
        State::Failed => {
            let trouble = task.trouble.clone().unwrap_or_default();
            format!("It could not be finished. What was changed before stays. {trouble}")
        }
        _ => return None,
    };
    Some(view! { <p class="notice">{text}</p> })
}

/// `GET /products/changes/progress`: how far it is, for the page's script.
pub async fn progress(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let task = match found(&request, &typed).await? {
        Some(record) => of(&request.state.shop.db.read, &record).await?,
        None => None,
    };
    let Some(task) = task else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let answer = json!({
        "over": task.state.is_over(),
        "step": task.step,
        "done": task.done,
        "total": task.total,
        "text": far(&task),
    });
    Ok(Json(answer).into_response())
}

/// `POST /products/changes/cancel`.
pub async fn cancel(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let Some(record) = found(&request, &typed).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let path = change_path(record.id);
    let Some(task) = record.task.filter(|_| record.undo_task.is_none()) else {
        return Ok(redirect_with_flash(&path, AdminFlash::TooLate));
    };
    let services = request.state.shop.services();
    Ok(
        match bulk::called_off(&services, task, &request.actor()).await? {
            Cancelled::Now => redirect(&path),
            Cancelled::Soon => redirect_with_flash(&path, AdminFlash::Stopping),
            Cancelled::Over => redirect_with_flash(&path, AdminFlash::TooLate),
        },
    )
}
