//! Reviews, as those write them who bought a product, and as the merchant decides on them.
//!
//! What shoppers see of them is the catalogue's: `catalog/store/reviews.rs` and `catalog/page/reviews.rs`.

mod author;
pub mod emails;
pub mod form;
mod input;
mod notify;
pub mod page;
mod records;
pub mod store;

pub use author::Author;
pub use input::ReviewInput;
pub use records::ReviewRecords;
