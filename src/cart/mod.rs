//! The bag: lines on the server, found by a token in the visitor's browser.

pub mod add;
pub mod page;
mod store;

pub use store::count;
