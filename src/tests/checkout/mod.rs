//! From the cart to an order, also where shoppers, machines and the catalogue come between.

mod abuse;
mod cached_documents;
mod countries;
pub mod kills;
mod language;
mod open_account;
mod pickup;
mod race;
mod session_ended;
mod shortage;
mod steps;
