//! What was ordered, and what became of it.

pub mod anonymise;
pub mod change_status;
pub mod confirm;
mod document;
pub mod downloads;
pub mod emails;
pub mod entity;
pub mod form;
pub mod inbox;
pub mod invoice;
pub mod mark;
pub mod notify;
pub mod object;
mod open_account;
pub mod page;
pub mod paid;
pub mod payment;
pub mod place;
pub mod place_form;
mod records;
pub mod status;
pub mod store;
pub mod timeline;
pub mod tracking;

pub use document::{Document, Item, Method};
pub use open_account::{OpenAccount, open_account};
pub use records::OrderRecords;
