//! Finding products by words.
//!
//! The database's full-text index says which products hold a word; the catalogue's
//! [`CatalogSnapshot`](crate::catalog::snapshot::CatalogSnapshot) puts words together, filters, sorts and counts.

mod fts5;
mod typo;
mod words;

pub use fts5::Fts5;
pub use typo::Vocabulary;
pub use words::Words;

use crate::{base::error::AppError, catalog::Product};

/// A database's full-text index of the products that shoppers see. `SQLite`'s is [`Fts5`].
pub trait Index: Sync {
    /// Puts `product` in; `again` if it may be there already.
    fn put(
        &self,
        product: &Product,
        again: bool,
    ) -> impl Future<Output = Result<(), AppError>> + Send;

    /// Puts the index in order after much was written, so that it answers as quickly as before.
    fn optimize(&self) -> impl Future<Output = Result<(), AppError>> + Send;

    /// Products with a word that starts with `beginning`; accents do not count.
    fn prefix_matches(
        &self,
        beginning: &str,
    ) -> impl Future<Output = Result<Matches, AppError>> + Send;

    /// Every word of the index, with the number of products that hold it.
    fn vocabulary(&self) -> impl Future<Output = Result<Vocabulary, AppError>> + Send;
}

/// Ids of products that hold a word, by where they hold it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// In the name.
    pub title: Vec<i64>,
    /// In a SKU.
    pub sku: Vec<i64>,
    /// Anywhere.
    pub any: Vec<i64>,
}
