//! The fields of a change of many: each counts only where it is ticked.

use super::{super::form_values::FormValues, Categories};
use crate::{
    base::{
        decimal::{self, ParseNumberError},
        money::PriceFormat,
        shop::Shop,
        units::scaled,
    },
    catalog::bulk::change::{Change, CompareTo, PriceChange, PriceTo, StockChange},
};
use std::collections::BTreeMap;

/// What can be ticked: its name in the form, and what people call it.
pub const FIELDS: [(&str, &str); 9] = [
    ("price", "Price"),
    ("compare_to", "Compare-to price"),
    ("stock", "Stock"),
    ("enabled", "Shown or hidden"),
    ("add", "Put into a category"),
    ("remove", "Take out of a category"),
    ("ribbon", "Ribbon"),
    ("weight", "Weight"),
    ("attribute", "A fact"),
];
/// Endings of prices: digits behind the hundreds of minor units.
pub const ENDINGS: [i64; 5] = [99, 95, 90, 50, 0];
/// Longest text, in characters.
const MAX_LENGTH: usize = 120;

/// What is wrong, by the name of the field.
pub type Problems = BTreeMap<String, String>;

/// Whether the field of this name is ticked.
pub fn is_ticked(typed: &FormValues, name: &str) -> bool {
    typed.all("do").any(|it| it == name)
}

/// The change that was `typed`, or what is wrong with it; stock only if somebody `may_count`.
pub fn read(
    typed: &FormValues,
    categories: &Categories,
    shop: &Shop,
    may_count: bool,
) -> Result<Change, Problems> {
    let prices = &shop.prices;
    let mut problems = Problems::new();
    let mut change = Change::default();
    let mut wrong = |name: &str, text: &str| {
        problems.insert(name.to_owned(), text.to_owned());
    };
    let amount = |name: &str| prices.typed(typed.get(name));
    if is_ticked(typed, "price") {
        match price(typed, prices) {
            Ok(price) => change.price = Some(price),
            Err(why) => wrong("price_value", why.of_number()),
        }
    }
    if is_ticked(typed, "compare_to") {
        change.compare_to = match typed.get("compare_kind") {
            "clear" => Some(CompareTo::Clear),
            "price" => Some(CompareTo::Price),
            _ => match amount("compare_value").and_then(at_least_nothing) {
                Ok(amount) => Some(CompareTo::Set(amount)),
                Err(why) => {
                    wrong("compare_value", why.of_amount());
                    None
                }
            },
        };
    }
    if may_count && is_ticked(typed, "stock") {
        match stock(typed) {
            Some(stock) => change.stock = Some(stock),
            None => wrong("stock_value", "Please type a whole number, such as 12."),
        }
    }
    if is_ticked(typed, "enabled") {
        change.enabled = Some(typed.get("enabled_value") == "yes");
    }
    for (name, field) in [("add", "add_value"), ("remove", "remove_value")] {
        if !is_ticked(typed, name) {
            continue;
        }
        match typed
            .number(field)
            .filter(|id| categories.name(*id).is_some())
        {
            None => wrong(field, "Please choose a category."),
            Some(id) if name == "add" => change.add_categories.push(id),
            Some(id) => change.remove_categories.push(id),
        }
    }
    if is_ticked(typed, "ribbon") {
        change.ribbon = Some(short(typed.get("ribbon_value")));
    }
    if is_ticked(typed, "weight") {
        match typed.get("weight_value").trim() {
            "" => change.weight = Some(None),
            text => match shop.weight.typed(text) {
                Ok(grams) => change.weight = Some(Some(grams)),
                Err(why) => wrong("weight_value", why.of_number()),
            },
        }
    }
    if is_ticked(typed, "attribute") {
        match short(typed.get("attribute_name")) {
            name if name.is_empty() => {
                wrong("attribute_name", "Please say which fact, such as Paper.");
            }
            name => {
                let value = short(typed.get("attribute_value"));
                change.attributes.push((name, value));
            }
        }
    }
    if problems.is_empty() && change.is_nothing() {
        problems.insert("do".to_owned(), "Please tick what is to change.".to_owned());
    }
    match problems.is_empty() {
        true => Ok(change),
        false => Err(problems),
    }
}

fn short(text: &str) -> String {
    text.trim().chars().take(MAX_LENGTH).collect()
}

fn price(typed: &FormValues, prices: &PriceFormat) -> Result<PriceChange, ParseNumberError> {
    let text = typed.get("price_value");
    let sign = match typed.get("price_sign") {
        "less" => -1,
        _ => 1,
    };
    let to = match typed.get("price_kind") {
        "percent" => PriceTo::Percent(sign * hundredths(text)?),
        "amount" => PriceTo::Amount(sign * at_least_nothing(prices.typed(text)?)?),
        _ => PriceTo::Set(at_least_nothing(prices.typed(text)?)?),
    };
    let ending = typed.number("price_ending");
    Ok(PriceChange {
        to,
        ending: ending.filter(|it| ENDINGS.contains(it)),
    })
}

fn at_least_nothing(amount: i64) -> Result<i64, ParseNumberError> {
    (amount >= 0)
        .then_some(amount)
        .ok_or(ParseNumberError::NoNumber)
}

/// `text` as hundredths of a percent.
fn hundredths(text: &str) -> Result<i64, ParseNumberError> {
    let plain = decimal::plain(text, 2)?;
    let hundredths = scaled(&plain, 2).filter(|it| (0..=100_000_000).contains(it));
    hundredths.ok_or(ParseNumberError::NoNumber)
}

fn stock(typed: &FormValues) -> Option<StockChange> {
    let number: i64 = typed.get("stock_value").trim().parse().ok()?;
    let number = (0..=1_000_000_000).contains(&number).then_some(number)?;
    Some(match typed.get("stock_kind") {
        "more" => StockChange::By(number),
        "fewer" => StockChange::By(-number),
        _ => StockChange::Set(number),
    })
}

/// What a change does, each in a few words.
pub fn words(change: &Change, categories: &Categories, shop: &Shop) -> Vec<String> {
    let prices = &shop.prices;
    let mut words = Vec::new();
    let category = |id: &i64| categories.name(*id).unwrap_or("a category").to_owned();
    if let Some(price) = change.price {
        let by = match price.to {
            PriceTo::Set(amount) => format!("Price: {}", prices.minor(amount)),
            PriceTo::Amount(amount) if amount < 0 => {
                format!("Price: {} less", prices.minor(-amount))
            }
            PriceTo::Amount(amount) => format!("Price: {} more", prices.minor(amount)),
            PriceTo::Percent(it) => {
                let percent = format!("{}.{:02}", it.abs() / 100, it.abs() % 100);
                let percent = percent
                    .trim_end_matches('0')
                    .trim_end_matches('.')
                    .to_owned();
                let way = if it < 0 { "less" } else { "more" };
                format!("Price: {percent} % {way}")
            }
        };
        let ending = price
            .ending
            .map(|it| format!(", ending with {}", prices.plain(it)));
        words.push(by + &ending.unwrap_or_default());
    }
    words.extend(change.compare_to.map(|it| match it {
        CompareTo::Set(amount) => format!("Compare-to price: {}", prices.minor(amount)),
        CompareTo::Clear => "Compare-to price: none".to_owned(),
        CompareTo::Price => "Compare-to price: what it costed".to_owned(),
    }));
    words.extend(change.stock.map(|it| match it {
        StockChange::Set(count) => format!("Stock: {count}"),
        StockChange::By(delta) => format!("Stock: {delta:+}"),
    }));
    words.extend(change.enabled.map(|it| match it {
        true => "Shown to shoppers".to_owned(),
        false => "Hidden from shoppers".to_owned(),
    }));
    let added = change.add_categories.iter();
    words.extend(added.map(|id| format!("Into {}", category(id))));
    let removed = change.remove_categories.iter();
    words.extend(removed.map(|id| format!("Out of {}", category(id))));
    words.extend(change.ribbon.as_ref().map(|it| match it.as_str() {
        "" => "No ribbon".to_owned(),
        text => format!("Ribbon: {text}"),
    }));
    words.extend(change.weight.map(|it| match it {
        None => "No weight".to_owned(),
        Some(grams) => format!("Weight: {}", shop.weight.shown(grams, prices.decimal)),
    }));
    let facts = change.attributes.iter();
    words.extend(facts.map(|(name, value)| match value.as_str() {
        "" => format!("{name}: none"),
        value => format!("{name}: {value}"),
    }));
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_have_two_decimals() {
        assert_eq!(hundredths("12.5"), Ok(1_250));
        assert_eq!(hundredths("12,5 %"), Ok(1_250));
        assert_eq!(hundredths("0.005"), Err(ParseNumberError::NoNumber));
        assert_eq!(hundredths("x"), Err(ParseNumberError::NoNumber));
    }
}
