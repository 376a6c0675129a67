//! What is kept of a customer, said once: programs read it as JSON, people as HTML.

use crate::{
    base::{date, error::AppError, html::escaped, person::Person, time_zone::TimeZone},
    platform::mail,
    text::{Language, personal_data::DataTexts},
};
use serde_json::{Map, json};

/// The words and the clock of whoever reads.
pub type Reader<'a> = (&'a DataTexts, &'a TimeZone);

/// Everything of one kind, such as the orders.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its name in JSON.
    pub key: &'static str,
    /// Its title for people.
    pub title: &'static str,
    /// One for each thing.
    pub records: Vec<Record>,
}

/// One thing: names in JSON, names for people, and values; what is not known is not there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record(Vec<(String, String, Value)>);

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A number.
    Number(i64),
    /// A moment, in UNIX seconds.
    Time(i64),
    /// Yes or no.
    Truth(bool),
    /// An amount: as programs read it, and as people do.
    Money(String, String),
    /// Things that belong to it.
    Records(Vec<Record>),
}

impl Section {
    /// Makes a section that is called `key` in JSON and `title` for people.
    pub fn new(key: &'static str, title: &'static str, records: Vec<Record>) -> Self {
        Self {
            key,
            title,
            records,
        }
    }
}

impl Value {
    /// `amount` in minor units of `currency`.
    pub fn money(amount: i64, currency: &str, language: Language) -> Self {
        match language.prices(currency) {
            Some(prices) => Self::Money(prices.plain(amount), prices.minor(amount)),
            None => Self::Text(format!("{amount} {currency}")),
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Records(records) => records.is_empty(),
            _ => false,
        }
    }

    fn json(&self) -> serde_json::Value {
        match self {
            Self::Text(text) | Self::Money(text, _) => json!(text),
            Self::Number(number) => json!(number),
            Self::Time(at) => json!(date::second(*at)),
            Self::Truth(is_so) => json!(is_so),
            Self::Records(records) => records.iter().map(Record::json).collect(),
        }
    }

    fn html(&self, (d, zone): Reader<'_>) -> String {
        match self {
            Self::Text(text) => escaped(text).replace('\n', "<br>"),
            Self::Number(number) => number.to_string(),
            Self::Time(at) => zone.minute(*at),
            Self::Truth(true) => d.yes.to_owned(),
            Self::Truth(false) => d.no.to_owned(),
            Self::Money(_, text) => escaped(text),
            Self::Records(records) => html_of(records, (d, zone)),
        }
    }
}

impl Record {
    /// Adds `value`, named `key` in JSON and `label` for people; an unknown or empty value is left out.
    pub fn with(
        mut self,
        key: impl Into<String>,
        label: impl Into<String>,
        value: impl Into<Option<Value>>,
    ) -> Self {
        let known = value.into().filter(|value| !value.is_empty());
        self.0
            .extend(known.map(|value| (key.into(), label.into(), value)));
        self
    }

    /// Adds `text` under `key` and `label`, unless it is empty.
    pub fn text(self, key: &'static str, label: &'static str, text: &str) -> Self {
        self.with(key, label, Value::Text(text.to_owned()))
    }

    /// Adds the time `at`, in UNIX seconds, under `key` and `label`, if it is known.
    pub fn time(self, key: &'static str, label: &'static str, at: impl Into<Option<i64>>) -> Self {
        self.with(key, label, at.into().map(Value::Time))
    }

    /// A person at an address.
    pub fn person(person: &Person, d: &DataTexts) -> Self {
        Self::default()
            .text("name", d.name, &person.name)
            .text("companyName", d.company, &person.company_name)
            .text("street", d.street, &person.street)
            .text("postalCode", d.postal_code, &person.postal_code)
            .text("city", d.city, &person.city)
            .text(
                "stateOrProvinceCode",
                d.region,
                &person.state_or_province_code,
            )
            .text("countryCode", d.country, &person.country_code)
            .text("phone", d.phone, &person.phone)
    }

    /// Adds a product: its `name` under `key`, and its `id` under `productId`.
    pub fn product(self, key: &'static str, name: &str, id: i64, d: &DataTexts) -> Self {
        self.text(key, d.product, name)
            .with("productId", d.product_id, Value::Number(id))
    }

    /// An e-mail that was written.
    pub fn email(email: &mail::entity::Model, d: &DataTexts) -> Self {
        Self::default()
            .text("subject", d.subject, &email.subject)
            .time("writtenAt", d.written, email.created_at)
            .time("sentAt", d.sent, email.sent_at)
            .text("text", d.text, &email.text)
    }

    fn json(&self) -> serde_json::Value {
        let facts = self.0.iter();
        let facts: Map<_, _> = facts
            .map(|(key, _, value)| (key.clone(), value.json()))
            .collect();
        facts.into()
    }

    fn html(&self, (d, zone): Reader<'_>) -> String {
        let facts = self.0.iter().map(|(_, label, value)| {
            let (label, value) = (escaped(label), value.html((d, zone)));
            format!("<div><dt>{label}</dt><dd>{value}</dd></div>")
        });
        format!("<dl>{}</dl>", facts.collect::<String>())
    }
}

fn html_of(records: &[Record], reader: Reader<'_>) -> String {
    let each = records
        .iter()
        .map(|record| format!("<li>{}</li>", record.html(reader)));
    format!("<ol>{}</ol>", each.collect::<String>())
}

/// Returns `sections` as JSON: an object with the time of the export and one array per section.
pub fn json_of(sections: &[Section], now: i64) -> Result<String, AppError> {
    let mut all = Map::new();
    all.insert("exportedAt".into(), json!(date::second(now)));
    for section in sections {
        let records = section.records.iter().map(Record::json).collect();
        all.insert(section.key.into(), records);
    }
    serde_json::to_string_pretty(&all).map_err(AppError::internal)
}

/// Returns `sections` as HTML for people; empty sections are left out.
pub fn html_of_all(sections: &[Section], reader: Reader<'_>) -> String {
    let known = sections
        .iter()
        .filter(|section| !section.records.is_empty());
    known
        .map(|section| {
            let (title, records) = (escaped(section.title), html_of(&section.records, reader));
            format!("<section><h2>{title}</h2>{records}</section>")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sections() -> Vec<Section> {
        let line = Record::default().text("name", "Product", "Tide <II>");
        let order = Record::default()
            .text("number", "Order number", "ABC")
            .text("comments", "Comments", "")
            .time("placedAt", "Placed", 1_700_000_000)
            .with(
                "total",
                "Total",
                Value::money(1_250, "EUR", Language::english()),
            )
            .with("paid", "Paid", Value::Truth(true))
            .with("items", "Items", Value::Records(vec![line]));
        vec![
            Section::new("orders", "Orders", vec![order]),
            Section::new("reviews", "Reviews", vec![]),
        ]
    }

    #[test]
    fn programs_read_every_kind_and_whatever_is_known_of_each_thing() {
        let text = json_of(&sections(), 1_700_000_000).expect("an export");
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let expected = json!({
            "exportedAt": "2023-11-14 22:13:20 +0000",
            "orders": [{
                "number": "ABC", "placedAt": "2023-11-14 22:13:20 +0000", "total": "12.50",
                "paid": true, "items": [{ "name": "Tide <II>" }],
            }],
            "reviews": [],
        });
        assert_eq!(read, expected);
    }

    #[test]
    fn people_read_the_same_and_no_markup_of_anybody_comes_through() {
        let berlin = TimeZone::try_from("Europe/Berlin".to_owned()).expect("a zone");
        let html = html_of_all(&sections(), (Language::english().data_texts(), &berlin));
        for part in [
            "<h2>Orders</h2>",
            "<dt>Total</dt><dd>€12.50</dd>",
            "2023-11-14, 23:13",
            "<dd>Yes</dd>",
            "Tide &lt;II&gt;",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert!(!html.contains("Reviews") && !html.contains("Comments"));
    }
}
