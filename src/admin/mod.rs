//! The back office, where the merchant and the staff run the shop.
//!
//! It has an origin of its own, so that no script of the shop acts as them. Its pages are forms and links that the server
//! draws, and work with scripts off.

mod about;
pub mod access;
mod account;
mod apps;
mod assets;
mod audit_log;
mod carts;
mod categories;
mod changes;
mod chart;
mod claim;
mod confirm;
mod customers;
mod drafts;
pub mod emails;
mod flash;
mod form;
mod form_values;
mod guard;
mod guide;
mod import;
mod labels;
mod order;
mod order_by_hand;
mod orders;
mod origin;
mod page;
mod pages;
mod payments;
mod preview;
mod product;
mod products;
pub mod push;
mod questions;
mod reports;
mod request;
mod reviews;
mod route;
mod router;
pub mod screens;
mod settings;
mod sign_in;
mod sign_out;
pub mod staff;
mod staff_list;
mod state;
mod stock;
mod today;
mod upload;

pub use claim::{address as claim_address, password_address};
pub use route::Route;
pub use router::{RequestNumber, router, routes};
pub use state::AdminState;
