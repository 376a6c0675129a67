//! What was ordered, and what became of it.

pub mod anonymise;
pub mod change_status;
pub mod confirm;
pub mod correct;
mod document;
pub mod downloads;
pub mod emails;
pub mod entity;
pub mod form;
pub mod inbox;
pub mod invoice;
pub mod machine;
pub mod mark;
pub mod messages;
pub mod notes;
pub mod notify;
pub mod object;
mod open_account;
pub mod page;
pub mod paid;
pub mod parcels;
pub mod payment;
pub mod place;
pub mod place_form;
mod records;
pub mod refunds;
pub mod restock;
pub mod status;
pub mod store;
pub mod timeline;
pub mod tracking;
pub mod verb;
pub mod whole;

pub use document::{Document, Item, Method};
pub use open_account::{OpenAccount, open_account};
pub use records::OrderRecords;
