//! What is to change of each product, and the product as it would be. Only what is said changes.

use crate::{
    base::{money::MAX_MINOR, translated::Translated},
    catalog::{
        Product,
        bounds::{self, MAX_OF_ANYTHING},
        product::{Attribute, Ribbon},
        store::stock::is_counted_at_product,
    },
};
use serde::{Deserialize, Serialize};

/// What is to change; what is `None` or empty stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Change {
    /// Prices: of the product, and those that variations have of their own.
    pub price: Option<PriceChange>,
    /// Prices before a sale, likewise.
    pub compare_to: Option<CompareTo>,
    /// How many are left, wherever that is counted.
    pub stock: Option<StockChange>,
    /// Whether shoppers see it.
    pub enabled: Option<bool>,
    /// Categories it is to stand in.
    pub add_categories: Vec<i64>,
    /// Categories it is not to stand in.
    pub remove_categories: Vec<i64>,
    /// The word on the picture; an empty one takes it away.
    pub ribbon: Option<String>,
    /// Grams; `None` within takes them away.
    pub weight: Option<Option<i64>>,
    /// Facts: a name, and a value that takes it away if it is empty.
    pub attributes: Vec<(String, String)>,
}

/// How prices change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceChange {
    /// By how much, or to what.
    pub to: PriceTo,
    /// Digits that they end with afterwards: so many minor units above a multiple of a hundred.
    pub ending: Option<i64>,
}

/// By how much prices change, or to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceTo {
    /// To this, in minor units.
    Set(i64),
    /// By so many minor units.
    Amount(i64),
    /// By so many hundredths of a percent.
    Percent(i64),
}

/// What the price before a sale becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompareTo {
    /// This.
    Set(i64),
    /// None.
    Clear,
    /// What it costs before this change.
    Price,
}

/// What becomes of how many are left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StockChange {
    /// This.
    Set(i64),
    /// So many more, or less.
    By(i64),
}

/// Why a product cannot be changed so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeRefusal {
    /// Something of it would cost less than nothing, or too much.
    Price,
    /// There would be less than nothing of it, or too many.
    Stock,
    /// Nothing of it is counted.
    NotCounted,
    /// Another number of it is out of bounds.
    TooMuch,
}

impl ChangeRefusal {
    /// In a sentence.
    pub fn text(self) -> &'static str {
        match self {
            Self::Price => {
                "It would cost less than nothing, or more than a shop can calculate with."
            }
            Self::Stock => "There would be less than nothing of it, or more than can be counted.",
            Self::NotCounted => "Nothing is counted of it, so there is nothing to add to.",
            Self::TooMuch => "A number of it would be more than a shop can calculate with.",
        }
    }
}

impl Change {
    /// Whether it changes nothing of anything.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// `product` as it would be; texts are written in `language`.
    pub fn of(&self, product: &Product, language: &str) -> Result<Product, ChangeRefusal> {
        let mut after = product.clone();
        if let Some(change) = self.compare_to {
            after.compare_to = change.of(after.price);
            for variation in &mut after.variations {
                let own = variation.price.is_some() || variation.compare_to.is_some();
                if own {
                    let price = variation.price.unwrap_or(product.price);
                    variation.compare_to = change.of(price);
                }
            }
        }
        if let Some(change) = self.price {
            after.price = change.of(after.price).ok_or(ChangeRefusal::Price)?;
            for price in after
                .variations
                .iter_mut()
                .filter_map(|it| it.price.as_mut())
            {
                *price = change.of(*price).ok_or(ChangeRefusal::Price)?;
            }
        }
        if let Some(change) = self.stock {
            change.put(&mut after)?;
        }
        after.enabled = self.enabled.unwrap_or(after.enabled);
        self.sort_in(&mut after);
        self.describe(&mut after, language);
        match bounds::excess(&after) {
            Some(_) => Err(ChangeRefusal::TooMuch),
            None => Ok(after),
        }
    }

    fn sort_in(&self, after: &mut Product) {
        after
            .categories
            .retain(|id| !self.remove_categories.contains(id));
        for id in &self.add_categories {
            if !after.categories.contains(id) {
                after.categories.push(*id);
            }
        }
    }

    fn describe(&self, after: &mut Product, language: &str) {
        if let Some(word) = &self.ribbon {
            let color = after.ribbon.take().and_then(|it| it.color);
            after.ribbon = (!word.is_empty()).then(|| Ribbon {
                text: Translated::one(language, word),
                color,
            });
        }
        if let Some(weight) = self.weight {
            after.weight = weight;
        }
        for (name, value) in &self.attributes {
            let known = after.attributes.iter().position(|it| it.name == *name);
            match (known, value.is_empty()) {
                (Some(place), true) => drop(after.attributes.remove(place)),
                (Some(place), false) => after.attributes[place].value.clone_from(value),
                (None, true) => {}
                (None, false) => after.attributes.push(Attribute {
                    name: name.clone(),
                    value: value.clone(),
                    shown: true,
                }),
            }
        }
    }
}

impl PriceChange {
    /// What costs `price` costs then, if that can be.
    fn of(self, price: i64) -> Option<i64> {
        let wide = i128::from(price);
        let changed = match self.to {
            PriceTo::Set(price) => i128::from(price),
            PriceTo::Amount(amount) => wide + i128::from(amount),
            PriceTo::Percent(hundredths) => {
                let more = wide * i128::from(hundredths);
                wide + (more.abs() + 5_000) / 10_000 * more.signum()
            }
        };
        let changed = i64::try_from(changed).ok()?;
        let rounded = match self.ending {
            // The nearest that ends so; half way, the dearer one. Nothing becomes dearer than nothing by it.
            Some(ending) if changed > 0 => {
                let hundreds = (changed - ending + 50).div_euclid(100).max(0);
                hundreds * 100 + ending
            }
            _ => changed,
        };
        (0..=MAX_MINOR).contains(&rounded).then_some(rounded)
    }
}

impl CompareTo {
    fn of(self, price: i64) -> Option<i64> {
        match self {
            Self::Set(amount) => Some(amount),
            Self::Clear => None,
            Self::Price => Some(price),
        }
    }
}

impl StockChange {
    /// Changes stock wherever it is counted.
    fn put(self, product: &mut Product) -> Result<(), ChangeRefusal> {
        let at_product = is_counted_at_product(product);
        let has_own = product.variations.iter().any(|it| it.stock.is_some());
        let sets = matches!(self, Self::Set(_));
        let own = at_product && (product.stock.is_some() || sets && !has_own);
        let mut places: Vec<&mut Option<i64>> = Vec::new();
        if own {
            places.push(&mut product.stock);
        }
        let counted = product.variations.iter_mut().map(|it| &mut it.stock);
        places.extend(counted.filter(|it| it.is_some()));
        if places.is_empty() {
            return Err(ChangeRefusal::NotCounted);
        }
        for place in places {
            let left = match self {
                Self::Set(count) => Some(count),
                Self::By(delta) => place.unwrap_or(0).checked_add(delta),
            };
            let left = left.filter(|left| (0..=MAX_OF_ANYTHING).contains(left));
            *place = Some(left.ok_or(ChangeRefusal::Stock)?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::product::Variation;

    fn priced(to: PriceTo, ending: Option<i64>) -> impl Fn(i64) -> Option<i64> {
        move |price| PriceChange { to, ending }.of(price)
    }

    #[test]
    fn prices_change_by_amounts_and_percents_and_end_as_asked() {
        assert_eq!(priced(PriceTo::Percent(1_000), None)(1_005), Some(1_106));
        assert_eq!(priced(PriceTo::Percent(-5_000), None)(101), Some(50));
        assert_eq!(priced(PriceTo::Amount(-500), None)(499), None);
        assert_eq!(priced(PriceTo::Set(MAX_MINOR + 1), None)(1), None);
        let ninety_nine = priced(PriceTo::Percent(1_000), Some(99));
        assert_eq!(ninety_nine(1_000), Some(1_099));
        assert_eq!(ninety_nine(1_050), Some(1_199), "11.55 is nearer to 11.99");
        assert_eq!(
            ninety_nine(10),
            Some(99),
            "never below the first that ends so"
        );
        assert_eq!(ninety_nine(0), Some(0), "what is free stays free");
        assert_eq!(priced(PriceTo::Amount(0), Some(0))(1_049), Some(1_000));
        assert_eq!(priced(PriceTo::Amount(0), Some(0))(1_050), Some(1_100));
    }

    fn varied() -> Product {
        let variation = |id, price, stock| Variation {
            id,
            price,
            stock,
            ..Variation::default()
        };
        Product {
            price: 1_000,
            variations: vec![
                variation(1, Some(1_200), Some(4)),
                variation(2, None, Some(0)),
            ],
            ..Product::default()
        }
    }

    #[test]
    fn variations_change_with_their_product_where_they_have_their_own() {
        let change = Change {
            price: Some(PriceChange {
                to: PriceTo::Percent(-1_000),
                ending: None,
            }),
            compare_to: Some(CompareTo::Price),
            stock: Some(StockChange::By(2)),
            ..Change::default()
        };
        let after = change.of(&varied(), "en").expect("it can be");
        assert_eq!((after.price, after.compare_to), (900, Some(1_000)));
        assert_eq!(after.stock, None, "nothing is counted at the product");
        let first = &after.variations[0];
        assert_eq!(
            (first.price, first.compare_to, first.stock),
            (Some(1_080), Some(1_200), Some(6))
        );
        let second = &after.variations[1];
        assert_eq!(
            (second.price, second.compare_to, second.stock),
            (None, None, Some(2))
        );
        let fewer = Change {
            stock: Some(StockChange::By(-1)),
            ..Change::default()
        };
        assert_eq!(fewer.of(&varied(), "en"), Err(ChangeRefusal::Stock));
        let plain = Product::default();
        assert_eq!(fewer.of(&plain, "en"), Err(ChangeRefusal::NotCounted));
        let set = Change {
            stock: Some(StockChange::Set(5)),
            ..Change::default()
        };
        assert_eq!(set.of(&plain, "en").map(|it| it.stock), Ok(Some(5)));
    }

    #[test]
    fn what_is_not_said_stays() {
        let product = varied();
        let nothing = Change::default();
        assert!(nothing.is_nothing());
        assert_eq!(nothing.of(&product, "en").as_ref(), Ok(&product));
        let facts = Change {
            attributes: vec![
                ("Paper".into(), "Cotton".into()),
                ("Old".into(), String::new()),
            ],
            ribbon: Some("New".into()),
            add_categories: vec![3, 4],
            remove_categories: vec![1],
            weight: Some(Some(250)),
            ..Change::default()
        };
        let before = Product {
            categories: vec![1, 3],
            attributes: vec![Attribute {
                name: "Old".into(),
                value: "x".into(),
                shown: true,
            }],
            ..product
        };
        let after = facts.of(&before, "en").expect("it can be");
        assert_eq!(after.categories, [3, 4]);
        assert_eq!(after.attributes.len(), 1);
        assert_eq!(after.attributes[0].value, "Cotton");
        assert_eq!(
            after.ribbon.map(|it| it.text.get("en").to_owned()),
            Some("New".into())
        );
        assert_eq!((after.weight, after.price), (Some(250), before.price));
    }
}
