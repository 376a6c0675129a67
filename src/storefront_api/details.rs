//! Store details (`spec/js-api.md` 3) that need more than the page's data.

use super::events::{define, namespace};
use crate::base::shop::Shop;
use wasm_bindgen::prelude::*;

/// Adds `formatCurrency`.
pub fn attach(shop: &Shop) {
    let prices = shop.prices.clone();
    define(
        &namespace(None),
        "formatCurrency",
        Closure::<dyn Fn(JsValue) -> String>::new(move |value: JsValue| {
            // Numeric strings count too, as `Number()` reads them.
            prices.major(value.unchecked_into_f64())
        }),
    );
}
