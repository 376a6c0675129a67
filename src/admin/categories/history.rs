//! What was done to categories lately, and taking it back.

use super::{PATH, detail, path_of};
use crate::{
    admin::{
        changes::{Change, brief, in_each_language},
        flash::AdminFlash,
        form::capitalised,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    base::{
        date::{self, DAY},
        error::AppError,
    },
    catalog::{
        edit::{self, CategoryLogEntry, UndoOutcome},
        store,
    },
    platform::db::retried,
};
use axum::{Extension, response::Response};
use leptos::prelude::*;
use std::collections::HashMap;
use toml::{Table, Value};

/// Seconds for which something can be taken back.
const KEPT: i64 = 30 * DAY;
/// Entries that a page shows.
const FEW: usize = 8;

/// The latest changes of the category `id`; nothing if there are none.
pub async fn card(request: &AdminRequest, id: i64) -> Result<Option<AnyView>, AppError> {
    let target = edit::category_target(id);
    let db = &request.state.shop.db.read;
    let all = Change::of_target(db, &target, i64::MAX, FEW).await?;
    shown(request, all, false).await
}

/// The latest changes of all categories; nothing if there are none.
pub async fn card_of_all(request: &AdminRequest) -> Result<Option<AnyView>, AppError> {
    let all = Change::of_categories(&request.state.shop.db.read, FEW).await?;
    shown(request, all, true).await
}

async fn shown(
    request: &AdminRequest,
    all: Vec<Change>,
    is_of_all: bool,
) -> Result<Option<AnyView>, AppError> {
    if all.is_empty() {
        return Ok(None);
    }
    let shop = &request.state.shop;
    let code = shop.config.store_language.code();
    let names = store::categories(&shop.db.read).await?;
    let names: HashMap<i64, String> = names
        .into_iter()
        .map(|it| (it.id, it.name.get(code).to_owned()))
        .collect();
    let (may, since) = (request.may(Right::ChangeProducts), date::now() - KEPT);
    let restored: Vec<(String, i64)> = all
        .iter()
        .filter(|it| it.verb == edit::CATEGORY_RESTORED)
        .map(|it| (it.target.clone(), it.id))
        .collect();
    let rows = all.into_iter().map(|change| {
        let logged = log_entry(&change);
        let is_back = restored
            .iter()
            .any(|(target, id)| *target == change.target && *id > change.id);
        let undo = (may && change.at > since && !is_back && logged.can_be_undone()).then(|| {
            let (number, name) = (change.id.to_string(), format!("Undo: {}", request.clock(change.at)));
            view! { <button class="button button--small" type="submit" name="id" value=number aria-label=name>"Undo"</button> }
        });
        let whose = is_of_all.then(|| category_name(&logged, &names)).filter(|it| !it.is_empty());
        let title = format!("{}{}", title(&change.verb), whose.map(|it| format!(": {it}")).unwrap_or_default());
        let head = format!("{}, {}", request.clock(change.at), change.who);
        let each = lines(&change, &names).into_iter().map(|(label, before, after)| {
            view! { <li>{label}": "<del>{before}</del>" → "<ins>{after}</ins></li> }
        });
        view! {
            <li class="change"><div class="row"><span class="plan"><strong>{title}</strong>" "<span class="note">{head}</span></span>{undo}</div>
                <ul class="changes">{each.collect_view()}</ul></li>
        }
    });
    let view = view! {
        <section class="card"><h2>"Changed lately"</h2>
            <p class="note">"What was done can be undone for thirty days."</p>
            <form method="post" action=UNDO><ul class="plain">{rows.collect_view()}</ul></form></section>
    };
    Ok(Some(view.into_any()))
}

/// Where a change is taken back.
pub const UNDO: &str = "/categories/undo";

fn log_entry(change: &Change) -> CategoryLogEntry {
    let json = |value: &Option<Value>| {
        let json = value.as_ref().and_then(|it| serde_json::to_value(it).ok());
        json.unwrap_or_default()
    };
    CategoryLogEntry {
        id: change.id,
        verb: change.verb.clone(),
        target: change.target.clone(),
        before: json(&change.before),
        after: json(&change.after),
    }
}

fn title(verb: &str) -> &'static str {
    match verb {
        edit::CATEGORY_REMOVED => "Deleted",
        edit::CATEGORY_RESTORED => "Brought back",
        edit::CATEGORIES_ARRANGED => "Another order",
        "category.add" => "Added",
        _ => "Changed",
    }
}

/// What the category of `logged` is called, or was.
fn category_name(logged: &CategoryLogEntry, names: &HashMap<i64, String>) -> String {
    let kept = logged.before.get("name").and_then(|it| it.as_str());
    let known = logged.category().and_then(|id| names.get(&id));
    let after = logged.after.as_str();
    let name = known.map(String::as_str).or(kept).or(after);
    name.unwrap_or_default().to_owned()
}

/// What was changed: its name, how it was, how it is since.
fn lines(change: &Change, names: &HashMap<i64, String>) -> Vec<(String, String, String)> {
    match (change.verb.as_str(), &change.before, &change.after) {
        (edit::CATEGORY_CHANGED, Some(Value::Table(before)), Some(Value::Table(after))) => {
            let mut keys: Vec<&String> = before.keys().chain(after.keys()).collect();
            keys.sort();
            keys.dedup();
            let line = |key: &String| {
                let said = |table: &Table| value_text(key, table.get(key), names);
                (label(key), said(before), said(after))
            };
            keys.into_iter().map(line).collect()
        }
        (edit::CATEGORIES_ARRANGED, Some(Value::Array(before)), Some(Value::Array(after))) => {
            let line = |(before, after): (&Value, &Value)| {
                let name = after.get("name").and_then(Value::as_str);
                let (before, after) = (standing(before, names), standing(after, names));
                (name.unwrap_or_default().to_owned(), before, after)
            };
            before.iter().zip(after).map(line).collect()
        }
        _ => Vec::new(),
    }
}

fn label(key: &str) -> String {
    match key {
        "position" => "Place".to_owned(),
        "order" => "Order of its products".to_owned(),
        key => detail::label(key).map_or_else(|| capitalised(key), str::to_owned),
    }
}

fn standing(value: &Value, names: &HashMap<i64, String>) -> String {
    let position = value.get("position").and_then(Value::as_integer);
    let place = format!("place {}", position.unwrap_or_default());
    match value.get("parent").and_then(Value::as_integer) {
        Some(above) => format!("{place} below {}", name_of(above, names)),
        None => place,
    }
}

fn name_of(id: i64, names: &HashMap<i64, String>) -> String {
    let name = names.get(&id).cloned();
    name.unwrap_or_else(|| format!("category {id}"))
}

fn value_text(key: &str, value: Option<&Value>, names: &HashMap<i64, String>) -> String {
    match (key, value) {
        ("parent", None) => "at the top".to_owned(),
        (_, None) => "nothing".to_owned(),
        ("parent", Some(Value::Integer(above))) => name_of(*above, names),
        (_, Some(Value::Array(all))) => match all.len() {
            1 => "1 product".to_owned(),
            many => format!("{many} products"),
        },
        ("image", Some(_)) => "a picture".to_owned(),
        (_, Some(Value::Table(texts))) if texts.values().all(Value::is_str) => {
            in_each_language(texts)
        }
        (_, value) => brief(value),
    }
}

/// `POST /categories/undo`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let number = typed.number("id").ok_or(AppError::BadRequest)?;
    let change = Change::find(&shop.db.read, number).await?;
    let change = change.ok_or(AppError::BadRequest)?;
    let logged = log_entry(&change);
    if !logged.can_be_undone() {
        return Err(AppError::BadRequest);
    }
    let back = logged.category().map_or_else(|| PATH.to_owned(), path_of);
    if change.at <= date::now() - KEPT {
        return Ok(redirect_with_flash(&back, AdminFlash::BulkTooOld));
    }
    let attempt = || async {
        let tx = shop.db.begin().await?;
        let undone = edit::undo_category(&tx, &logged, &request.actor(), date::now()).await?;
        if undone == UndoOutcome::Done {
            tx.commit().await?;
        }
        Ok(undone)
    };
    let is_removal = logged.verb == edit::CATEGORY_REMOVED;
    Ok(match retried(attempt).await? {
        UndoOutcome::Done if is_removal => redirect_with_flash(PATH, AdminFlash::CategoryBack),
        UndoOutcome::Done => redirect_with_flash(&back, AdminFlash::Undone),
        UndoOutcome::ChangedSince(_) => redirect_with_flash(&back, AdminFlash::ChangedSince),
        UndoOutcome::Before => redirect_with_flash(PATH, AdminFlash::BulkUndoneAlready),
        UndoOutcome::Gone => detail::nothing(&request),
    })
}
