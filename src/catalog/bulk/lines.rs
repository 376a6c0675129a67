//! What a change does to a product, line by line, for people.

use crate::{
    base::{money::PriceFormat, units::WeightUnit},
    catalog::{
        Product,
        low_stock::chosen,
        product::{Attribute, Variation},
    },
};
use std::collections::HashMap;

/// A fact as it was and as it is since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The variation that it is of; empty if it is the product's own.
    pub variation: String,
    /// What it is called.
    pub name: String,
    /// How it was.
    pub before: String,
    /// How it is since.
    pub after: String,
}

/// How facts are written.
pub struct FactTexts<'a> {
    /// Amounts.
    pub prices: &'a PriceFormat,
    /// What weights are told in.
    pub weight: WeightUnit,
    /// Categories by their numbers.
    pub categories: &'a HashMap<i64, String>,
    /// Code of the language of texts.
    pub language: &'a str,
}

/// Every fact that `after` has other than `before`, which is the same product.
pub fn between(before: &Product, after: &Product, words: &FactTexts<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut add = |variation: &str, name: &str, before: String, after: String| {
        if before != after {
            lines.push(Line {
                variation: variation.to_owned(),
                name: name.to_owned(),
                before,
                after,
            });
        }
    };
    let amount = |amount: Option<i64>| amount.map_or_else(none, |it| words.prices.minor(it));
    for (name, was, is) in own(before, after, words) {
        add("", name, was, is);
    }
    for attribute in names(before, after) {
        let of = |product: &Product| value(product, &attribute);
        add("", &attribute, of(before), of(after));
    }
    let pairs = before.variations.iter().zip(&after.variations);
    for (was, is) in pairs {
        let name = label(was);
        add(&name, "Price", amount(was.price), amount(is.price));
        let compare = (amount(was.compare_to), amount(is.compare_to));
        add(&name, "Compare-to price", compare.0, compare.1);
        add(&name, "Stock", count(was.stock), count(is.stock));
    }
    lines
}

fn own(
    before: &Product,
    after: &Product,
    words: &FactTexts<'_>,
) -> [(&'static str, String, String); 7] {
    let both = |of: &dyn Fn(&Product) -> String| (of(before), of(after));
    let amount = |amount: Option<i64>| amount.map_or_else(none, |it| words.prices.minor(it));
    let seen = |it: &Product| if it.enabled { "shown" } else { "hidden" }.to_owned();
    let shown = |grams| words.weight.shown(grams, words.prices.decimal);
    let weight = |it: &Product| it.weight.map_or_else(none, shown);
    let ribbon = |it: &Product| {
        let text = it.ribbon.as_ref().map(|it| it.text.get(words.language));
        text.map_or_else(none, str::to_owned)
    };
    let categories = |it: &Product| {
        let name = |id: &i64| {
            let known = words.categories.get(id).cloned();
            known.unwrap_or_else(|| id.to_string())
        };
        match it.categories.is_empty() {
            true => none(),
            false => it
                .categories
                .iter()
                .map(name)
                .collect::<Vec<_>>()
                .join(", "),
        }
    };
    let row = |name, (was, is)| (name, was, is);
    [
        row("Price", both(&|it| amount(Some(it.price)))),
        row("Compare-to price", both(&|it| amount(it.compare_to))),
        row("Stock", both(&|it| count(it.stock))),
        row("Shoppers see it", both(&seen)),
        row("Categories", both(&categories)),
        row("Ribbon", both(&ribbon)),
        row("Weight", both(&weight)),
    ]
}

fn none() -> String {
    "none".to_owned()
}

fn count(stock: Option<i64>) -> String {
    stock.map_or_else(|| "not counted".to_owned(), |it| it.to_string())
}

/// What `variation` is called among those of its product.
pub fn label(variation: &Variation) -> String {
    match (chosen(variation), variation.sku.as_str()) {
        (name, _) if !name.is_empty() => name,
        (_, "") => format!("Variation {}", variation.id),
        (_, sku) => sku.to_owned(),
    }
}

/// Names of the attributes of either, in order.
fn names(before: &Product, after: &Product) -> Vec<String> {
    let all = before.attributes.iter().chain(&after.attributes);
    let mut names: Vec<String> = all.map(|it: &Attribute| it.name.clone()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn value(product: &Product, name: &str) -> String {
    let found = product.attributes.iter().find(|it| it.name == name);
    found.map_or_else(none, |it| it.value.clone())
}
