//! Values of the form as facts of a product.

use super::to_form::Units;
use crate::{
    base::{decimal::ParseNumberError, html, translated::Translated, units::scaled},
    catalog::{
        Product,
        product::{Attribute, Content, Interval, PriceRange, Ribbon, Subscription, Wholesale},
        related::{Related, RelatedCategory},
    },
};
use std::collections::{BTreeMap, HashMap};
use toml::{Table, Value};

/// What is made of values.
pub struct FormReader<'a> {
    /// What amounts are written in.
    pub units: &'a Units,
    /// Ids of products by what was typed for them.
    pub products: &'a HashMap<String, i64>,
    /// What cannot be read, by the path of the field.
    pub problems: BTreeMap<String, String>,
    /// What choices of options are called now, by what they were called.
    pub renamed: BTreeMap<(String, String), (String, String)>,
}

impl FormReader<'_> {
    pub(super) fn problem(&mut self, path: &str, why: &str) {
        self.problems
            .entry(path.to_owned())
            .or_insert(why.to_owned());
    }

    /// Gives `product` what `values` say of the field `key`.
    pub fn apply(&mut self, key: &str, values: &Table, product: &mut Product) {
        let value = values.get(key);
        let table = value.and_then(Value::as_table);
        match key {
            "name" => product.name = self.texts(value, &product.name),
            "subtitle" => product.subtitle = self.texts(value, &product.subtitle),
            "description" => {
                let texts = self.texts(value, &product.description);
                product.description = texts.map(html::of_typed);
            }
            "seo_title" => product.seo_title = self.texts(value, &product.seo_title),
            "seo_description" => {
                product.seo_description = self.texts(value, &product.seo_description);
            }
            "sku" => product.sku = text(value).to_owned(),
            "slug" => product.slug = some(text(value)),
            "price" => product.price = self.price(key, value).unwrap_or_default(),
            "compare_to" => product.compare_to = self.price(key, value),
            "weight" => product.weight = self.weight(value),
            "stock" => product.stock = whole_number(value),
            "low_stock_at" => product.low_stock_at = whole_number(value),
            "enabled" => product.enabled = is_on(value),
            "digital" => product.digital = is_on(value),
            "featured" => product.featured = whole_number(value),
            "min_quantity" => product.min_quantity = whole_number(value),
            "max_quantity" => product.max_quantity = whole_number(value),
            "images" => product.images = read(value).unwrap_or_default(),
            "attributes" => product.attributes = rows(value).map(attribute).collect(),
            "wholesale" => product.wholesale = self.wholesale(value),
            "name_your_price" => product.name_your_price = self.named(table),
            "subscription" => product.subscription = self.subscription(table),
            "ribbon" => product.ribbon = self.ribbon(table, product.ribbon.as_ref()),
            "content" => product.content = self.content(table, product.content.as_ref()),
            "related" => product.related = self.related(table),
            "options" => product.options = self.options(value, product),
            "variations" => product.variations = self.variations(value, product),
            _ => {}
        }
    }

    pub(super) fn texts(&self, value: Option<&Value>, before: &Translated) -> Translated {
        texts(&self.units.languages, value, before)
    }

    /// The amount that was typed, if any.
    pub(super) fn price(&mut self, path: &str, value: Option<&Value>) -> Option<i64> {
        let typed = text(value);
        if typed.is_empty() {
            return None;
        }
        match self.units.prices.typed(typed) {
            Ok(amount) => Some(amount),
            Err(why) => {
                self.problem(path, why.of_amount());
                None
            }
        }
    }

    fn weight(&mut self, value: Option<&Value>) -> Option<i64> {
        let typed = text(value);
        if typed.is_empty() {
            return None;
        }
        match self.units.weight.typed(typed) {
            Ok(grams) => Some(grams),
            Err(ParseNumberError::Unclear) => {
                self.problem("weight", ParseNumberError::Unclear.of_number());
                None
            }
            Err(ParseNumberError::NoNumber) => {
                self.problem("weight", "Please type a weight, such as 0.35.");
                None
            }
        }
    }

    fn wholesale(&mut self, value: Option<&Value>) -> Vec<Wholesale> {
        let mut tiers = Vec::new();
        for (index, row) in rows(value).enumerate() {
            let price = self.price(&format!("wholesale.{index}.price"), row.get("price"));
            tiers.push(Wholesale {
                quantity: whole_number(row.get("quantity")).unwrap_or_default(),
                price: price.unwrap_or_default(),
            });
        }
        tiers
    }

    fn named(&mut self, table: Option<&Table>) -> Option<PriceRange> {
        let table = table.filter(|table| is_on(table.get("on")))?;
        let least = self.price("name_your_price.least", table.get("least"));
        Some(PriceRange {
            least: least.unwrap_or_default(),
            most: self.price("name_your_price.most", table.get("most")),
        })
    }

    fn subscription(&mut self, table: Option<&Table>) -> Option<Subscription> {
        let table = table?;
        let every: Vec<Interval> = rows(table.get("every")).filter_map(interval).collect();
        let once = self.price("subscription.once", table.get("once"));
        (!every.is_empty() || once.is_some()).then_some(Subscription { every, once })
    }

    fn ribbon(&self, table: Option<&Table>, before: Option<&Ribbon>) -> Option<Ribbon> {
        let table = table?;
        let none = Translated::default();
        let texts = self.texts(table.get("text"), before.map_or(&none, |it| &it.text));
        (!texts.is_empty()).then(|| Ribbon {
            text: texts,
            color: some(text(table.get("color"))),
        })
    }

    fn content(&mut self, table: Option<&Table>, before: Option<&Content>) -> Option<Content> {
        let table = table?;
        let none = Translated::default();
        let unit = self.texts(table.get("unit"), before.map_or(&none, |it| &it.unit));
        let typed = text(table.get("amount"));
        if typed.is_empty() && unit.is_empty() {
            return None;
        }
        let thousandths = scaled(typed, 3).filter(|it| *it >= 0);
        if thousandths.is_none() {
            let why = "Please type how much it is, such as 0.75, with up to three decimals.";
            self.problem("content.amount", why);
        }
        if unit.is_empty() {
            self.problem("content.unit", "Please say of what, such as l.");
        }
        Some(Content {
            thousandths: thousandths.unwrap_or_default(),
            unit,
        })
    }

    fn related(&mut self, table: Option<&Table>) -> Related {
        let none = Table::new();
        let table = table.unwrap_or(&none);
        let mut products = Vec::new();
        for line in lines(table) {
            match self.products.get(line) {
                Some(id) if products.contains(id) => {}
                Some(id) => products.push(*id),
                None => {
                    let why = format!("There is no product of the SKU or number “{line}”.");
                    self.problem("related.products", &why);
                }
            }
        }
        let count = whole_number(table.get("count")).and_then(|count| u32::try_from(count).ok());
        let category = whole_number(table.get("category"));
        let category = category.map(|id| RelatedCategory {
            id,
            count: count.unwrap_or(4),
        });
        Related { products, category }
    }
}

/// The texts of `value`, in the order of those there were, and then of the shop's `languages`.
pub fn texts(languages: &[String], value: Option<&Value>, before: &Translated) -> Translated {
    let none = Table::new();
    let table = value.and_then(Value::as_table).unwrap_or(&none);
    let known = before.iter().map(|(code, _)| code);
    let shop = languages.iter().map(String::as_str);
    let rest = table.keys().map(String::as_str);
    let all = known.chain(shop).chain(rest);
    all.filter_map(|code| Some((code, table.get(code)?.as_str()?)))
        .collect()
}

/// The products that are typed to be shown beside this one.
pub fn lines(related: &Table) -> impl Iterator<Item = &str> {
    let all = text(related.get("products")).lines().map(str::trim);
    all.filter(|line| !line.is_empty())
}

fn attribute(row: &Table) -> Attribute {
    Attribute {
        name: text(row.get("name")).to_owned(),
        value: text(row.get("value")).to_owned(),
        shown: is_on(row.get("shown")),
    }
}

fn interval(row: &Table) -> Option<Interval> {
    Interval::parse(&format!(
        "{}-{}",
        text(row.get("unit")),
        whole_number(row.get("count"))?
    ))
}

/// The rows of a list.
pub(super) fn rows(value: Option<&Value>) -> impl Iterator<Item = &Table> {
    let rows = value.and_then(Value::as_array);
    rows.into_iter().flatten().filter_map(Value::as_table)
}

/// `value` as a fact.
pub(super) fn read<T: serde::de::DeserializeOwned>(value: Option<&Value>) -> Option<T> {
    value.cloned()?.try_into().ok()
}

pub(super) fn text(value: Option<&Value>) -> &str {
    value
        .and_then(Value::as_str)
        .map(str::trim)
        .unwrap_or_default()
}

pub(super) fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

pub(super) fn whole_number(value: Option<&Value>) -> Option<i64> {
    value.and_then(Value::as_integer)
}

pub(super) fn is_on(value: Option<&Value>) -> bool {
    value.and_then(Value::as_bool) == Some(true)
}
