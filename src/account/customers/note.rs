//! What staff notes of a customer. Whoever asks what is kept of them reads it.

use crate::{
    base::error::AppError,
    platform::{
        audit::{self, Actor, Entry},
        db::statement,
    },
};
use sea_orm::{ConnectionTrait, QueryResult};

/// Longest note, in characters.
pub const MAX_LENGTH: usize = 2_000;
/// Most notes that are shown.
const MAX: i64 = 200;

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its number.
    pub id: i64,
    /// When it was written, in UNIX seconds.
    pub at: i64,
    /// Who wrote it.
    pub who: String,
    /// What it says.
    pub text: String,
}

impl Note {
    fn read(row: &QueryResult) -> Result<Self, AppError> {
        Ok(Self {
            id: row.try_get_by_index(0)?,
            at: row.try_get_by_index(1)?,
            who: row.try_get_by_index(2)?,
            text: row.try_get_by_index(3)?,
        })
    }
}

/// The notes of `customer`, the latest first.
pub async fn of(db: &impl ConnectionTrait, customer: i64) -> Result<Vec<Note>, AppError> {
    const ALL: &str = "SELECT id, at, who, text FROM customer_notes WHERE customer_id = $1 ORDER BY at DESC, id DESC LIMIT $2";
    let values = [customer.into(), MAX.into()];
    let rows = db.query_all_raw(statement(db, ALL, values)).await?;
    rows.iter().map(Note::read).collect()
}

/// Adds `text` to the notes of `customer`, unless the last one says the same: a form that is sent twice notes it once.
pub async fn add(
    tx: &impl ConnectionTrait,
    customer: i64,
    text: &str,
    by: &Actor,
    now: i64,
) -> Result<(), AppError> {
    const ADD: &str =
        "INSERT INTO customer_notes (customer_id, at, who, text) VALUES ($1, $2, $3, $4)";
    let last = of(tx, customer).await?.into_iter().next();
    if last.is_some_and(|last| last.text == text && last.who == by.who) {
        return Ok(());
    }
    let values = [
        customer.into(),
        now.into(),
        by.who.as_str().into(),
        text.into(),
    ];
    tx.execute_raw(statement(tx, ADD, values)).await?;
    let target = customer.to_string();
    audit::record(tx, by, Entry::of("customer.note", &target), now).await
}

/// Takes the note `id` of `customer` away; `false` if it was gone.
pub async fn remove(
    tx: &impl ConnectionTrait,
    customer: i64,
    id: i64,
    by: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    const REMOVE: &str = "DELETE FROM customer_notes WHERE id = $1 AND customer_id = $2";
    let values = [id.into(), customer.into()];
    let gone = tx.execute_raw(statement(tx, REMOVE, values)).await?;
    if gone.rows_affected() == 0 {
        return Ok(false);
    }
    let target = customer.to_string();
    audit::record(tx, by, Entry::of("customer.note.remove", &target), now).await?;
    Ok(true)
}

/// Gives the notes of one customer to another.
pub(super) async fn give(tx: &impl ConnectionTrait, from: i64, to: i64) -> Result<(), AppError> {
    const GIVE: &str = "UPDATE customer_notes SET customer_id = $2 WHERE customer_id = $1";
    tx.execute_raw(statement(tx, GIVE, [from.into(), to.into()]))
        .await?;
    Ok(())
}
