//! Orders that are fetched: where, and when, as it is agreed with the order.

use super::Document;
use crate::{
    cart::Cart,
    platform::config::Config,
    text::{Language, checkout::CheckoutTexts},
};

/// Where what is in `cart` is fetched, if it is.
pub fn place(cart: &Cart, config: &Config, language: Language) -> String {
    let method = cart.method();
    method.map_or_else(String::new, |it| config.pickup_place(it, language.code()))
}

/// The same of an order, as e-mails say it; empty if nothing is said of it.
pub fn paragraph(document: &Document, s: &CheckoutTexts) -> String {
    match document.pickup_at.as_str() {
        "" => String::new(),
        place => format!("{}:\n{place}", s.pickup_at),
    }
}
