//! A product and its variations.

use super::{option::ProductOption, rating::Ratings, related::Related};
use crate::{base::translated::Translated, platform::images::Image, text::Texts};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A product. Amounts are minor units of the shop's currency, weights grams, times UNIX seconds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Product {
    /// Number scripts and URLs know it by.
    pub id: i64,
    /// Stock-keeping unit; empty if the merchant keeps none.
    pub sku: String,
    /// Name.
    pub name: Translated,
    /// A line below the name.
    #[serde(skip_serializing_if = "Translated::is_empty")]
    pub subtitle: Translated,
    /// Description: HTML, sanitised when it was stored.
    #[serde(skip_serializing_if = "Translated::is_empty")]
    pub description: Translated,
    /// Price.
    pub price: i64,
    /// Price before a sale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compare_to: Option<i64>,
    /// Weight in grams.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<i64>,
    /// How many are left; `None` is unlimited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stock: Option<i64>,
    /// From how many on it runs low; 0 is never, `None` is as the shop says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low_stock_at: Option<i64>,
    /// Whether shoppers see it.
    pub enabled: bool,
    /// When it was added.
    pub created_at: i64,
    /// When the merchant changed it last, or it sold out or came back; of no product that is not stored.
    #[serde(skip)]
    pub updated_at: i64,
    /// The merchant's own URL text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// Categories it stands in; the first is its main one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<i64>,
    /// Place among the products shown at the store root.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub featured: Option<i64>,
    /// Gallery; the first is the main image.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub images: Vec<Image>,
    /// Facts about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
    /// What a shopper chooses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<ProductOption>,
    /// Combinations of choices with facts of their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub variations: Vec<Variation>,
    /// Prices for larger quantities, in rising order of the quantity.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wholesale: Vec<Wholesale>,
    /// The shopper names the price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_your_price: Option<PriceRange>,
    /// Sold again and again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription: Option<Subscription>,
    /// A word that stands on the picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ribbon: Option<Ribbon>,
    /// How much is in a piece, for the price of a measure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// Whether it is nothing but files: there is nothing to send.
    #[serde(skip_serializing_if = "is_no")]
    pub digital: bool,
    /// Fewest that may be bought at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_quantity: Option<i64>,
    /// Most that may be bought at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_quantity: Option<i64>,
    /// What its published reviews come to; it is kept beside the product, not in it.
    #[serde(skip)]
    pub ratings: Ratings,
    /// What is shown beside it.
    #[serde(skip_serializing_if = "Related::is_empty")]
    pub related: Related,
    /// Title for search engines.
    #[serde(skip_serializing_if = "Translated::is_empty")]
    pub seo_title: Translated,
    /// Description for search engines.
    #[serde(skip_serializing_if = "Translated::is_empty")]
    pub seo_description: Translated,
}

/// A fact about a product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// Its name, such as `Paper`.
    pub name: String,
    /// Its value, such as `Cotton`.
    pub value: String,
    /// Whether the product page shows it.
    #[serde(default = "yes")]
    pub shown: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde wants it so")]
fn is_no(flag: &bool) -> bool {
    !flag
}

fn yes() -> bool {
    true
}

/// A combination of choices with facts of its own; what is missing is the product's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Variation {
    /// Number scripts and URLs know it by.
    pub id: i64,
    /// Option name to choice.
    pub options: BTreeMap<String, String>,
    /// Its own SKU.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sku: String,
    /// Its own price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<i64>,
    /// Its own price before a sale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compare_to: Option<i64>,
    /// How many of it are left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stock: Option<i64>,
    /// From how many on it runs low; 0 is never, `None` is as the product says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low_stock_at: Option<i64>,
    /// Hash of its image, one of the product's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
}

/// A price from a quantity on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wholesale {
    /// From this many.
    pub quantity: i64,
    /// Price of one.
    pub price: i64,
}

/// Bounds of a price that the shopper names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PriceRange {
    /// Least.
    pub least: i64,
    /// Most.
    pub most: Option<i64>,
}

/// How often a subscribed product comes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Subscription {
    /// What the shopper may choose from.
    pub every: Vec<Interval>,
    /// Whether it is also sold once, and at which price.
    pub once: Option<i64>,
}

/// A recurring charge, such as every two weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interval {
    /// Unit.
    pub unit: Unit,
    /// How many units.
    pub count: i64,
}

/// Unit of an [`Interval`], named as scripts name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl Interval {
    /// The interval that `code` names, such as `MONTH-1`.
    pub fn parse(code: &str) -> Option<Self> {
        let (unit, count) = code.split_once('-')?;
        let unit = match unit {
            "DAY" => Unit::Day,
            "WEEK" => Unit::Week,
            "MONTH" => Unit::Month,
            "YEAR" => Unit::Year,
            _ => return None,
        };
        let count = count.parse().ok().filter(|count| *count > 0)?;
        Some(Self { unit, count })
    }

    /// What shoppers read of it, such as “Every 2 weeks”.
    pub fn text(self, t: &Texts) -> String {
        match self.unit {
            Unit::Day => t.every_days(self.count),
            Unit::Week => t.every_weeks(self.count),
            Unit::Month => t.every_months(self.count),
            Unit::Year => t.every_years(self.count),
        }
    }
}

/// A word that stands on the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ribbon {
    /// The word.
    pub text: Translated,
    /// Its colour, as `#rrggbb`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
}

/// How much is in a piece, such as 0.75 l.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Thousandths of the unit.
    pub thousandths: i64,
    /// What it is measured in, such as `l` or `100 g`.
    pub unit: Translated,
}

impl Content {
    /// Price of one unit where a piece costs `price`; none if there is nothing in it.
    pub fn price_of_one(&self, price: i64) -> Option<i64> {
        let units = i128::from(self.thousandths);
        let rounded = (i128::from(price) * 2_000 + units).checked_div(units * 2)?;
        i64::try_from(rounded).ok().filter(|_| units > 0)
    }
}

impl Product {
    /// Whether any of it can be bought.
    pub fn is_in_stock(&self) -> bool {
        self.stock != Some(0)
            && (self.variations.is_empty()
                || self
                    .variations
                    .iter()
                    .any(|variation| variation.stock.or(self.stock) != Some(0)))
            || self
                .variations
                .iter()
                .any(|variation| variation.stock.is_some_and(|left| left > 0))
    }

    /// Lowest and highest price of its variations.
    pub fn price_range(&self) -> (i64, i64) {
        let prices = self
            .variations
            .iter()
            .map(|variation| variation.price.unwrap_or(self.price));
        prices
            .clone()
            .min()
            .zip(prices.max())
            .unwrap_or((self.price, self.price))
    }

    /// Whether it is on sale: it was dearer.
    pub fn is_on_sale(&self) -> bool {
        let dearer = |was: Option<i64>, price: i64| was.is_some_and(|was| was > price);
        dearer(self.compare_to, self.price)
            || self.variations.iter().any(|variation| {
                dearer(
                    variation.compare_to.or(self.compare_to),
                    variation.price.unwrap_or(self.price),
                )
            })
    }
}
