//! The database tables of this room.

pub mod address;
pub mod attempt;
pub mod customer;
pub mod customer_group;
pub mod session;
