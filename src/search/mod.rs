//! Finding products by words.
//!
//! The database's full-text index says which products hold the words; the catalogue's
//! [`Shelf`](crate::catalog::shelf::Shelf) filters, sorts and counts them.

pub mod index;
mod typo;
mod words;

pub use typo::Vocabulary;
pub use words::Words;

use crate::error::AppError;
use sea_orm::ConnectionTrait;

/// Products that hold every word, by where they hold it; each stands in one of the three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// In the name.
    pub title: Vec<i64>,
    /// In the SKU.
    pub sku: Vec<i64>,
    /// In any text.
    pub text: Vec<i64>,
}

/// Products that hold what was typed; where nothing does, those that hold words one slip away, and
/// that it was so.
pub async fn find(
    db: &impl ConnectionTrait,
    vocabulary: &Vocabulary,
    typed: &str,
) -> Result<(Matches, bool), AppError> {
    let words = Words::typed(typed);
    if words.is_empty() {
        return Ok((Matches::default(), false));
    }
    let found = index::find(db, &words).await?;
    if found != Matches::default() {
        return Ok((found, false));
    }
    match vocabulary.mended(&words) {
        Some(mended) => Ok((index::find(db, &mended).await?, true)),
        None => Ok((found, false)),
    }
}
