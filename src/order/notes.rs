//! What the staff notes about an order, for itself: shoppers never see it.

use super::{store, timeline};
use crate::{
    base::error::AppError,
    order::{
        staff_actions::{ActionSource, is_first},
        status_machine::OrderActionError,
    },
    platform::db::{Db, retried, statement},
};
use sea_orm::{ConnectionTrait, DatabaseTransaction, QueryResult};

/// Longest note, in characters.
pub const MAX_LENGTH: usize = 4_000;

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its number.
    pub id: i64,
    /// Number of the member of staff who wrote it.
    pub staff: Option<i64>,
    /// Who that is: it outlives the account.
    pub who: String,
    /// What it says.
    pub text: String,
    /// When it was written.
    pub written_at: i64,
    /// When it was changed last, if it was.
    pub changed_at: Option<i64>,
}

/// What is done with a note.
#[derive(Clone, Debug)]
pub enum Noting {
    /// It is written.
    Add(String),
    /// Somebody changes theirs, which said the first when they saw it, and says the second from now on.
    Change(i64, String, String),
    /// Somebody takes theirs away.
    Remove(i64),
}

/// Why a note stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteError {
    /// There is no such order or note.
    Gone,
    /// Somebody else wrote it.
    NotYours,
    /// It says something else by now.
    Changed(String),
}

impl Note {
    fn read(row: &QueryResult) -> Result<Self, AppError> {
        Ok(Self {
            id: row.try_get_by_index(0)?,
            staff: row.try_get_by_index(1)?,
            who: row.try_get_by_index(2)?,
            text: row.try_get_by_index(3)?,
            written_at: row.try_get_by_index(4)?,
            changed_at: row.try_get_by_index(5)?,
        })
    }
}

/// The notes about the order `id`, the latest first.
pub async fn of(db: &impl ConnectionTrait, id: i64) -> Result<Vec<Note>, AppError> {
    const ALL: &str = "SELECT id, staff_id, who, text, written_at, changed_at FROM order_notes \
        WHERE order_id = $1 ORDER BY id DESC";
    let rows = db.query_all_raw(statement(db, ALL, [id.into()])).await?;
    rows.iter().map(Note::read).collect()
}

/// Does `noting` about the order `number`.
pub async fn note(
    db: &Db,
    number: &str,
    noting: &Noting,
    by: ActionSource<'_>,
) -> Result<Result<(), NoteError>, AppError> {
    retried(|| async {
        let tx = db.begin().await?;
        let Some(order) = store::to_change(&tx, number).await? else {
            return Ok(Err(NoteError::Gone));
        };
        if !is_first(&tx, order.id, by).await? {
            return Ok(Ok(()));
        }
        let done = within(&tx, order.id, noting, by).await?;
        let Ok(verb) = done else {
            return Ok(done.map(|_| ()));
        };
        // What it says may be about somebody: the log does not.
        timeline::did(&tx, by.actor, verb, number, None, by.now).await?;
        tx.commit().await?;
        Ok::<_, AppError>(Ok(()))
    })
    .await
}

async fn within(
    tx: &DatabaseTransaction,
    order: i64,
    noting: &Noting,
    by: ActionSource<'_>,
) -> Result<Result<&'static str, NoteError>, AppError> {
    const ADD: &str = "INSERT INTO order_notes (order_id, staff_id, who, text, written_at) \
        VALUES ($1, $2, $3, $4, $5)";
    const CHANGE: &str = "UPDATE order_notes SET text = $2, changed_at = $3 WHERE id = $1";
    const REMOVE: &str = "DELETE FROM order_notes WHERE id = $1";
    let (id, before) = match noting {
        Noting::Add(text) => {
            let values = [
                order.into(),
                by.actor.staff.into(),
                by.actor.who.as_str().into(),
                text.as_str().into(),
                by.now.into(),
            ];
            tx.execute_raw(statement(tx, ADD, values)).await?;
            return Ok(Ok(timeline::NOTE));
        }
        Noting::Change(id, before, _) => (*id, Some(before)),
        Noting::Remove(id) => (*id, None),
    };
    let found = of(tx, order).await?.into_iter().find(|note| note.id == id);
    let Some(found) = found else {
        return Ok(Err(NoteError::Gone));
    };
    if found.staff.is_none() || found.staff != by.actor.staff {
        return Ok(Err(NoteError::NotYours));
    }
    if before.is_some_and(|before| *before != found.text) {
        return Ok(Err(NoteError::Changed(found.text)));
    }
    Ok(Ok(match noting {
        Noting::Change(_, _, text) => {
            let values = [id.into(), text.as_str().into(), by.now.into()];
            tx.execute_raw(statement(tx, CHANGE, values)).await?;
            timeline::NOTE_CHANGE
        }
        _ => {
            tx.execute_raw(statement(tx, REMOVE, [id.into()])).await?;
            timeline::NOTE_REMOVE
        }
    }))
}

/// Deletes the notes about the order `id`: they may name its shopper.
pub(super) async fn forget(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    const FORGET: &str = "DELETE FROM order_notes WHERE order_id = $1";
    tx.execute_raw(statement(tx, FORGET, [id.into()])).await?;
    Ok(())
}

impl From<NoteError> for OrderActionError {
    fn from(why: NoteError) -> Self {
        match why {
            NoteError::Gone | NoteError::NotYours => Self::Gone,
            NoteError::Changed(_) => Self::Changed,
        }
    }
}
