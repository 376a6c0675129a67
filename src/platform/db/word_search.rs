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

/// Orders by the beginnings of their words, which are letters and digits alone.
///
/// Both engines keep beginnings up to eight letters as words of their own. Else a beginning that half of the orders have is put
/// together from a thousand words, and two of them are only compared when all of both are there.
pub fn orders(db: &impl ConnectionTrait, words: &[String]) -> WordMatch {
    if !is_server(db) {
        return WordMatch::Along(Walk::Words("order_search", beginnings(db, words)));
    }
    let beginnings = beginnings(db, words);
    let kept: Vec<String> = words.iter().map(|word| kept(word)).collect();
    let ids = Clause::with(
        "SELECT id FROM order_search WHERE word_beginnings(words) @@ to_tsquery('simple', {value})",
        kept.join(" & "),
    );
    let of = |column: &str| {
        let holds = format!("o.{column} @@ to_tsquery('simple', {VALUE})");
        Condition::by_index(Clause::with(holds, beginnings.as_str()), ids.clone())
    };
    WordMatch::Among {
        condition: of("search_words"),
        alone: Some(Box::new(WordTable {
            table: "order_search",
            index: "order_search_listed",
            condition: of("words"),
        })),
    }
}

/// Most letters of a beginning that is a word of its own.
const KEPT: usize = 8;

fn kept(word: &str) -> String {
    match word.char_indices().nth(KEPT) {
        Some((end, _)) => format!("{} & {word}:*", &word[..end]),
        None => word.to_owned(),
    }
}

/// Customers by the beginnings of their words.
pub fn customers(db: &impl ConnectionTrait, words: &[String]) -> WordMatch {
    let words = beginnings(db, words);
    if !is_server(db) {
        return WordMatch::Along(Walk::Words("customer_search", words));
    }
    const HOLDS: &str = "search_words @@ to_tsquery('simple', {value})";
    WordMatch::Among {
        condition: Condition::by_index(
            Clause::with(format!("o.{HOLDS}"), words.as_str()),
            Clause::with(
                format!("SELECT id FROM customers WHERE {HOLDS}"),
                words.as_str(),
            ),
        ),
        alone: None,
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

/// Products by the beginnings of their words.
pub fn products(db: &impl ConnectionTrait, words: &[String]) -> Condition {
    let ids = match is_server(db) {
        true => "SELECT id FROM products WHERE find_words @@ to_tsquery('simple', {value})",
        false => "SELECT rowid AS id FROM product_find WHERE product_find MATCH {value}",
    };
    let words = beginnings(db, words);
    Condition::by_index(
        Clause::with(format!("o.id IN ({ids})"), words.as_str()),
        Clause::with(ids, words.as_str()),
    )
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
