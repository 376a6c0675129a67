//! Rows of `bulk_changes` and `bulk_rows`: what was changed at once, and how each product was before.

use super::{
    change::Change,
    patch::{Before, Fields},
};
use crate::{
    base::{date::DAY, error::AppError},
    platform::{audit::Actor, db::statement},
};
use sea_orm::{ConnectionTrait, QueryResult};

/// Seconds for which a change can be taken back.
pub const KEPT: i64 = 30 * DAY;

/// A change of many.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its number.
    pub id: i64,
    /// When it was.
    pub at: i64,
    /// Who did it.
    pub who: String,
    /// What was changed.
    pub what: Change,
    /// How many products are other than they were.
    pub changed: i64,
    /// How many stayed as they were.
    pub stayed: i64,
    /// The task that does it, if it is one.
    pub task: Option<i64>,
    /// When it was taken back.
    pub undone_at: Option<i64>,
    /// The task that takes it back, if it is one.
    pub undo_task: Option<i64>,
}

const COLUMNS: &str =
    "SELECT id, at, who, what, changed, stayed, task_id, undone_at, undo_task_id FROM bulk_changes";

impl Record {
    fn read(row: &QueryResult) -> Result<Self, AppError> {
        let what: String = row.try_get_by_index(3)?;
        Ok(Self {
            id: row.try_get_by_index(0)?,
            at: row.try_get_by_index(1)?,
            who: row.try_get_by_index(2)?,
            what: serde_json::from_str(&what).map_err(AppError::internal)?,
            changed: row.try_get_by_index(4)?,
            stayed: row.try_get_by_index(5)?,
            task: row.try_get_by_index(6)?,
            undone_at: row.try_get_by_index(7)?,
            undo_task: row.try_get_by_index(8)?,
        })
    }

    /// Whether it can be taken back at `now`.
    pub fn has_way_back(&self, now: i64) -> bool {
        self.undone_at.is_none() && self.changed > 0 && self.at > now - KEPT
    }
}

/// The change of this number.
pub async fn find(db: &impl ConnectionTrait, id: i64) -> Result<Option<Record>, AppError> {
    let sql = format!("{COLUMNS} WHERE id = $1");
    let row = db.query_one_raw(statement(db, &sql, [id.into()])).await?;
    row.map(|row| Record::read(&row)).transpose()
}

/// The change that the form of this name asked for.
pub async fn by_form(db: &impl ConnectionTrait, form: &str) -> Result<Option<Record>, AppError> {
    let sql = format!("{COLUMNS} WHERE form = $1");
    let row = db.query_one_raw(statement(db, &sql, [form.into()]));
    row.await?.map(|row| Record::read(&row)).transpose()
}

/// The latest changes, at most `most`.
pub async fn latest(db: &impl ConnectionTrait, most: u32) -> Result<Vec<Record>, AppError> {
    let sql = format!("{COLUMNS} ORDER BY id DESC LIMIT $1");
    let rows = db.query_all_raw(statement(db, &sql, [i64::from(most).into()]));
    rows.await?.iter().map(Record::read).collect()
}

/// Keeps a change that the form of this name asks for; its number, or `None` if the form was sent before.
pub(super) async fn add(
    tx: &impl ConnectionTrait,
    what: &Change,
    chosen: &str,
    form: &str,
    actor: &Actor,
    now: i64,
) -> Result<Option<i64>, AppError> {
    const ADD: &str = "INSERT INTO bulk_changes (at, staff_id, who, what, chosen, form, changed, stayed) \
        VALUES ($1, $2, $3, $4, $5, $6, 0, 0) ON CONFLICT (form) DO NOTHING RETURNING id";
    let what = serde_json::to_string(what).map_err(AppError::internal)?;
    let values = [
        now.into(),
        actor.staff.into(),
        actor.who.as_str().into(),
        what.into(),
        chosen.into(),
        form.into(),
    ];
    let row = tx.query_one_raw(statement(tx, ADD, values)).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?)
}

/// Notes how many more were changed, and how many stayed.
pub(super) async fn count(
    tx: &impl ConnectionTrait,
    id: i64,
    changed: usize,
    stayed: usize,
) -> Result<(), AppError> {
    const COUNT: &str =
        "UPDATE bulk_changes SET changed = changed + $2, stayed = stayed + $3 WHERE id = $1";
    let number = |it: usize| i64::try_from(it).unwrap_or(i64::MAX);
    let values = [id.into(), number(changed).into(), number(stayed).into()];
    tx.execute_raw(statement(tx, COUNT, values)).await?;
    Ok(())
}

/// Notes which task does it, or takes it back.
pub(super) async fn set_task(
    tx: &impl ConnectionTrait,
    id: i64,
    task: i64,
    is_undo: bool,
) -> Result<(), AppError> {
    let column = if is_undo { "undo_task_id" } else { "task_id" };
    let sql = format!("UPDATE bulk_changes SET {column} = $2 WHERE id = $1");
    tx.execute_raw(statement(tx, &sql, [id.into(), task.into()]))
        .await?;
    Ok(())
}

/// Notes that it is taken back at `now`; `false` if it was.
pub(super) async fn set_undone(
    tx: &impl ConnectionTrait,
    id: i64,
    now: i64,
) -> Result<bool, AppError> {
    const UNDO: &str = "UPDATE bulk_changes SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL";
    let done = tx
        .execute_raw(statement(tx, UNDO, [id.into(), now.into()]))
        .await?;
    Ok(done.rows_affected() == 1)
}

/// One product of a change.
#[derive(Clone, Debug)]
pub struct Row {
    /// The product.
    pub product: i64,
    /// What it was called then.
    pub name: String,
    /// How it was; nothing if it stayed.
    pub before: Before,
    /// The fields as they were after it.
    pub after: Fields,
    /// Why it stayed; empty if it was changed.
    pub why: String,
    /// What came of taking it back: empty before, `yes`, or why it could not be.
    pub undone: String,
}

/// Keeps what became of one product.
pub(super) async fn add_row(tx: &impl ConnectionTrait, id: i64, row: &Row) -> Result<(), AppError> {
    const ADD: &str = "INSERT INTO bulk_rows (bulk_id, product_id, name, before, after, why, undone) \
        VALUES ($1, $2, $3, $4, $5, $6, '')";
    let values = [
        id.into(),
        row.product.into(),
        row.name.as_str().into(),
        serde_json::to_string(&row.before)
            .map_err(AppError::internal)?
            .into(),
        serde_json::to_string(&row.after)
            .map_err(AppError::internal)?
            .into(),
        row.why.as_str().into(),
    ];
    tx.execute_raw(statement(tx, ADD, values)).await?;
    Ok(())
}

/// Which rows of a change are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowSelection {
    /// Products that stayed as they were.
    Stayed,
    /// Those that were changed, and not taken back yet.
    Open,
    /// Those that could not be taken back.
    NotUndone,
}

/// At most `most` rows of the change `id` for products above `after`, in their order.
pub async fn rows(
    db: &impl ConnectionTrait,
    id: i64,
    which: RowSelection,
    after: i64,
    most: usize,
) -> Result<Vec<Row>, AppError> {
    let only = match which {
        RowSelection::Stayed => "why <> ''",
        RowSelection::Open => "why = '' AND undone = ''",
        RowSelection::NotUndone => "undone NOT IN ('', 'yes')",
    };
    let sql = format!(
        "SELECT product_id, name, before, after, why, undone FROM bulk_rows \
         WHERE bulk_id = $1 AND product_id > $2 AND {only} ORDER BY product_id LIMIT {most}"
    );
    let rows = db.query_all_raw(statement(db, &sql, [id.into(), after.into()]));
    let read = |row: &QueryResult| {
        let (before, fields): (String, String) =
            (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
        Ok(Row {
            product: row.try_get_by_index(0)?,
            name: row.try_get_by_index(1)?,
            before: serde_json::from_str(&before).map_err(AppError::internal)?,
            after: serde_json::from_str(&fields).map_err(AppError::internal)?,
            why: row.try_get_by_index(4)?,
            undone: row.try_get_by_index(5)?,
        })
    };
    rows.await?.iter().map(read).collect()
}

/// Stores the `outcome` of undoing the bulk change of one product.
pub(super) async fn set_row_undone(
    tx: &impl ConnectionTrait,
    id: i64,
    product: i64,
    outcome: &str,
) -> Result<(), AppError> {
    const SET: &str = "UPDATE bulk_rows SET undone = $3 WHERE bulk_id = $1 AND product_id = $2";
    let values = [id.into(), product.into(), outcome.into()];
    tx.execute_raw(statement(tx, SET, values)).await?;
    Ok(())
}

/// Deletes bulk changes that can no longer be undone at `now`; returns their number.
pub async fn purge(db: &impl ConnectionTrait, now: i64) -> Result<u64, AppError> {
    const ROWS: &str =
        "DELETE FROM bulk_rows WHERE bulk_id IN (SELECT id FROM bulk_changes WHERE at < $1)";
    const CHANGES: &str = "DELETE FROM bulk_changes WHERE at < $1";
    let before = now - KEPT;
    db.execute_raw(statement(db, ROWS, [before.into()])).await?;
    let gone = db.execute_raw(statement(db, CHANGES, [before.into()]));
    Ok(gone.await?.rows_affected())
}
