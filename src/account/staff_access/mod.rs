//! The shop as a customer sees it, for staff: a session that is the customer's in what it shows, and in nothing else.
//!
//! It lasts an hour, a bar on every page says so, and it reaches no secret of the account (`rules.rs`).

mod bar;
mod begin;
mod end;
mod page;
mod rules;
pub mod token;

pub use bar::bar;
pub use begin::begin;
pub use end::end_all;
pub use page::page;
pub use rules::may;

/// Where the way in stands.
pub const PATH: &str = "/account/staff";
/// Where it is pressed.
pub const ACTION: &str = "/api/account/staff";
/// How long such a session lasts, in seconds.
pub const LASTS: i64 = 60 * 60;
