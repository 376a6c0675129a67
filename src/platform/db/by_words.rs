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
    pub ahead: String,
    /// That a row has the words.
    pub holds: &'static str,
    /// What stands behind `ORDER BY`.
    pub latest_first: String,
    /// The same from the earliest on.
    pub earliest_first: String,
}

fn is_server(db: &impl ConnectionTrait) -> bool {
    db.get_database_backend() == DatabaseBackend::Postgres
}

/// `table` by its `index`, which goes by the number in `column` and the id: `SQLite`, which counts nothing in advance, is told
/// which.
pub fn by_index(db: &impl ConnectionTrait, (table, column): (&str, &str), index: &str) -> Source {
    let from = match is_server(db) {
        true => format!("{table} o"),
        false => format!("{table} o INDEXED BY {index}"),
    };
    Source {
        from,
        behind: behind(column),
        ahead: ahead(column),
        holds: "",
        latest_first: latest_first(column),
        earliest_first: earliest_first(column),
    }
}

fn behind(column: &str) -> String {
    format!("(o.{column}, o.id) < ($1, $2)")
}

fn ahead(column: &str) -> String {
    format!("(o.{column}, o.id) > ($1, $2)")
}

fn latest_first(column: &str) -> String {
    format!("o.{column} DESC, o.id DESC")
}

fn earliest_first(column: &str) -> String {
    format!("o.{column}, o.id")
}

/// Orders by their words.
///
/// `SQLite` has those in a table whose rows are numbered by time and id, so that it needs to sort nothing; `PostgreSQL` has an index, or walks through the latest where the words are in many.
pub fn orders(db: &impl ConnectionTrait) -> Source {
    worded(db, ("orders", "placed_at"), "order_search")
}

/// Customers by their words, in the same way.
pub fn customers(db: &impl ConnectionTrait) -> Source {
    worded(db, ("customers", "registered_at"), "customer_search")
}

fn worded(db: &impl ConnectionTrait, (table, column): (&str, &str), words: &str) -> Source {
    if is_server(db) {
        return Source {
            from: format!("{table} o"),
            behind: behind(column),
            ahead: ahead(column),
            holds: "o.search_words @@ to_tsquery('simple', $3)",
            latest_first: latest_first(column),
            earliest_first: earliest_first(column),
        };
    }
    Source {
        from: format!("{words} w CROSS JOIN {table} o ON o.id = (w.rowid & 1073741823)"),
        behind: "w.rowid < (($1 << 30) | $2)".to_owned(),
        ahead: "w.rowid > (($1 << 30) | $2)".to_owned(),
        holds: "w.words MATCH $3",
        latest_first: "w.rowid DESC".to_owned(),
        earliest_first: "w.rowid".to_owned(),
    }
}

/// Most words that are looked for.
pub const MOST_WORDS: usize = 8;

/// The words in `text`, each letters and digits alone in lower case, as the indexes have them; at most [`MOST_WORDS`].
pub fn tokens(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).map(str::to_owned);
    words.take(MOST_WORDS).collect()
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
        false => format!("SELECT rowid AS id FROM product_find WHERE product_find MATCH {words}"),
    }
}
