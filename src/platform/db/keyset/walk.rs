//! What has the rows of a table in the order of a list.

use super::{Direction, KeysetCursor};
use crate::{
    base::error::AppError,
    platform::db::conditions::{self, Clause, VALUE, Values},
};
use sea_orm::{ConnectionTrait, DatabaseBackend};

/// What a list is walked along.
pub enum Walk {
    /// An index.
    Index(&'static str),
    /// A table of words of `SQLite`, whose rows are numbered by the number and the id, and the words that are looked for.
    Words(&'static str, String),
}

/// Most rows of a short walk.
const SHORT: usize = 8_000;
/// The bits of an id in the number of a row of words.
const ID: i64 = (1 << 30) - 1;

impl Walk {
    /// What stands behind `FROM` for rows of `table`, which are called `o` where they are read.
    pub(super) fn from(&self, db: &impl ConnectionTrait, table: &str, reads_rows: bool) -> String {
        match self {
            Self::Index(index) => by_index(db, table, index),
            Self::Words(words, _) if reads_rows => {
                format!("{words} w CROSS JOIN {table} o ON o.id = (w.rowid & {ID})")
            }
            Self::Words(words, _) => format!("{words} w"),
        }
    }

    /// Whether few have the words: to walk past one is quicker than to look up in the words whether another row has them.
    pub(super) async fn is_short(&self, db: &impl ConnectionTrait) -> Result<bool, AppError> {
        let Self::Words(table, words) = self else {
            return Ok(false);
        };
        let ids = format!("SELECT rowid AS id FROM {table} WHERE words MATCH {VALUE}");
        conditions::are_few(db, &Clause::with(ids, words.as_str()), SHORT).await
    }

    /// The SQL condition of each row that is walked along; `None` if there is none.
    pub(super) fn holds(&self, values: &mut Values) -> Option<String> {
        match self {
            Self::Index(_) => None,
            Self::Words(_, words) => Some(format!("w.words MATCH {}", values.bind(words.as_str()))),
        }
    }

    /// The SQL condition of the walk, for a row `o` that was found another way; `None` if there is none.
    pub(super) fn holds_of_row(&self, column: &str, values: &mut Values) -> Option<String> {
        let Self::Words(table, _) = self else {
            return None;
        };
        let holds = self.holds(values)?;
        Some(format!(
            "EXISTS (SELECT 1 FROM {table} w WHERE w.rowid = ((o.{column} << 30) | o.id) AND {holds})"
        ))
    }

    /// That a row compares so with `place`.
    pub(super) fn compared(
        &self,
        column: &str,
        sign: &str,
        place: KeysetCursor,
        values: &mut Values,
    ) -> String {
        match self {
            Self::Index(_) => by_columns(column, sign, place, values),
            Self::Words(..) => {
                let (value, id) = (values.bind(place.value), values.bind(place.id));
                format!("w.rowid {sign} (({value} << 30) | {id})")
            }
        }
    }

    /// The number and the id of a row.
    pub(super) fn place(&self, column: &str) -> String {
        match self {
            Self::Index(_) => format!("o.{column}, o.id"),
            Self::Words(..) => format!("w.rowid >> 30, w.rowid & {ID}"),
        }
    }

    /// What stands behind `ORDER BY`.
    pub(super) fn order(&self, column: &str, way: Direction) -> String {
        let order = way.order();
        match self {
            Self::Index(_) => format!("o.{column} {order}, o.id {order}"),
            Self::Words(..) => format!("w.rowid {order}"),
        }
    }
}

/// What stands behind `FROM` for rows `o` of `table` by `index`: `SQLite`, which counts nothing in advance, is told which.
pub fn by_index(db: &impl ConnectionTrait, table: &str, index: &str) -> String {
    match db.get_database_backend() {
        DatabaseBackend::Postgres => format!("{table} o"),
        _ => format!("{table} o INDEXED BY {index}"),
    }
}

/// That a row `o` compares so with `place`.
pub(super) fn by_columns(
    column: &str,
    sign: &str,
    place: KeysetCursor,
    values: &mut Values,
) -> String {
    let (value, id) = (values.bind(place.value), values.bind(place.id));
    format!("(o.{column}, o.id) {sign} ({value}, {id})")
}
