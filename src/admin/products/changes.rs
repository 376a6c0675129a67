//! Changes of many that were made, what became of each product, and the way back.

use super::{
    super::{
        flash::AdminFlash,
        form_values::FormValues,
        page::{Body, forbidden, response},
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    Categories, fields,
    paths::{CHANGES, PATH, UNDO, change_path},
    tasks,
};
use crate::{
    base::{date, error::AppError},
    catalog::bulk::{
        self, BulkUndoError,
        record::{self, Record, Row, RowSelection},
    },
};
use axum::{
    Extension,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use leptos::prelude::*;

/// How many changes are listed.
const LISTED: u32 = 50;
/// How many products of each kind are named.
const NAMED: usize = 200;
/// Seconds until a page without scripts looks again.
const LOOK_AGAIN: u32 = 4;

/// `GET /products/changes`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let (db, own) = (&shop.db.read, shop.config.shop());
    let categories = Categories::read(db, shop.config.store_language.code()).await?;
    let latest = record::latest(db, LISTED).await?;
    let row = |record: &Record| {
        let what = fields::words(&record.what, &categories, &own).join(" · ");
        let state = match record.undone_at {
            Some(_) => "Taken back".to_owned(),
            None => format!("{} changed", record.changed),
        };
        let to = change_path(record.id);
        view! { <tr><td>{request.clock(record.at)}</td><td>{record.who.clone()}</td><td><a href=to>{what}</a></td><td>{state}</td></tr> }
    };
    let rows = latest.iter().map(row).collect_view();
    let nothing = latest
        .is_empty()
        .then(|| view! { <p>"Nothing yet. Tick products in the list to change many at once."</p> });
    let view = view! {
        <p class="lead">"Each can be taken back for thirty days."</p>
        <div class="scroll" tabindex="0"><table>
            <thead><tr><th>{request.by_clock("When")}</th><th>"Who"</th><th>"What"</th><th>"How it stands"</th></tr></thead>
            <tbody>{rows}</tbody>
        </table></div>
        {nothing}
        <p><a class="button button--plain" href=PATH>"Back to the products"</a></p>
    };
    Ok(request.page("Changes of many", view))
}

/// The change that `typed` names.
pub async fn found(request: &AdminRequest, typed: &FormValues) -> Result<Option<Record>, AppError> {
    let db = &request.state.shop.db.read;
    match typed.number("id") {
        Some(id) => record::find(db, id).await,
        None => Ok(None),
    }
}

/// `GET /products/changes/one`.
pub async fn one(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let Some(record) = found(&request, &typed).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let shop = &request.state.shop;
    let (db, own) = (&shop.db.read, shop.config.shop());
    let categories = Categories::read(db, shop.config.store_language.code()).await?;
    let what = fields::words(&record.what, &categories, &own).join(" · ");
    let lead = format!("{} · {}", request.clock(record.at), record.who);
    let task = tasks::of(db, &record).await?;
    let goes_on = task.as_ref().filter(|task| !task.state.is_over());
    let stayed = record::rows(db, record.id, RowSelection::Stayed, 0, NAMED).await?;
    let not_undone = record::rows(db, record.id, RowSelection::NotUndone, 0, NAMED).await?;
    let changed = match record.changed {
        1 => "One product is changed".to_owned(),
        changed => format!("{changed} products are changed"),
    };
    let count = match record.stayed {
        0 => format!("{changed}."),
        1 => format!("{changed}, one stays as it is."),
        stayed => format!("{changed}, {stayed} stay as they are."),
    };
    let undone = record.undone_at.map(
        |at| view! { <p class="notice">{format!("Taken back on {}.", request.clock(at))}</p> },
    );
    let back = (goes_on.is_none() && record.has_way_back(date::now())).then(|| {
        view! {
            <form method="post" action=UNDO>
                <button class="button button--danger" type="submit" name="id" value=record.id.to_string() data-confirm="Take this change back?">"Take it back"</button>
                <p class="note">"Facts become what they were, unless somebody changed them since; stock moves back by what it moved, beside what was sold."</p>
            </form>
        }
    });
    let is_going_on = goes_on.is_some();
    let ended = task.as_ref().filter(|task| task.state.is_over());
    let view = view! {
        <p class="lead">{what}</p>
        <p class="note">{lead}</p>
        {goes_on.map(|task| tasks::going_on(task, &record))}
        {ended.and_then(tasks::ended)}
        <p>{count}</p>
        {undone}
        {named("These stay as they are", stayed, |row| row.why.clone())}
        {named("These could not be taken back", not_undone, |row| row.undone.clone())}
        {back}
        <p class="row"><a class="button button--plain" href=PATH>"Back to the products"</a><a class="button button--plain" href=CHANGES>"All changes"</a></p>
    };
    let body = Body::of("A change of many", view);
    let body = match is_going_on {
        true => body.refreshing(LOOK_AGAIN),
        false => body,
    };
    Ok(response(&request, StatusCode::OK, body))
}

/// Products by their names, each with a sentence.
fn named(
    title: &'static str,
    rows: Vec<Row>,
    why: impl Fn(&Row) -> String,
) -> Option<impl IntoView> {
    if rows.is_empty() {
        return None;
    }
    let each = rows.iter().map(|row| {
        let to = format!("/products/{}", row.product);
        let name = match row.name.as_str() {
            "" => format!("Product {}", row.product),
            name => name.to_owned(),
        };
        view! { <li><a href=to>{name}</a>": "{why(row)}</li> }
    });
    let each = each.collect_view();
    let first = (rows.len() == NAMED)
        .then(|| view! { <p class="note">{format!("These are the first {NAMED}.")}</p> });
    Some(
        view! { <section class="card"><h2>{title}</h2><ul class="plain">{each}</ul>{first}</section> },
    )
}

/// `POST /products/changes/undo`.
pub async fn post_undo(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let Some(record) = found(&request, &typed).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    if record.what.stock.is_some() && !request.may(Right::ChangeStock) {
        return Ok(forbidden(&request));
    }
    let services = request.state.shop.services();
    let said = match bulk::undo(&services, record.id, &request.actor()).await? {
        Ok(()) if usize::try_from(record.changed).unwrap_or(0) > bulk::FEW => {
            AdminFlash::BulkUndoing
        }
        Ok(()) => AdminFlash::BulkUndone,
        Err(BulkUndoError::Already) => AdminFlash::BulkUndoneAlready,
        Err(BulkUndoError::TooOld) => AdminFlash::BulkTooOld,
        Err(BulkUndoError::GoesOn) => AdminFlash::BulkGoesOn,
    };
    request.state.shop.catalog.note_sale();
    Ok(redirect_with_flash(&change_path(record.id), said))
}
