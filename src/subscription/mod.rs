//! Subscriptions: what a shopper ordered again and again, until they say otherwise. The dates of one, the
//! orders that it makes, and the pages on which it is paused and cancelled.

mod access;
mod begin;
mod charge;
pub mod emails;
pub mod entity;
pub mod form;
pub mod page;
mod records;
pub mod renew;
mod schedule;
pub mod store;

pub use begin::BeginSubscriptions;
pub use records::SubscriptionRecords;
pub use renew::Renewals;
