//! Stocktakings: what is on the shelves is counted, by several people at once while the shop goes on selling, and the differences
//! become stock once somebody says so.

mod apply;
mod count;
mod review;

pub use apply::{Ended, apply, drop_it};
pub use count::{CountEntry, CountOutcome, Entry, count, counted, entries, place_of};
pub use review::{Row, Totals, missing, rows, totals};

use crate::{
    base::{date, error::AppError},
    platform::{
        audit::{self, Actor},
        db::{Db, retried, statement},
    },
};
use sea_orm::{ConnectionTrait, DatabaseTransaction, QueryResult};

/// How a stocktaking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is being counted.
    Open,
    /// What was counted is the stock since.
    Applied,
    /// It was given up.
    Dropped,
}

impl State {
    fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Applied => "applied",
            Self::Dropped => "dropped",
        }
    }

    fn of_code(code: &str) -> Self {
        match code {
            "open" => Self::Open,
            "applied" => Self::Applied,
            _ => Self::Dropped,
        }
    }
}

/// A stocktaking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stocktake {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// The category that is counted; `None` is everything.
    pub category: Option<i64>,
    /// How it stands.
    pub state: State,
    /// When it began.
    pub began_at: i64,
    /// Who began it.
    pub began_by: String,
    /// When it ended.
    pub ended_at: Option<i64>,
    /// Who ended it.
    pub ended_by: String,
}

const COLUMNS: &str =
    "SELECT id, name, category_id, state, began_at, began_by, ended_at, ended_by FROM stocktakes";

impl Stocktake {
    fn read(row: &QueryResult) -> Result<Self, AppError> {
        let state: String = row.try_get_by_index(3)?;
        Ok(Self {
            id: row.try_get_by_index(0)?,
            name: row.try_get_by_index(1)?,
            category: row.try_get_by_index(2)?,
            state: State::of_code(&state),
            began_at: row.try_get_by_index(4)?,
            began_by: row.try_get_by_index(5)?,
            ended_at: row.try_get_by_index(6)?,
            ended_by: row.try_get_by_index(7)?,
        })
    }
}

/// Begins one called `name`, of a category or of everything; its number.
pub async fn begin(
    db: &Db,
    name: &str,
    category: Option<i64>,
    actor: &Actor,
) -> Result<i64, AppError> {
    const ADD: &str = "INSERT INTO stocktakes (name, category_id, state, began_at, began_by, ended_by) \
        VALUES ($1, $2, 'open', $3, $4, '') RETURNING id";
    let add = || async {
        let now = date::now();
        let tx = db.begin().await?;
        let values = [
            name.into(),
            category.into(),
            now.into(),
            actor.who.as_str().into(),
        ];
        let row = tx.query_one_raw(statement(&tx, ADD, values)).await?;
        let id = row.ok_or(AppError::Internal)?.try_get_by_index(0)?;
        let entry = audit::Entry::of("stocktake.begin", name);
        audit::record(&tx, actor, entry, now).await?;
        tx.commit().await?;
        Ok(id)
    };
    retried(add).await
}

/// The stocktaking of this number.
pub async fn find(db: &impl ConnectionTrait, id: i64) -> Result<Option<Stocktake>, AppError> {
    let sql = format!("{COLUMNS} WHERE id = $1");
    let row = db.query_one_raw(statement(db, &sql, [id.into()])).await?;
    row.map(|row| Stocktake::read(&row)).transpose()
}

/// The stocktaking `id`, locked against other counts and changes until the transaction ends.
async fn to_change(tx: &DatabaseTransaction, id: i64) -> Result<Option<Stocktake>, AppError> {
    const LOCK: &str = "UPDATE stocktakes SET state = state WHERE id = $1";
    tx.execute_raw(statement(tx, LOCK, [id.into()])).await?;
    find(tx, id).await
}

/// The latest, at most `most`, in their order.
pub async fn latest(db: &impl ConnectionTrait, most: u32) -> Result<Vec<Stocktake>, AppError> {
    let sql = format!("{COLUMNS} ORDER BY id DESC LIMIT $1");
    let rows = db.query_all_raw(statement(db, &sql, [i64::from(most).into()]));
    rows.await?.iter().map(Stocktake::read).collect()
}
