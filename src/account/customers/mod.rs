//! Customers as whoever runs the shop looks after them: finding them, correcting what is known of them, putting them into
//! groups, noting something, joining doubles.

pub mod change;
pub mod export;
pub mod filter;
pub mod group;
pub mod list;
pub mod merge;
pub mod note;
