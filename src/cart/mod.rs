//! The cart: lines on the server, a guest's by a token in the browser, a customer's wherever they are.

pub mod add;
mod added;
pub mod api;
pub mod by_hand;
pub mod change;
mod context;
pub mod coupon;
mod details;
mod entity;
pub mod extra;
pub mod form;
pub mod hooks;
pub mod kept;
pub mod line_view;
pub mod merge;
mod minicart;
mod model;
pub mod object;
mod offered;
pub mod page;
mod records;
pub mod sample;
pub mod settle;
pub mod store;
pub mod summary;
mod terms;

pub use added::panel;
pub use context::{CartContext, Carts};
pub use details::{Chosen, Copied, Details};
pub use minicart::minicart;
pub use model::{Cart, Line};
pub use records::CartRecords;
pub use store::Owner;
pub use terms::{Buyer, Terms};
