//! What was changed of a screen lately, and taking a change back.

use super::{
    Screen,
    show::{Present, Shown, brief, shown},
};
use crate::{
    admin::{
        request::{AdminRequest, see},
        said::Said,
        typed::Typed,
    },
    base::{date, error::AppError},
    content::settings::{self, CHANGED, Edit, Refused},
    platform::db::statement,
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;
use sea_orm::{ConnectionTrait, QueryResult};
use toml::{Table, Value};

/// How many changes a screen shows.
const SHOWN: i64 = 8;

/// A change of a setting.
struct Change {
    id: i64,
    at: i64,
    who: String,
    key: String,
    before: Option<Value>,
    after: Option<Value>,
}

impl Change {
    fn read(row: &QueryResult) -> Result<Self, AppError> {
        let value = |json: Option<String>| {
            let read = json.map(|json| serde_json::from_str(&json));
            read.transpose().map_err(AppError::internal)
        };
        Ok(Self {
            id: row.try_get_by_index(0)?,
            at: row.try_get_by_index(1)?,
            who: row.try_get_by_index(2)?,
            key: row.try_get_by_index(3)?,
            before: value(row.try_get_by_index(4)?)?,
            after: value(row.try_get_by_index(5)?)?,
        })
    }
}

const COLUMNS: &str = "SELECT id, at, who, target, before, after FROM audit WHERE verb = $1";

/// The latest changes of `screen`, each with the way back.
pub async fn latest(
    asked: &AdminRequest,
    screen: &'static Screen,
) -> Result<Option<AnyView>, AppError> {
    let db = &asked.state.shop.db.read;
    let mut changes = Vec::new();
    for field in screen.fields {
        let sql = format!("{COLUMNS} AND target = $2 ORDER BY id DESC LIMIT $3");
        let values = [CHANGED.into(), field.key.into(), SHOWN.into()];
        let rows = db.query_all_raw(statement(db, &sql, values)).await?;
        for (place, row) in rows.iter().enumerate() {
            changes.push((place == 0, field.label, Change::read(row)?));
        }
    }
    if changes.is_empty() {
        return Ok(None);
    }
    changes.sort_by_key(|(_, _, change)| std::cmp::Reverse(change.id));
    changes.truncate(usize::try_from(SHOWN).unwrap_or_default());
    let may = screen.change.right().is_some_and(|right| asked.may(right));
    let row = |(is_last, label, change): (bool, &'static str, Change)| {
        // Only the last change of a setting can be taken back: what came before it counts no more.
        let undo = (is_last && may).then(|| {
            view! { <button class="button button--small" type="submit" name="id" value=change.id.to_string()>"Undo"</button> }
        });
        let (before, after) = (brief(change.before.as_ref()), brief(change.after.as_ref()));
        view! {
            <tr><td>{date::minute(change.at)}</td><td>{change.who}</td><td>{label}</td><td><del>{before}</del>" "<ins>{after}</ins></td><td>{undo}</td></tr>
        }
    };
    Ok(Some(view! {
        <form class="card" method="post" action=screen.undo>
            <h2>"Changed lately"</h2>
            <div class="scroll" tabindex="0"><table>
                <thead><tr><th>"When (UTC)"</th><th>"Who"</th><th>"What"</th><th>"From, to"</th><td></td></tr></thead>
                <tbody>{changes.into_iter().map(row).collect_view()}</tbody>
            </table></div>
        </form>
    }
    .into_any()))
}

/// `POST` of a screen's way back.
pub async fn undo(
    Extension(asked): Extension<AdminRequest>,
    typed: Typed,
    screen: &'static Screen,
) -> Result<Response, AppError> {
    let shop = &asked.state.shop;
    let id = typed.number("id").ok_or(AppError::BadRequest)?;
    let sql = format!("{COLUMNS} AND id = $2");
    let values = [CHANGED.into(), id.into()];
    let row = shop
        .db
        .read
        .query_one_raw(statement(&shop.db.read, &sql, values))
        .await?;
    let change = Change::read(&row.ok_or(AppError::BadRequest)?)?;
    if !screen.fields.iter().any(|field| field.key == change.key) {
        return Err(AppError::BadRequest);
    }
    let present = Present::read(&asked).await?;
    let is_as_changed =
        present.stored.get(&change.key).map(|it| &it.value) == change.after.as_ref();
    let conflict = |notice: String| {
        let shown_now = Shown {
            notice,
            ..Shown::default()
        };
        shown(&asked, screen, &present, StatusCode::CONFLICT, shown_now)
    };
    if !is_as_changed {
        return conflict("It was changed again since: take that back first.".to_owned()).await;
    }
    let key = change.key;
    let mut edit = Edit {
        seen: [(key.clone(), present.version(&key))].into(),
        ..Edit::default()
    };
    match change.before {
        Some(before) => edit.values = Table::from_iter([(key, before)]),
        None => edit.forgotten.push(key),
    }
    match settings::change(&shop.db, &present.given, &edit, &asked.actor(), date::now()).await {
        Ok(_) => Ok(see(screen.path, Said::Undone)),
        Err(Refused::Fault(fault)) => Err(fault),
        Err(other) => conflict(other.to_string()).await,
    }
}
