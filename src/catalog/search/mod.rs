//! Finding products by words.
//!
//! The words of all products are in memory ([`Vocabulary`]), each with the products that hold it: no search asks the
//! database, and every engine gives the same answers. The catalogue's
//! [`CatalogSnapshot`](crate::catalog::snapshot::CatalogSnapshot) puts words together, filters, sorts and counts.

mod compound;
mod fold;
mod postings;
mod query;
mod slot_set;
mod typo;
mod vocabulary;

pub use fold::each_word;
pub use query::SearchQuery;
pub use slot_set::SlotSet;
pub use vocabulary::{Matches, Vocabulary, VocabularyBuilder};
