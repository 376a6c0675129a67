//! Texts and numbers as programs get them.

use super::ask::Ask;
use crate::{
    base::{language::LanguageCode, money::PriceFormat, translated::Translated, units::WeightUnit},
    cart::object::{number, weight},
    text::Language,
};
use serde_json::{Map, Value, json};

/// How one answer writes texts and prices.
#[derive(Clone)]
pub struct Style {
    language: Language,
    languages: Vec<LanguageCode>,
    default: LanguageCode,
    prices: PriceFormat,
    weight: WeightUnit,
}

impl Style {
    /// As `ask` wants it.
    pub fn of(ask: &Ask) -> Self {
        let config = &ask.shop.config;
        let language = ask.language();
        Self {
            language,
            languages: config.languages.clone(),
            default: config.store_language,
            prices: ask.shop.shop.prices.in_style(language.numbers()),
            weight: ask.shop.shop.weight,
        }
    }

    /// Code of the language.
    pub fn code(&self) -> &'static str {
        self.language.code()
    }

    /// `text` in the language that is wanted, or the shop's own.
    pub fn text<'a>(&self, text: &'a Translated) -> &'a str {
        let own = text.iter().find(|(code, _)| *code == self.code());
        own.map_or_else(|| text.get(self.default.code()), |(_, own)| own)
    }

    /// `text` in every language of the shop that it is in.
    pub fn translated(&self, text: &Translated) -> Value {
        self.named(text, text.get(self.default.code()))
    }

    /// A name that is `own` where `text` has no other.
    pub fn named(&self, text: &Translated, own: &str) -> Value {
        let mut all = Map::new();
        for language in &self.languages {
            let code = language.code();
            let given = text.iter().find(|(known, _)| *known == code);
            match given {
                Some((_, text)) => all.insert(code.to_owned(), json!(text)),
                None if *language == self.default => all.insert(code.to_owned(), json!(own)),
                None => None,
            };
        }
        Value::Object(all)
    }

    /// Grams as a number of the shop's unit.
    pub fn weight(&self, grams: i64) -> Value {
        weight(self.weight, grams)
    }

    /// An amount of minor units as a number.
    pub fn amount(&self, minor: i64) -> Value {
        number(&self.prices, minor)
    }

    /// An amount of minor units as people read it.
    pub fn price(&self, minor: i64) -> String {
        self.prices.minor(minor)
    }
}

/// Puts a field into an object.
pub fn put(object: &mut Map<String, Value>, name: &str, value: impl Into<Value>) {
    object.insert(name.to_owned(), value.into());
}
