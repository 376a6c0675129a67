//! What staff noted of a customer.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect, redirect_with_flash},
        staff::role::Right,
    },
    common::{nobody, path},
    detail,
};
use crate::{
    account::{
        customers::note::{self, MAX_LENGTH, Note},
        store,
    },
    base::{date, error::AppError, html::in_textarea},
    platform::db::retried,
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// The notes with the form for one more, in which `typed` stands.
pub fn section(
    request: &AdminRequest,
    id: i64,
    notes: Vec<Note>,
    typed: Option<String>,
) -> impl IntoView + use<> {
    let may_manage = request.may(Right::ManageCustomers);
    let note = |note: Note| {
        let remove = may_manage.then(|| {
            view! {
                <form method="post" action=format!("/customers/{id}/notes/remove")>
                    <button class="button--small" type="submit" name="note" value=note.id.to_string() data-confirm="Delete this note?" aria-label=format!("Delete the note of {}", request.clock(note.at))>"Delete"</button>
                </form>
            }
        });
        view! { <li class="card"><p class="lines">{note.text}</p><p class="note">{note.who}", "{request.clock(note.at)}</p>{remove}</li> }
    };
    let problem = typed.is_some().then(|| {
        view! { <p class="problem" id="text-problem">{format!("Please write something, in up to {MAX_LENGTH} characters.")}</p> }
    });
    let wrong = problem.is_some().then_some("true");
    let add = may_manage.then(|| {
        view! {
            <form method="post" action=format!("/customers/{id}/notes")>
                <div class="field"><label for="text">"A new note"</label>
                    <textarea id="text" name="text" rows="3" required aria-invalid=wrong aria-describedby="text-note">{in_textarea(&typed.unwrap_or_default())}</textarea>
                    <p class="note" id="text-note">"Customers see none in the shop, but whoever asks what you keep about them reads them too."</p>{problem}</div>
                <button class="button button--plain" type="submit">"Note it"</button>
            </form>
        }
    });
    view! {
        <section class="card" id="notes"><h2>"Notes"</h2>
            <ul class="changes">{notes.into_iter().map(note).collect_view()}</ul>{add}</section>
    }
}

/// `POST /customers/{id}/notes`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let text = typed.get("text").replace("\r\n", "\n").trim().to_owned();
    if text.is_empty() || text.chars().count() > MAX_LENGTH {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return detail::with_note(&request, id, status, text).await;
    }
    let by = request.actor();
    let add = || async {
        let tx = request.state.shop.db.begin().await?;
        if store::to_change(&tx, id).await?.is_none() {
            return Ok(false);
        }
        note::add(&tx, id, &text, &by, date::now()).await?;
        tx.commit().await?;
        Ok(true)
    };
    Ok(match retried(add).await? {
        true => redirect_with_flash(&path(id), AdminFlash::NoteAdded),
        false => nobody(&request),
    })
}

/// `POST /customers/{id}/notes/remove`.
pub async fn post_remove(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let number = typed.number("note").ok_or(AppError::BadRequest)?;
    let by = request.actor();
    let remove = || async {
        let tx = request.state.shop.db.begin().await?;
        let is_removed = note::remove(&tx, id, number, &by, date::now()).await?;
        tx.commit().await?;
        Ok(is_removed)
    };
    Ok(match retried(remove).await? {
        true => redirect_with_flash(&path(id), AdminFlash::NoteRemoved),
        false => redirect(&path(id)),
    })
}
