//! The back office, through its router.

mod about;
mod access;
mod apps;
mod carts;
mod claim;
mod customers;
mod delivery_and_payment;
mod drafts;
mod emails;
mod guide;
mod guide_steps;
mod home_page;
mod import;
mod order;
mod order_by_hand;
mod orders;
mod product;
mod products;
mod push;
mod questions;
mod reports;
mod sample;
mod settings;
mod sign_in;
mod staff;
pub mod support;
mod today;
