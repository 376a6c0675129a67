//! One order, and everything that is done with it.

mod correct;
mod notes;
mod parcels;
mod refund;
mod returns;
mod support;
mod withdrawal;
