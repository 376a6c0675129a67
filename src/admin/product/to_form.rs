//! A product as the values of its form.

use crate::{
    base::{
        html::as_typed,
        money::PriceFormat,
        units::{WeightUnit, unscaled},
    },
    catalog::{Product, option::Modifier},
    platform::config::Config,
};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use toml::{Table, Value};

/// What the shop's amounts are written in.
#[derive(Clone, Debug)]
pub struct Units {
    /// Prices.
    pub prices: PriceFormat,
    /// Weights.
    pub weight: WeightUnit,
    /// Codes of the shop's languages, its own first.
    pub languages: Vec<String>,
    /// Names of the products that are shown beside this one, by id.
    pub names: HashMap<i64, String>,
}

impl Units {
    /// Those of `config`.
    pub fn of(config: &Config) -> Self {
        let own = config.store_language;
        let others = config.languages.iter().filter(|it| **it != own);
        let all = [&own].into_iter().chain(others);
        Self {
            prices: config.shop().prices,
            weight: config.weight_unit,
            languages: all.map(|it| it.code().to_owned()).collect(),
            names: HashMap::new(),
        }
    }
}

/// The values that the form of `product` shows.
pub fn shown(product: &Product, units: &Units) -> Table {
    let mut table = Table::try_from(product).unwrap_or_default();
    for key in ["id", "created_at"] {
        table.remove(key);
    }
    prices(&mut table, &["price", "compare_to"], units);
    if let Some(Value::Table(texts)) = table.get_mut("description") {
        for (_, text) in texts.iter_mut() {
            if let Value::String(html) = text {
                *html = as_typed(html);
            }
        }
    }
    if let Some(grams) = product.weight {
        let weight = units.weight.amount(grams);
        table.insert("weight".to_owned(), Value::String(weight));
    }
    if let Some(main) = product.categories.first() {
        table.insert("main_category".to_owned(), Value::Integer(*main));
    }
    options(&mut table, product, units);
    variations(&mut table, product, units);
    for tier in rows(&mut table, "wholesale") {
        prices(tier, &["price"], units);
    }
    if let Some(Value::Table(named)) = table.get_mut("name_your_price") {
        named.insert("on".to_owned(), Value::Boolean(true));
        prices(named, &["least", "most"], units);
    }
    if let Some(Value::Table(subscription)) = table.get_mut("subscription") {
        prices(subscription, &["once"], units);
    }
    if let Some(Value::Table(content)) = table.get_mut("content")
        && let Some(Value::Integer(thousandths)) = content.remove("thousandths")
    {
        let amount = Value::String(unscaled(thousandths, 3));
        content.insert("amount".to_owned(), amount);
    }
    if !product.related.is_empty() {
        table.insert("related".to_owned(), Value::Table(related(product, units)));
    }
    // What a list adds rows to is there, even if it has none.
    for key in [
        "categories",
        "images",
        "attributes",
        "options",
        "wholesale",
        "variations",
    ] {
        let none = || Value::Array(Vec::new());
        table.entry(key.to_owned()).or_insert_with(none);
    }
    let subscription = table.entry("subscription".to_owned());
    let subscription = subscription.or_insert_with(|| Value::Table(Table::new()));
    if let Value::Table(subscription) = subscription {
        let every = subscription.entry("every".to_owned());
        every.or_insert_with(|| Value::Array(Vec::new()));
    }
    table
}

fn rows<'a>(table: &'a mut Table, key: &str) -> impl Iterator<Item = &'a mut Table> {
    let rows = table.get_mut(key).and_then(Value::as_array_mut);
    rows.into_iter().flatten().filter_map(Value::as_table_mut)
}

/// Writes the amounts called `names` in `table` as people type them.
fn prices(table: &mut Table, names: &[&str], units: &Units) {
    for name in names {
        if let Some(Value::Integer(amount)) = table.get(*name) {
            let plain = Value::String(units.prices.plain(*amount));
            table.insert((*name).to_owned(), plain);
        }
    }
}

fn options(table: &mut Table, product: &Product, units: &Units) {
    for (option, row) in product.options.iter().zip(rows(table, "options")) {
        row.remove("default");
        // What it is called in variations, if it is called otherwise now.
        row.insert("was".to_owned(), Value::String(option.name.clone()));
        let none = || Value::Array(Vec::new());
        row.entry("choices".to_owned()).or_insert_with(none);
        let choices = option.choices.iter().enumerate().zip(rows(row, "choices"));
        for ((index, choice), row) in choices {
            let (kind, adds) = match choice.modifier {
                Modifier::Absolute(0) => ("absolute", None),
                Modifier::Absolute(amount) => ("absolute", Some(units.prices.plain(amount))),
                Modifier::Percent(hundredths) => ("percent", Some(unscaled(hundredths, 2))),
            };
            row.remove("modifier");
            row.insert("adds_kind".to_owned(), Value::String(kind.to_owned()));
            if let Some(adds) = adds {
                row.insert("adds".to_owned(), Value::String(adds));
            }
            let is_default = option.default == Some(index);
            row.insert("default".to_owned(), Value::Boolean(is_default));
            row.insert("was".to_owned(), Value::String(choice.text.clone()));
        }
    }
}

fn variations(table: &mut Table, product: &Product, units: &Units) {
    for (variation, row) in product.variations.iter().zip(rows(table, "variations")) {
        prices(row, &["price", "compare_to"], units);
        if let Some(left) = variation.stock {
            row.insert("was_stock".to_owned(), Value::Integer(left));
        }
    }
}

fn related(product: &Product, units: &Units) -> Table {
    let mut related = Table::new();
    let line = |id: &i64| match units.names.get(id) {
        Some(name) => format!("{id} {name}"),
        None => id.to_string(),
    };
    let lines: Vec<String> = product.related.products.iter().map(line).collect();
    if !lines.is_empty() {
        let lines = Value::String(lines.join("\n"));
        related.insert("products".to_owned(), lines);
    }
    if let Some(category) = product.related.category {
        related.insert("category".to_owned(), Value::Integer(category.id));
        let count = Value::Integer(category.count.into());
        related.insert("count".to_owned(), count);
    }
    related
}

/// By what a form knows that the value of `key` is the one it began with. What is counted of variations does not count.
pub fn mark(key: &str, value: Option<&Value>) -> String {
    let leaves = match key {
        "variations" => &["was", "was_stock", "stock"][..],
        _ => &["was"],
    };
    let said = value.and_then(|value| plain(value, leaves));
    let digest = Sha256::digest(said.unwrap_or_default());
    let start = digest.iter().take(6);
    start.map(|byte| format!("{byte:02x}")).collect()
}

/// `value` in one way of the several in which forms have it; `None` if there is nothing in it.
fn plain(value: &Value, leaves: &[&str]) -> Option<String> {
    match value {
        Value::Boolean(on) => on.then(|| "yes".to_owned()),
        Value::Array(all) => {
            let all: Vec<String> = all.iter().filter_map(|it| plain(it, leaves)).collect();
            (!all.is_empty()).then(|| format!("{all:?}"))
        }
        Value::Table(table) => {
            let kept = table
                .iter()
                .filter(|(key, _)| !leaves.contains(&key.as_str()));
            let kept = kept.filter_map(|(key, value)| Some((key, plain(value, leaves)?)));
            let mut kept: Vec<(&String, String)> = kept.collect();
            kept.sort();
            (!kept.is_empty()).then(|| format!("{kept:?}"))
        }
        Value::String(text) => {
            let text = text.replace("\r\n", "\n");
            Some(text.trim().to_owned()).filter(|text| !text.is_empty())
        }
        other => Some(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_of_what_a_value_says_and_not_of_how() {
        let of = |toml: &str| -> Table { toml::from_str(toml).expect("TOML") };
        let (one, other) = (
            of("a = [{ x = 5, y = \" big \", was = \"q\", on = false }]"),
            of("a = [{ y = \"big\", x = \"5\", z = {}, was = \"r\" }]"),
        );
        assert_eq!(mark("a", one.get("a")), mark("a", other.get("a")));
        assert_ne!(mark("a", one.get("a")), mark("a", None));
        let rows = |stock: i64| {
            of(&format!(
                "variations = [{{ sku = \"A\", stock = {stock} }}]"
            ))
        };
        let of_rows = |stock| mark("variations", rows(stock).get("variations"));
        assert_eq!(of_rows(3), of_rows(4));
        assert_eq!(
            mark("name", None),
            mark("name", of("name = {}").get("name"))
        );
    }
}
