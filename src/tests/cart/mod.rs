//! The cart: what is put in, changed and brought back.

pub mod abandoned;
mod add;
mod api;
mod catalogue_changes;
mod product_page;
mod sign_in_and_out;
mod summary;
