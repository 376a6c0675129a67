//! Carts that were left: who agreed to it gets one reminder, whose link brings the cart back on any device; what is ordered then
//! is counted as recovered.

pub mod eligibility;
pub mod emails;
pub mod entity;
mod form;
mod job;
mod link;
pub mod list;
mod page;
mod purge;
pub mod recovered;
pub mod remind;
pub mod statistics;
mod unsubscribe;

pub use form::routes;
pub use job::RemindOfCarts;
pub use link::{BACK, STOP, link};
pub use page::page;
pub use purge::{erase, purge};
pub use unsubscribe::page as stop_page;
