//! Products (`spec/rest.md` 3).

pub mod detail;
pub mod filters;
pub mod list;
mod object;
mod options;
mod search;
mod variations;
