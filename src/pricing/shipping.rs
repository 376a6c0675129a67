//! Ways for an order to reach its shopper, and what they cost.

use super::delivery_time::TransitDays;
use crate::base::{
    money::{Amount, PriceFormat},
    translated::Translated,
    zone::Zones,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A way to get an order, as the merchant sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// A name that scripts and orders know it by.
    pub id: String,
    /// What shoppers read.
    pub title: Translated,
    /// A line below the title, such as how long it takes.
    #[serde(default)]
    pub description: Translated,
    /// What its price goes by.
    #[serde(default)]
    pub by: Measure,
    /// Prices, each from a weight in grams or a subtotal on; flat ones have one, from 0.
    pub rates: Vec<Rate>,
    /// Subtotal from which it costs nothing.
    #[serde(default)]
    pub free_from: Option<Amount>,
    /// Where it goes.
    #[serde(default)]
    pub zones: Zones,
    /// Whether the shopper fetches the order.
    #[serde(default)]
    pub pickup: bool,
    /// Where, and when: the seller's address if nothing is said.
    #[serde(default, skip_serializing_if = "Translated::is_empty")]
    pub pickup_at: Translated,
    /// How long it takes from the shop's door to the shopper's; not said if it is not set.
    #[serde(default)]
    pub days: Option<TransitDays>,
}

/// What a price of shipping goes by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// Nothing: it is the same for every order.
    #[default]
    Flat,
    /// The weight of the order.
    Weight,
    /// What the things in it cost.
    Subtotal,
}

/// A price from something on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// From this many grams, or from this subtotal.
    #[serde(default, skip_serializing_if = "Amount::is_unsaid")]
    pub from: Amount,
    /// What it costs.
    pub price: Amount,
}

/// An order as shipping sees it.
#[derive(Clone, Copy, Debug)]
pub struct Parcel<'a> {
    /// Code of the country it goes to.
    pub country: &'a str,
    /// Code of the region it goes to.
    pub region: &'a str,
    /// Grams.
    pub weight: i64,
    /// What the things in it cost, in minor units.
    pub subtotal: i64,
}

impl Method {
    /// What it costs to send `parcel`, in minor units; `None` if this method does not.
    pub fn cost(&self, parcel: &Parcel<'_>, prices: &PriceFormat) -> Option<i64> {
        if !self.pickup && !self.zones.cover(parcel.country, parcel.region) {
            return None;
        }
        let is_free = |from: &Amount| parcel.subtotal >= from.minor(prices);
        if self.free_from.as_ref().is_some_and(is_free) {
            return Some(0);
        }
        let reached = |rate: &&Rate| match self.by {
            Measure::Flat => true,
            Measure::Weight => parcel.weight >= rate.from.whole(),
            Measure::Subtotal => parcel.subtotal >= rate.from.minor(prices),
        };
        let rate = self.rates.iter().rev().find(reached)?;
        Some(rate.price.minor(prices))
    }
}

/// Codes of the countries that any of `methods` goes to; `None` if the address may be anywhere: one goes everywhere, or
/// the order can be fetched.
pub fn destinations(methods: &[Method]) -> Option<BTreeSet<&str>> {
    let mut countries = BTreeSet::new();
    for method in methods {
        if method.pickup || method.zones.are_everywhere() {
            return None;
        }
        countries.extend(method.zones.countries());
    }
    (!countries.is_empty()).then_some(countries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn method(text: &str) -> Method {
        toml::from_str(text).expect("a method")
    }

    fn cost(method: &Method, country: &str, weight: i64, subtotal: i64) -> Option<i64> {
        let prices = PriceFormat::of("EUR").expect("a format");
        let parcel = Parcel {
            country,
            region: "",
            weight,
            subtotal,
        };
        method.cost(&parcel, &prices)
    }

    #[test]
    fn costs_go_by_weight_subtotal_and_place() {
        let flat = method(
            "id='a'\ntitle={en='A'}\nrates=[{price='4.90'}]\nfree_from='80'\nzones=['DE','AT']",
        );
        assert_eq!(cost(&flat, "DE", 0, 7_999), Some(490));
        assert_eq!(cost(&flat, "DE", 0, 8_000), Some(0));
        assert_eq!(cost(&flat, "FR", 0, 8_000), None);
        let heavy = method(
            "id='b'\ntitle={en='B'}\nby='weight'\nrates=[{price='3'},{from='1000',price='9'}]",
        );
        assert_eq!(cost(&heavy, "FR", 999, 0), Some(300));
        assert_eq!(cost(&heavy, "FR", 1_000, 0), Some(900));
        let dear = method("id='c'\ntitle={en='C'}\nby='subtotal'\nrates=[{from='50',price='1'}]");
        assert_eq!(cost(&dear, "FR", 0, 4_999), None, "it is not offered below");
        assert_eq!(cost(&dear, "FR", 0, 5_000), Some(100));
        let fetched =
            method("id='d'\ntitle={en='D'}\nrates=[{price='0'}]\npickup=true\nzones=['DE']");
        assert_eq!(
            cost(&fetched, "", 0, 0),
            Some(0),
            "who fetches comes from anywhere"
        );
    }

    #[test]
    fn goes_where_any_method_goes() {
        let to = |zones: &str| method(&format!("id='a'\ntitle={{en='A'}}\nrates=[]\n{zones}"));
        let (home, states) = (to("zones=['DE','AT']"), to("zones=['US-NY','DE']"));
        let both = [home.clone(), states];
        let countries = destinations(&both).expect("some countries");
        assert_eq!(Vec::from_iter(countries), ["AT", "DE", "US"]);
        assert_eq!(
            destinations(&[home.clone(), to("")]),
            None,
            "one goes everywhere"
        );
        assert_eq!(
            destinations(&[home, to("zones=['DE']\npickup=true")]),
            None,
            "it can be fetched"
        );
        assert_eq!(destinations(&[]), None);
    }
}
