//! One order, and everything that is done with it.

mod correct;
mod notes;
mod parcels;
mod refund;
mod restocking;
mod returns;
pub mod support;
mod withdrawal;
