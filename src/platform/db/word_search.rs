//! How each engine finds rows by the beginnings of their words.

use super::{
    conditions::{Clause, Condition, VALUE},
    keyset::Walk,
};
use sea_orm::{ConnectionTrait, DatabaseBackend};

/// How rows that have the words are found.
pub enum WordMatch {
    /// In the order of the list.
    Along(Walk),
    /// In none: by an index, or one by one.
    Among {
        /// That a row has them.
        condition: Condition,
        /// Where they stand by themselves, if they do.
        alone: Option<Box<WordTable>>,
    },
}

/// A table of words alone, with the number and the id that the list goes by.
pub struct WordTable {
    /// The table.
    pub table: &'static str,
    /// Its index of the number and the id.
    pub index: &'static str,
    /// That a row of it has the words.
    pub condition: Condition,
}

/// Where the words of rows are indexed.
pub struct WordIndex {
    /// The table of the rows.
    pub table: &'static str,
    /// Its column of the words, on `PostgreSQL`.
    pub column: &'static str,
    /// The table that has the words of every row by its number, in a file of `SQLite`.
    pub file_index: &'static str,
    /// The table of words alone on `PostgreSQL`, and its index of what the list goes by, if there is one.
    pub narrow: Option<(&'static str, &'static str)>,
}

/// How rows are found by the beginnings of their `words`, which are letters and digits alone.
pub fn find(db: &impl ConnectionTrait, index: &WordIndex, words: &[String]) -> WordMatch {
    if !is_server(db) {
        return WordMatch::Along(Walk::Words(index.file_index, beginnings(db, words)));
    }
    let beginnings = beginnings(db, words);
    let Some((table, list_index)) = index.narrow else {
        let holds = format!("{} @@ to_tsquery('simple', {VALUE})", index.column);
        let ids = format!("SELECT id FROM {} WHERE {holds}", index.table);
        return WordMatch::Among {
            condition: Condition::by_index(
                Clause::with(format!("o.{holds}"), beginnings.as_str()),
                Clause::with(ids, beginnings.as_str()),
            ),
            alone: None,
        };
    };
    // Beginnings up to eight letters are kept as words of their own. Else a beginning that half of the rows have is put together
    // from a thousand words, and two of them are only compared when all of both are there.
    let kept: Vec<String> = words.iter().map(|word| kept(word)).collect();
    let ids = format!(
        "SELECT id FROM {table} WHERE word_beginnings(words) @@ to_tsquery('simple', {VALUE})"
    );
    let ids = Clause::with(ids, kept.join(" & "));
    let of = |column: &str| {
        let holds = format!("o.{column} @@ to_tsquery('simple', {VALUE})");
        Condition::by_index(Clause::with(holds, beginnings.as_str()), ids.clone())
    };
    WordMatch::Among {
        condition: of(index.column),
        alone: Some(Box::new(WordTable {
            table,
            index: list_index,
            condition: of("words"),
        })),
    }
}

/// That a row has the `words`, where the list is not walked along them.
pub fn condition(db: &impl ConnectionTrait, index: &WordIndex, words: &[String]) -> Condition {
    let (table, column, file_index) = (index.table, index.column, index.file_index);
    let ids = match is_server(db) {
        true => format!("SELECT id FROM {table} WHERE {column} @@ to_tsquery('simple', {VALUE})"),
        false => format!("SELECT rowid AS id FROM {file_index} WHERE {file_index} MATCH {VALUE}"),
    };
    let words = beginnings(db, words);
    Condition::by_index(
        Clause::with(format!("o.id IN ({ids})"), words.as_str()),
        Clause::with(ids, words.as_str()),
    )
}

/// Most letters of a beginning that is a word of its own.
const KEPT: usize = 8;

fn kept(word: &str) -> String {
    match word.char_indices().nth(KEPT) {
        Some((end, _)) => format!("{} & {word}:*", &word[..end]),
        None => word.to_owned(),
    }
}

fn is_server(db: &impl ConnectionTrait) -> bool {
    db.get_database_backend() == DatabaseBackend::Postgres
}

/// Most words that are looked for.
pub const MAX_WORDS: usize = 8;

/// The words in `text`, each letters and digits alone in lower case, as the indexes have them; at most [`MAX_WORDS`].
pub fn tokens(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|letter: char| !letter.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).map(str::to_owned);
    words.take(MAX_WORDS).collect()
}

/// What asks for every one of `words`, which are letters and digits alone, as the beginning of a word.
fn beginnings(db: &impl ConnectionTrait, words: &[String]) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_longer_than_what_is_kept_is_looked_for_by_both() {
        assert_eq!(kept("hammer12"), "hammer12");
        assert_eq!(kept("kläuenhammer"), "kläuenha & kläuenhammer:*");
    }
}
