//! Changes as the log has them, in a table with the way back of those that can be taken back.

use super::request::AdminRequest;
use crate::{base::error::AppError, platform::db::statement};
use leptos::prelude::*;
use sea_orm::{ConnectionTrait, QueryResult};
use toml::{Table, Value};

/// How many changes a page shows.
pub const SHOWN: usize = 8;
const COLUMNS: &str = "SELECT id, at, who, verb, target, before, after FROM audit";

/// Rows about categories, in the words of their index.
const OF_CATEGORIES: &str = "verb IN ('category.add', 'category.arrange', 'category.change', 'category.remove', 'category.restore')";

/// A change.
pub struct Change {
    /// Its number.
    pub id: i64,
    /// When it was made, in UNIX seconds.
    pub at: i64,
    /// Who made it.
    pub who: String,
    /// What was done.
    pub verb: String,
    /// To what.
    pub target: String,
    /// How it was.
    pub before: Option<Value>,
    /// How it is since.
    pub after: Option<Value>,
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
            verb: row.try_get_by_index(3)?,
            target: row.try_get_by_index(4)?,
            before: value(row.try_get_by_index(5)?)?,
            after: value(row.try_get_by_index(6)?)?,
        })
    }

    /// The change of number `id`, if there is one.
    pub async fn find(db: &impl ConnectionTrait, id: i64) -> Result<Option<Self>, AppError> {
        let sql = format!("{COLUMNS} WHERE id = $1");
        let row = db.query_one_raw(statement(db, &sql, [id.into()])).await?;
        row.map(|row| Self::read(&row)).transpose()
    }

    /// The latest `most` changes of `target` before number `before`, the last first.
    pub async fn of_target(
        db: &impl ConnectionTrait,
        target: &str,
        before: i64,
        most: usize,
    ) -> Result<Vec<Self>, AppError> {
        let sql = format!("{COLUMNS} WHERE target = $1 AND id < $2 ORDER BY id DESC LIMIT $3");
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let values = [target.into(), before.into(), most.into()];
        let rows = db.query_all_raw(statement(db, &sql, values)).await?;
        rows.iter().map(Self::read).collect()
    }

    /// The latest `most` changes of all categories, the last first.
    pub async fn of_categories(
        db: &impl ConnectionTrait,
        most: usize,
    ) -> Result<Vec<Self>, AppError> {
        let sql = format!("{COLUMNS} WHERE {OF_CATEGORIES} ORDER BY id DESC LIMIT $1");
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows = db.query_all_raw(statement(db, &sql, [most.into()])).await?;
        rows.iter().map(Self::read).collect()
    }

    /// The latest changes of `target` that `verb` names, the last first.
    pub async fn latest(
        db: &impl ConnectionTrait,
        verb: &str,
        target: &str,
    ) -> Result<Vec<Self>, AppError> {
        let sql = format!("{COLUMNS} WHERE target = $1 AND verb = $2 ORDER BY id DESC LIMIT $3");
        let most = i64::try_from(SHOWN).unwrap_or(i64::MAX);
        let values = [target.into(), verb.into(), most.into()];
        let rows = db.query_all_raw(statement(db, &sql, values)).await?;
        rows.iter().map(Self::read).collect()
    }
}

/// A row of the table.
pub struct Row {
    /// The change.
    pub change: Change,
    /// What was changed, as people call it.
    pub label: String,
    /// Whether it can be taken back: what came before it counts no more.
    pub has_way_back: bool,
}

/// A table of changes, the last first, whose buttons post to `undo`; nothing if there are none.
pub fn table(asked: &AdminRequest, mut rows: Vec<Row>, undo: &'static str) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.change.id));
    rows.truncate(SHOWN);
    let row = |Row {
                   change,
                   label,
                   has_way_back,
               }: Row| {
        let undo = has_way_back.then(|| {
            view! { <button class="button button--small" type="submit" name="id" value=change.id.to_string()>"Undo"</button> }
        });
        let (before, after) = (brief(change.before.as_ref()), brief(change.after.as_ref()));
        view! {
            <tr><td>{asked.clock(change.at)}</td><td>{change.who}</td><td>{label}</td><td><del>{before}</del>" "<ins>{after}</ins></td><td>{undo}</td></tr>
        }
    };
    Some(view! {
        <form class="card" method="post" action=undo>
            <h2>"Changed lately"</h2>
            <div class="scroll" tabindex="0"><table>
                <thead><tr><th>{asked.by_clock("When")}</th><th>"Who"</th><th>"What"</th><th>"From, to"</th><th><span class="sr-only">"Take it back"</span></th></tr></thead>
                <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
            </table></div>
        </form>
    }
    .into_any())
}

/// `texts` by the codes of their languages, as people read them in a list of changes.
pub fn in_each_language(texts: &Table) -> String {
    let each = texts
        .iter()
        .filter_map(|(code, it)| Some((code, it.as_str()?)));
    let each: Vec<String> = each.map(|(code, it)| format!("{it} ({code})")).collect();
    brief(Some(&Value::String(each.join(", "))))
}

/// `value` as people read it in a list of changes.
pub fn brief(value: Option<&Value>) -> String {
    const LONGEST: usize = 200;
    let text = match value {
        None => "the default".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Boolean(on)) => if *on { "yes" } else { "no" }.to_owned(),
        Some(value) => value.to_string(),
    };
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
