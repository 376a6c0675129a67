//! The browsers signed in to an account, and how to end them.

mod action;
pub mod device;
pub mod last_seen;
mod list;
mod server;
pub mod store;

pub use action::{EndOtherSessions, EndSession, end_other_sessions, end_session};
pub use list::{SessionList, SessionRow};
