//! Finding products by words.
//!
//! The words of all products are in memory ([`Vocabulary`]), each with the products that hold it: no search asks the
//! database, and every engine gives the same answers. The catalogue's
//! [`CatalogSnapshot`](crate::catalog::snapshot::CatalogSnapshot) puts words together, filters, sorts and counts.

mod compound;
mod fold;
mod holders;
mod slots;
mod typo;
mod vocabulary;
mod words;

pub use fold::each_word;
pub use slots::Slots;
pub use vocabulary::{Matches, Vocabulary, VocabularyBuilder};
pub use words::Words;
