//! Notes of the staff about an order, which shoppers never see.

use super::{
    super::{
        flash::AdminFlash, form_values::FormValues, request::AdminRequest, staff::role::Right,
    },
    page::show,
    requested_order::{RequestedOrder, form_of},
};
use crate::{
    base::{date, error::AppError, html::in_textarea},
    order::{
        notes::{self, MAX_LENGTH, Note, NoteError, Noting},
        staff_actions::ActionSource,
    },
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// The notes, and the form for one more; `typed` is what was typed for one and what is wrong with it.
pub async fn all(
    request: &AdminRequest,
    found: &RequestedOrder,
    typed: Option<(String, String)>,
) -> Result<AnyView, AppError> {
    let notes = notes::of(&request.state.shop.db.read, found.whole.order.id).await?;
    let may = request.may(Right::FulfilOrders);
    if notes.is_empty() && !may {
        return Ok(().into_any());
    }
    let own = request.signed.as_ref().map(|signed| signed.staff.id);
    let zone = &request.state.shop.config.time_zone;
    let each = notes.into_iter().map(|note| {
        let changed = note
            .changed_at
            .map(|at| format!(", changed {}", zone.minute(at)));
        let by = format!(
            "{}, {}{}",
            note.who,
            zone.minute(note.written_at),
            changed.unwrap_or_default()
        );
        let change = (may && note.staff.is_some() && note.staff == own).then(|| {
            let to = found.link(&format!("/notes/{}", note.id));
            view! { <a class="button button--small" href=to>"Change or delete"</a> }
        });
        view! { <li><p class="lines">{note.text}</p><p class="note">{by}</p>{change}</li> }
    });
    let (text, problem) = typed.unwrap_or_default();
    let form = may.then(|| {
        view! {
            <form method="post" action=found.path("/notes")>
                {found.carried()}
                {area("note", "A note, for the staff alone", &text, &problem)}
                <button class="button button--plain" type="submit">"Keep the note"</button>
            </form>
        }
    });
    Ok(view! {
        <section class="card" aria-labelledby="notes">
            <h2 id="notes">"Notes"</h2>
            <ul class="plain">{each.collect_view()}</ul>
            {form}
        </section>
    }
    .into_any())
}

fn area(name: &'static str, label: &'static str, text: &str, problem: &str) -> AnyView {
    let is_wrong = !problem.is_empty();
    let note = format!("{name}-problem");
    let why =
        is_wrong.then(|| view! { <p class="problem" id=note.clone()>{problem.to_owned()}</p> });
    view! {
        <div class="field"><label for=name>{label}</label>
            <textarea id=name name=name rows="3" aria-invalid=is_wrong.then_some("true") aria-describedby=is_wrong.then_some(note)>{in_textarea(text)}</textarea>
            {why}</div>
    }
    .into_any()
}

/// The text of a note, or what is wrong with it.
fn read(typed: &FormValues) -> Result<String, String> {
    let text = typed.get("note").replace("\r\n", "\n").trim().to_owned();
    match text.chars().count() {
        0 => Err("Please write something.".to_owned()),
        count if count > MAX_LENGTH => Err(format!(
            "At most {MAX_LENGTH} characters; these are {count}."
        )),
        _ => Ok(text),
    }
}

/// `POST /orders/{number}/notes`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    let text = match read(&typed) {
        Ok(text) => text,
        Err(why) => {
            let note = Some((typed.get("note").to_owned(), why));
            return show(
                &request,
                &found,
                StatusCode::UNPROCESSABLE_ENTITY,
                None,
                note,
            )
            .await;
        }
    };
    let done = noted(&request, &found, &Noting::Add(text), &typed).await?;
    Ok(match done {
        Ok(()) => found.back(AdminFlash::NoteKept),
        Err(_) => found.back(AdminFlash::NoteGone),
    })
}

async fn noted(
    request: &AdminRequest,
    found: &RequestedOrder,
    noting: &Noting,
    typed: &FormValues,
) -> Result<Result<(), NoteError>, AppError> {
    let (form, actor) = (form_of(typed), request.actor());
    let by = ActionSource {
        actor: &actor,
        form: &form,
        saw: None,
        now: date::now(),
    };
    notes::note(&request.state.shop.db, found.number(), noting, by).await
}

/// One's own note with this number.
async fn own(
    request: &AdminRequest,
    found: &RequestedOrder,
    id: i64,
) -> Result<Option<Note>, AppError> {
    let own = request.signed.as_ref().map(|signed| signed.staff.id);
    let all = notes::of(&request.state.shop.db.read, found.whole.order.id).await?;
    let found = all.into_iter().find(|note| note.id == id);
    Ok(found.filter(|note| note.staff.is_some() && note.staff == own))
}

/// `GET /orders/{number}/notes/{note}`: one's own, to be changed.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path((number, id)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    match own(&request, &found, id.parse().unwrap_or_default()).await? {
        Some(note) => Ok(change(
            &request,
            &found,
            StatusCode::OK,
            &note,
            &note.text,
            "",
        )),
        None => Ok(gone(&request, &found)),
    }
}

fn gone(request: &AdminRequest, found: &RequestedOrder) -> Response {
    let view = view! { <p>"There is no such note of yours."</p>{found.way_back()} };
    request.page_with(StatusCode::NOT_FOUND, "No such note", view)
}

fn change(
    request: &AdminRequest,
    found: &RequestedOrder,
    status: StatusCode,
    note: &Note,
    text: &str,
    problem: &str,
) -> Response {
    let action = found.path(&format!("/notes/{}", note.id));
    let stale = (status == StatusCode::CONFLICT).then(|| {
        view! {
            <div class="notice" role="alert"><p>"This note was changed meanwhile. It says now:"</p><p class="lines">{note.text.clone()}</p></div>
        }
    });
    let before = note.text.clone();
    let view = view! {
        {stale}
        <form method="post" action=action>
            {found.carried()}
            <input type="hidden" name="before" value=before/>
            {area("note", "What it says", text, problem)}
            <div class="row">
                <button class="button" type="submit">"Save"</button>
                <button class="button button--danger" type="submit" name="act" value="remove">"Delete"</button>
            </div>
        </form>
        {found.way_back()}
    };
    let title = format!("Note on order {}", found.number());
    request.page_with(status, &title, view)
}

/// `POST /orders/{number}/notes/{note}`.
pub async fn post_change(
    Extension(request): Extension<AdminRequest>,
    Path((number, id)): Path<(String, String)>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    let id: i64 = id.parse().unwrap_or_default();
    let removes = typed.get("act") == "remove";
    let text = read(&typed);
    let noting = match (&text, removes) {
        (_, true) => Noting::Remove(id),
        (Ok(text), false) => {
            let before = typed.get("before").replace("\r\n", "\n");
            Noting::Change(id, before, text.clone())
        }
        (Err(why), false) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return match own(&request, &found, id).await? {
                Some(note) => Ok(change(
                    &request,
                    &found,
                    status,
                    &note,
                    typed.get("note"),
                    why,
                )),
                None => Ok(gone(&request, &found)),
            };
        }
    };
    match noted(&request, &found, &noting, &typed).await? {
        Ok(()) if removes => Ok(found.back(AdminFlash::NoteGone)),
        Ok(()) => Ok(found.back(AdminFlash::NoteKept)),
        Err(NoteError::Gone | NoteError::NotYours) => Ok(gone(&request, &found)),
        Err(NoteError::Changed(_)) => match own(&request, &found, id).await? {
            Some(note) => {
                let text = typed.get("note");
                Ok(change(
                    &request,
                    &found,
                    StatusCode::CONFLICT,
                    &note,
                    text,
                    "",
                ))
            }
            None => Ok(gone(&request, &found)),
        },
    }
}
