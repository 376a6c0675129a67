//! How large the numbers of a product may be, so that no sum of a whole cart overflows.

use super::{Product, option::Modifier};
use crate::base::money::MAX_MINOR;

/// Most pieces, grams, or thousandths of a unit.
pub const MAX_OF_ANYTHING: i64 = 1_000_000_000;
/// Most that a choice adds, in hundredths of a percent: a hundred times the price.
const MAX_PERCENT: i64 = 1_000_000;

/// The first number of `product` that is out of bounds: its field, and what it is.
pub fn excess(product: &Product) -> Option<(&'static str, i64)> {
    let prices = prices(product).map(|(field, it)| (field, it, 0..=MAX_MINOR));
    let counts = counts(product).map(|(field, it)| (field, it, 0..=MAX_OF_ANYTHING));
    let choices = product.options.iter().flat_map(|option| &option.choices);
    let modifiers = choices.map(|choice| match choice.modifier {
        Modifier::Absolute(it) => ("options", it, -MAX_MINOR..=MAX_MINOR),
        Modifier::Percent(it) => ("options", it, -MAX_PERCENT..=MAX_PERCENT),
    });
    let mut all = prices.chain(counts).chain(modifiers);
    let wrong = all.find(|(_, number, bounds)| !bounds.contains(number));
    wrong.map(|(field, number, _)| (field, number))
}

fn prices(product: &Product) -> impl Iterator<Item = (&'static str, i64)> {
    let named = product.name_your_price;
    let own = [
        ("price", Some(product.price)),
        ("compare_to", product.compare_to),
        ("name_your_price", named.map(|it| it.least)),
        ("name_your_price", named.and_then(|it| it.most)),
        (
            "subscription",
            product.subscription.as_ref().and_then(|it| it.once),
        ),
    ];
    let varied = product
        .variations
        .iter()
        .flat_map(|it| [("variations", it.price), ("variations", it.compare_to)]);
    let tiers = product
        .wholesale
        .iter()
        .map(|it| ("wholesale", Some(it.price)));
    let all = own.into_iter().chain(varied).chain(tiers);
    all.filter_map(|(field, price)| Some((field, price?)))
}

fn counts(product: &Product) -> impl Iterator<Item = (&'static str, i64)> {
    let own = [
        ("weight", product.weight),
        ("stock", product.stock),
        ("low_stock_at", product.low_stock_at),
        ("content", product.content.as_ref().map(|it| it.thousandths)),
        ("min_quantity", product.min_quantity),
        ("max_quantity", product.max_quantity),
    ];
    let varied = product
        .variations
        .iter()
        .flat_map(|it| [("variations", it.stock), ("variations", it.low_stock_at)]);
    let tiers = product
        .wholesale
        .iter()
        .map(|it| ("wholesale", Some(it.quantity)));
    let all = own.into_iter().chain(varied).chain(tiers);
    all.filter_map(|(field, count)| Some((field, count?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::product::{PriceRange, Variation, Wholesale};

    #[test]
    fn what_overflows_is_found_wherever_it_stands() {
        let fine = Product {
            price: MAX_MINOR,
            stock: Some(MAX_OF_ANYTHING),
            ..Product::default()
        };
        assert_eq!(excess(&fine), None);
        let price = |price| Product {
            price,
            ..fine.clone()
        };
        assert_eq!(
            excess(&price(MAX_MINOR + 1)),
            Some(("price", MAX_MINOR + 1))
        );
        assert_eq!(excess(&price(-1)), Some(("price", -1)));
        let varied = Product {
            variations: vec![Variation {
                price: Some(i64::MAX),
                ..Variation::default()
            }],
            ..fine.clone()
        };
        assert_eq!(excess(&varied), Some(("variations", i64::MAX)));
        let named = Product {
            name_your_price: Some(PriceRange {
                least: 0,
                most: Some(i64::MAX),
            }),
            ..fine.clone()
        };
        assert_eq!(excess(&named), Some(("name_your_price", i64::MAX)));
        let tier = Wholesale {
            quantity: i64::MIN,
            price: 1,
        };
        let many = Product {
            wholesale: vec![tier],
            ..fine
        };
        assert_eq!(excess(&many), Some(("wholesale", i64::MIN)));
    }
}
