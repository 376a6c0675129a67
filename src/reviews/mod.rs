//! Reviews, as those write them who bought a product, and as the merchant decides on them.
//!
//! What shoppers see of them is the catalogue's: `catalog/store/reviews.rs` and `catalog/page/reviews.rs`.

mod author;
pub mod emails;
pub mod form;
mod notify;
pub mod page;
mod records;
pub mod store;
mod typed;

pub use author::Author;
pub use records::ReviewRecords;
pub use typed::Typed;
