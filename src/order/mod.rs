//! What was ordered, and what became of it.

mod document;
pub mod entity;
pub mod form;
pub mod letter;
mod notify;
pub mod object;
pub mod page;
pub mod place;
pub mod status;
pub mod store;

pub use document::{Document, Item, Method};
