//! Products (`spec/rest.md` 3).

pub mod filters;
pub mod list;
mod object;
pub mod one;
mod options;
mod search;
mod variations;
