//! What stands below a price: taxes, and the price of a measure.

use crate::{
    base::shop::Shop, catalog::product::Content, platform::config::Config, pricing::tax::Tax,
    text::Language,
};
use leptos::prelude::*;

/// The taxes at the shop's own place, which a price holds or which come on top.
#[component]
pub fn Taxes(
    /// Names and rates of the taxes, such as `19% VAT`.
    taxes: Vec<String>,
    /// Whether prices hold them.
    within: bool,
) -> impl IntoView {
    let s = expect_context::<Language>().checkout_texts();
    (!taxes.is_empty()).then(|| {
        let taxes = taxes.join(", ");
        let text = if within {
            s.tax_within(taxes)
        } else {
            s.tax_on_top(taxes)
        };
        view! { <p class="product-details__product-price-taxes ec-text-muted">{text}</p> }
    })
}

/// The taxes that a visitor of unknown address pays, each with its rate as `language` writes it.
pub fn taxes_at_home(config: &Config, language: Language) -> Vec<String> {
    let here = |tax: &&Tax| tax.zones.cover(&config.store_country, "");
    let text = |tax: &Tax| {
        let rate = language.decimal(String::from(tax.rate));
        language.checkout_texts().tax_at(&tax.name, rate)
    };
    config.taxes.iter().filter(here).map(text).collect()
}

/// The price of a measure, such as a litre; it follows the choice.
#[component]
pub fn UnitPrice(
    /// What is in a piece.
    content: Option<Content>,
    /// Price of a piece, in minor units.
    price: i64,
) -> impl IntoView {
    let language = expect_context::<Language>();
    let prices = expect_context::<Shop>().prices;
    content.and_then(|content| {
        let each = prices.minor(content.price_of_one(price)?);
        let unit = content.unit.get(language.code()).to_owned();
        let text = language.checkout_texts().per_unit(each, unit);
        Some(view! { <p class="product-details__product-price-per-unit ec-text-muted">{text}</p> })
    })
}
