//! What was changed of a product, and taking a change back.

use super::{fields, lookups, paths::path_of};
use crate::{
    admin::{
        changes::{Change, brief, in_each_language},
        flash::AdminFlash,
        form::capitalised,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    base::{date, error::AppError},
    catalog::{
        edit::{self, Fields, UndoOutcome},
        store,
    },
    platform::{config::Config, db::retried},
};
use axum::{Extension, extract::Path, response::Response};
use leptos::prelude::*;
use toml::{Table, Value};

/// Changes on the page of a product.
const FEW: usize = 5;
/// And on a page of its history.
const MANY: usize = 50;

/// The latest changes of the product `id`, with the way to all.
pub async fn card(request: &AdminRequest, id: i64) -> Result<Option<AnyView>, AppError> {
    let target = edit::target(id);
    let all = Change::of_target(&request.state.shop.db.read, &target, i64::MAX, FEW).await?;
    if all.is_empty() {
        return Ok(None);
    }
    let more = (all.len() == FEW).then(|| {
        view! { <p><a href=format!("{}/history", path_of(id))>"All changes"</a></p> }
    });
    let view = view! { <section class="card"><h2>"Changed lately"</h2>{table(request, id, all)}{more}</section> };
    Ok(Some(view.into_any()))
}

/// `GET /products/{id}/history`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let Some(product) = store::product(&shop.db.read, id).await? else {
        return Ok(lookups::nothing(&request));
    };
    let before = FormValues::read(request.query.as_bytes()).number("before");
    let (target, before) = (edit::target(id), before.unwrap_or(i64::MAX));
    let mut all = Change::of_target(&shop.db.read, &target, before, MANY + 1).await?;
    let has_more = all.len() > MANY;
    all.truncate(MANY);
    let earlier = all.last().filter(|_| has_more).map(|last| {
        let to = format!("{}/history?before={}", path_of(id), last.id);
        view! { <p><a class="button button--plain" rel="next" href=to>"Earlier"</a></p> }
    });
    let nothing = all
        .is_empty()
        .then(|| view! { <p>"Nothing was changed here yet."</p> });
    let name = product
        .name
        .get(shop.config.store_language.code())
        .to_owned();
    let view = view! {
        <p class="crumbs"><a href=path_of(id)>{name.clone()}</a></p>
        {nothing}{table(&request, id, all)}{earlier}
    };
    Ok(request.page(&format!("What was changed of {name}"), view))
}

fn table(request: &AdminRequest, id: i64, all: Vec<Change>) -> impl IntoView + use<> {
    let may = request.may(Right::ChangeProducts);
    let config = &request.state.shop.config;
    let rows = all.into_iter().map(|change| {
        let undo = (may && change.verb == edit::CHANGED).then(|| {
            let (number, name) = (change.id.to_string(), format!("Undo: {}", request.clock(change.at)));
            view! { <button class="button button--small" type="submit" name="id" value=number aria-label=name>"Undo"</button> }
        });
        let each = lines(change.before.as_ref(), change.after.as_ref(), config);
        let each = each.into_iter().map(|(label, before, after)| {
            view! { <li>{label}": "<del>{before}</del>" → "<ins>{after}</ins></li> }
        });
        let head = format!("{}, {}", request.clock(change.at), change.who);
        view! {
            <li class="change"><div class="row"><span class="plan"><strong>{fields::action_text(&change.verb)}</strong>" "<span class="note">{head}</span></span>{undo}</div>
                <ul class="changes">{each.collect_view()}</ul></li>
        }
    });
    view! {
        <form method="post" action=format!("{}/undo", path_of(id))><ul class="plain">{rows.collect_view()}</ul></form>
    }
}

/// What was changed, field by field: its name, how it was, how it is since.
fn lines(
    before: Option<&Value>,
    after: Option<&Value>,
    config: &Config,
) -> Vec<(String, String, String)> {
    let none = Table::new();
    let table = |value: Option<&Value>| match value {
        Some(Value::Table(table)) => table.clone(),
        Some(value) => [("it".to_owned(), value.clone())].into_iter().collect(),
        None => none.clone(),
    };
    let (before, after) = (table(before), table(after));
    let mut keys: Vec<&String> = before.keys().chain(after.keys()).collect();
    keys.sort();
    keys.dedup();
    let line = |key: &String| {
        let label = match fields::label(key) {
            "Something else" => capitalised(key),
            label => label.to_owned(),
        };
        let said = |table: &Table| value_text(key, table.get(key), config);
        (label, said(&before), said(&after))
    };
    keys.into_iter().map(line).collect()
}

/// A value of the field `key` in words: lists by how many there are of what.
fn value_text(key: &str, value: Option<&Value>, config: &Config) -> String {
    match (key, value) {
        (_, None) => "nothing".to_owned(),
        ("price" | "compare_to", Some(Value::Integer(amount))) => {
            config.shop().prices.minor(*amount)
        }
        ("weight", Some(Value::Integer(grams))) => config.weight_unit.shown(*grams, '.'),
        (_, Some(Value::Array(all))) if all.iter().any(Value::is_table) => {
            let what = fields::label(key).to_lowercase();
            let names = all.iter().filter_map(|it| {
                let name = it.get("name").or_else(|| it.get("sku"))?;
                name.as_str().map(str::to_owned)
            });
            let names: Vec<String> = names.collect();
            match names.is_empty() {
                true => format!("{} {what}", all.len()),
                false => format!("{} {what}: {}", all.len(), names.join(", ")),
            }
        }
        (_, Some(Value::Table(texts))) if texts.values().all(Value::is_str) => {
            in_each_language(texts)
        }
        (_, value) => brief(value),
    }
}

/// `POST /products/{id}/undo`.
pub async fn undo(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let number = typed.number("id").ok_or(AppError::BadRequest)?;
    let change = Change::find(&shop.db.read, number).await?;
    let change = change.filter(|it| it.target == edit::target(id) && it.verb == edit::CHANGED);
    let change = change.ok_or(AppError::BadRequest)?;
    let fields = |value: &Option<Value>| -> Fields {
        let json = value.as_ref().and_then(|it| serde_json::to_value(it).ok());
        json.and_then(|it| it.as_object().cloned())
            .unwrap_or_default()
    };
    let (before, after) = (fields(&change.before), fields(&change.after));
    let attempt = || async {
        let tx = shop.db.begin().await?;
        let undone = edit::undo(&tx, id, &before, &after, &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(undone)
    };
    Ok(match retried(attempt).await? {
        UndoOutcome::Done => redirect_with_flash(&path_of(id), AdminFlash::Undone),
        UndoOutcome::ChangedSince(_) => redirect_with_flash(&path_of(id), AdminFlash::ChangedSince),
        UndoOutcome::Before => redirect_with_flash(&path_of(id), AdminFlash::BulkUndoneAlready),
        UndoOutcome::Gone => lookups::nothing(&request),
    })
}
