//! What a sale makes of prices, and what they are again when it is over.

use crate::catalog::Product;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A price, and the price before a sale.
type Pair = (Option<i64>, Option<i64>);

/// The prices of a product and of its variations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prices {
    own: (i64, Option<i64>),
    /// By id; only of those that have a price of their own.
    variations: BTreeMap<i64, Pair>,
}

/// The prices before a sale, and during it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sale {
    before: Prices,
    during: Prices,
}

/// What a sale says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// The product costs this much; variations with prices of their own do not change.
    Price(i64),
    /// So many percent less, variations too.
    Percent(i64),
}

impl Prices {
    fn of(product: &Product) -> Self {
        let priced = product.variations.iter().filter(|it| it.price.is_some());
        Self {
            own: (product.price, product.compare_to),
            variations: priced
                .map(|it| (it.id, (it.price, it.compare_to)))
                .collect(),
        }
    }
}

impl Offer {
    /// Whether `product` costs less by it than it does now.
    pub fn is_cheaper(self, product: &Product) -> bool {
        match self {
            Self::Price(price) => price < product.price,
            Self::Percent(percent) => percent > 0,
        }
    }
}

impl Sale {
    /// Begins a sale of `product`; `None`, and nothing is changed, if it would not be cheaper.
    pub fn begin(product: &mut Product, offer: Offer) -> Option<Self> {
        if !offer.is_cheaper(product) {
            return None;
        }
        let before = Prices::of(product);
        let lowered = |price: i64| match offer {
            Offer::Price(price) => price,
            Offer::Percent(percent) => less(price, percent),
        };
        product.compare_to = Some(product.compare_to.unwrap_or(0).max(product.price));
        product.price = lowered(product.price);
        if matches!(offer, Offer::Percent(_)) {
            for variation in &mut product.variations {
                if let Some(price) = variation.price {
                    variation.compare_to = Some(variation.compare_to.unwrap_or(0).max(price));
                    variation.price = Some(lowered(price));
                }
            }
        }
        let during = Prices::of(product);
        Some(Self { before, during })
    }

    /// Ends it: what is as the sale made it is again as it was before. What was changed meanwhile stays.
    pub fn end(&self, product: &mut Product) {
        if (product.price, product.compare_to) == self.during.own {
            (product.price, product.compare_to) = self.before.own;
        }
        for variation in &mut product.variations {
            let during = self.during.variations.get(&variation.id);
            let before = self.before.variations.get(&variation.id);
            if let Some((during, before)) = during.zip(before)
                && (variation.price, variation.compare_to) == *during
            {
                (variation.price, variation.compare_to) = *before;
            }
        }
    }
}

/// `price` with so many `percent` less, half a unit rounded up.
fn less(price: i64, percent: i64) -> i64 {
    let left = i128::from(price) * i128::from(100 - percent.clamp(0, 100));
    i64::try_from((left + 50) / 100).unwrap_or(price)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::product::Variation;
    use proptest::prelude::*;

    fn product() -> Product {
        let variation = |id, price| Variation {
            id,
            price,
            ..Variation::default()
        };
        Product {
            price: 1_999,
            variations: vec![variation(1, Some(2_500)), variation(2, None)],
            ..Product::default()
        }
    }

    #[test]
    fn what_was_changed_during_a_sale_stays() {
        let mut product = product();
        let sale = Sale::begin(&mut product, Offer::Percent(25)).expect("a sale");
        assert_eq!((product.price, product.compare_to), (1_499, Some(1_999)));
        assert_eq!(product.variations[0].price, Some(1_875));
        assert_eq!(product.variations[1].price, None);
        product.price = 1_400;
        sale.end(&mut product);
        assert_eq!((product.price, product.compare_to), (1_400, Some(1_999)));
        assert_eq!(product.variations[0].price, Some(2_500));
    }

    #[test]
    fn a_sale_that_is_not_cheaper_changes_nothing() {
        for price in [1_999, 2_400] {
            let mut now = product();
            assert_eq!(Sale::begin(&mut now, Offer::Price(price)), None);
            assert_eq!(now, product());
        }
    }

    proptest! {
        #[test]
        fn afterwards_it_is_as_before(was: Option<u16>, percent in 1..100_i64, price in 0..1_999_i64, by_price: bool) {
            let mut product = product();
            product.compare_to = was.map(i64::from);
            let before = product.clone();
            let offer = if by_price { Offer::Price(price) } else { Offer::Percent(percent) };
            let sale = Sale::begin(&mut product, offer).expect("a sale");
            prop_assert!(product.compare_to >= Some(before.price));
            sale.end(&mut product);
            prop_assert_eq!(product, before);
        }
    }
}
