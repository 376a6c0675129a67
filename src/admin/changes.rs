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
pub fn table(request: &AdminRequest, mut rows: Vec<Row>, undo: &'static str) -> Option<AnyView> {
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
        let (before, after) = difference(change.before.as_ref(), change.after.as_ref());
        view! {
            <tr><td>{request.clock(change.at)}</td><td>{change.who}</td><td>{label}</td><td><del>{before}</del>" "<ins>{after}</ins></td><td>{undo}</td></tr>
        }
    };
    Some(view! {
        <form class="card" method="post" action=undo>
            <h2>"Changed lately"</h2>
            <div class="scroll" tabindex="0"><table>
                <thead><tr><th>{request.by_clock("When")}</th><th>"Who"</th><th>"What"</th><th>"From, to"</th><th><span class="sr-only">"Take it back"</span></th></tr></thead>
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

/// What `before` says and `after` does not, and the other way round, as people read it; of one that holds many, what differs.
fn difference(before: Option<&Value>, after: Option<&Value>) -> (String, String) {
    let holds_many =
        |value: Option<&Value>| matches!(value, Some(Value::Array(_) | Value::Table(_)));
    if !holds_many(before) && !holds_many(after) {
        return (brief(before), brief(after));
    }
    let (was, is) = (texts(before), texts(after));
    let without = |all: &[String], others: &[String]| {
        let mut left = others.to_vec();
        let mut only = all.to_vec();
        only.retain(|it| match left.iter().position(|other| other == it) {
            Some(place) => {
                left.swap_remove(place);
                false
            }
            None => true,
        });
        shortened(&only.join(" · "))
    };
    match (without(&was, &is), without(&is, &was)) {
        (before, after) if before.is_empty() && after.is_empty() => {
            (String::new(), "in another order".to_owned())
        }
        both => both,
    }
}

/// Every text and number in `value`; of a table each with its name, of rows without, as long as they say something by themselves.
fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        None => Vec::new(),
        Some(Value::Array(rows)) => rows.iter().flat_map(in_row).collect(),
        Some(Value::Table(table)) => {
            let named = |(key, it): (&String, &Value)| format!("{key}: {}", in_row(it).join(" · "));
            table.iter().map(named).collect()
        }
        Some(value) => vec![brief(Some(value))],
    }
}

fn in_row(value: &Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().flat_map(in_row).collect(),
        Value::Table(table) => {
            let one = |(key, it): (&String, &Value)| match it {
                Value::Boolean(_) => vec![format!("{key}: {}", brief(Some(it)))],
                it => in_row(it),
            };
            table.iter().flat_map(one).collect()
        }
        value => vec![brief(Some(value))],
    }
}

/// `value` as people read it in a list of changes.
pub fn brief(value: Option<&Value>) -> String {
    let text = match value {
        None => "the default".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Boolean(on)) => if *on { "yes" } else { "no" }.to_owned(),
        Some(value) => value.to_string(),
    };
    shortened(&text)
}

fn shortened(text: &str) -> String {
    const MAX_LENGTH: usize = 200;
    match text.char_indices().nth(MAX_LENGTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_things_what_differs_is_said() {
        let of = |text: &str| toml::from_str::<Table>(text).expect("TOML").remove("a");
        let said = |before: &str, after: &str| difference(of(before).as_ref(), of(after).as_ref());
        let pair = |before: &str, after: &str| (before.to_owned(), after.to_owned());
        let [was, is] = ["4.90", "5.90"]
            .map(|price| format!("a = [{{ title = {{ de = 'Paket' }}, price = '{price}' }}, {{ title = {{ de = 'Abholung' }} }}]"));
        assert_eq!(said(&was, &is), pair("4.90", "5.90"));
        assert_eq!(
            said("a = [1, 2]", "a = [2, 1]"),
            pair("", "in another order")
        );
        assert_eq!(said("b = 1", "a = ['x', 2]"), pair("", "x · 2"));
        assert_eq!(said("a = 'x'", "a = 'y'"), pair("x", "y"));
        assert_eq!(said("b = 1", "a = true"), pair("the default", "yes"));
        assert_eq!(
            said("a = { sku = false, size = 'BIG' }", "a = { size = 'BIG' }"),
            pair("sku: no", "")
        );
        assert_eq!(
            said("a = [{ x = 'A' }]", "a = [{ x = 'A', pickup = true }]"),
            pair("", "pickup: yes")
        );
    }
}
