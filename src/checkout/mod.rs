//! From the cart to the order.

pub mod book;
pub mod form;
pub mod page;
mod step;

pub use step::Step;
