//! How each engine walks a table from its latest row on: by an index, or by the beginnings of words.
//!
//! Rows go by a time and an id, both columns of the table; what is asked for is bound as `$1` (the time), `$2` (the id) and,
//! for words, `$3`.

use sea_orm::{ConnectionTrait, DatabaseBackend};

/// The parts of a statement whose rows are called `o`.
pub struct Source {
    /// What stands behind `FROM`.
    pub from: String,
    /// That a row is behind the time and the id.
    pub behind: String,
    /// That it is before them.
    pub ahead: &'static str,
    /// That a row has the words.
    pub holds: &'static str,
    /// What stands behind `ORDER BY`.
    pub latest_first: &'static str,
    /// The same from the earliest on.
    pub earliest_first: &'static str,
}

const BEHIND: &str = "(o.placed_at, o.id) < ($1, $2)";
const AHEAD: &str = "(o.placed_at, o.id) > ($1, $2)";
const LATEST_FIRST: &str = "o.placed_at DESC, o.id DESC";
const EARLIEST_FIRST: &str = "o.placed_at, o.id";

fn is_server(db: &impl ConnectionTrait) -> bool {
    db.get_database_backend() == DatabaseBackend::Postgres
}

/// `table` by its `index`: `SQLite`, which counts nothing in advance, is told which.
pub fn by_index(db: &impl ConnectionTrait, table: &str, index: &str) -> Source {
    let from = match is_server(db) {
        true => format!("{table} o"),
        false => format!("{table} o INDEXED BY {index}"),
    };
    Source {
        from,
        behind: BEHIND.to_owned(),
        ahead: AHEAD,
        holds: "",
        latest_first: LATEST_FIRST,
        earliest_first: EARLIEST_FIRST,
    }
}

/// Orders by their words.
///
/// `SQLite` has those in a table whose rows are numbered by time and id, so that it needs to sort nothing; `PostgreSQL` has an index, or walks through the latest where the words are in many.
pub fn orders(db: &impl ConnectionTrait) -> Source {
    if is_server(db) {
        return Source {
            from: "orders o".to_owned(),
            behind: BEHIND.to_owned(),
            ahead: AHEAD,
            holds: "o.search_words @@ to_tsquery('simple', $3)",
            latest_first: LATEST_FIRST,
            earliest_first: EARLIEST_FIRST,
        };
    }
    Source {
        from: "order_search w CROSS JOIN orders o ON o.id = (w.rowid & 1073741823)".to_owned(),
        behind: "w.rowid < (($1 << 30) | $2)".to_owned(),
        ahead: "w.rowid > (($1 << 30) | $2)",
        holds: "w.words MATCH $3",
        latest_first: "w.rowid DESC",
        earliest_first: "w.rowid",
    }
}

/// What asks for every one of `words`, which are letters and digits alone, as the beginning of a word.
pub fn beginnings(db: &impl ConnectionTrait, words: &[String]) -> String {
    match is_server(db) {
        true => words
            .iter()
            .map(|word| format!("{word}:*"))
            .collect::<Vec<_>>()
            .join(" & "),
        false => words
            .iter()
            .map(|word| format!("\"{word}\"*"))
            .collect::<Vec<_>>()
            .join(" "),
    }
}

/// A statement that asks for the numbers of the products that have the words, which are bound as `words`.
pub fn products(db: &impl ConnectionTrait, words: &str) -> String {
    match is_server(db) {
        true => {
            format!("SELECT id FROM products WHERE find_words @@ to_tsquery('simple', {words})")
        }
        false => format!("SELECT rowid AS id FROM product_find WHERE words MATCH {words}"),
    }
}
