//! The bag: lines on the server, a guest's by a token in the browser, a customer's wherever they are.

mod added;
pub mod api;
mod bag;
pub mod change;
mod details;
mod entity;
pub mod extra;
pub mod form;
pub mod line_view;
pub mod merge;
pub mod object;
mod offered;
pub mod page;
pub mod settle;
pub mod store;
pub mod summary;

pub use added::panel;
pub use bag::{Bag, Line};
pub use details::{Chosen, Copied, Details};
pub use store::Owner;
