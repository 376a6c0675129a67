//! From the cart to the order.

pub mod address;
pub mod book;
pub mod form;
pub mod page;
mod step;

pub use step::Step;
