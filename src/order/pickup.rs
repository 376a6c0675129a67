//! Pickup of orders: the place and time agreed when ordering.

use super::OrderDocument;
use crate::{
    cart::Cart,
    platform::config::Config,
    text::{Language, checkout::CheckoutTexts},
};

/// Returns the pickup place of the cart's delivery method; empty if none is chosen.
pub fn place(cart: &Cart, config: &Config, language: Language) -> String {
    let method = cart.method();
    method.map_or_else(String::new, |it| config.pickup_place(it, language.code()))
}

/// Returns the paragraph about place and time of pickup for e-mails; empty if the order has none.
pub fn paragraph(document: &OrderDocument, s: &CheckoutTexts) -> String {
    match document.pickup_at.as_str() {
        "" => String::new(),
        place => format!("{}:\n{place}", s.pickup_at),
    }
}
