//! The design settings (`spec/config.md` 4), as the shop's own settings say them.
//!
//! `design_settings.json` is the one table that these, here, and the page's `ec.storefront`, in
//! `js/design.ts`, are both read by. The style sheet does the rest.

use serde::Deserialize;
use serde_json::{Value, json};
use std::{collections::BTreeMap, sync::LazyLock};
use toml::Table;

/// What a setting may be.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
enum ValueKind {
    /// True or false.
    Flag,
    /// One of these words, in any case.
    OneOf(Vec<String>),
    /// A number.
    Number,
    /// Any text.
    Text,
}

use ValueKind::{Flag, Number, OneOf, Text};

/// Every setting that the shop follows.
static SETTINGS: LazyLock<BTreeMap<String, ValueKind>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../storefront_api/design_settings.json"))
        .expect("a table of kinds")
});

impl From<String> for ValueKind {
    fn from(name: String) -> Self {
        match name.as_str() {
            "flag" => Flag,
            "number" => Number,
            "text" => Text,
            words => OneOf(words.split(' ').map(str::to_owned).collect()),
        }
    }
}

impl ValueKind {
    /// Returns what it allows, as a message says it.
    fn name(&self) -> String {
        match self {
            Flag => "flag".to_owned(),
            Number => "number".to_owned(),
            Text => "text".to_owned(),
            OneOf(words) => words.join(", "),
        }
    }

    fn allows(&self, value: &toml::Value) -> bool {
        match self {
            Flag => value.is_bool(),
            Number => value.is_integer() || value.is_float(),
            Text => value.is_str(),
            OneOf(words) => value
                .as_str()
                .is_some_and(|text| words.contains(&text.to_uppercase())),
        }
    }
}

/// What is wrong with the shop's own design settings: key, value, and what is allowed.
pub fn wrong(settings: &Table) -> Option<(String, String, String)> {
    settings.iter().find_map(|(key, value)| {
        let why = match SETTINGS.get(key) {
            None => "there is no such design setting".to_owned(),
            Some(kind) if !kind.allows(value) => format!("expected {}", kind.name()),
            Some(_) => return None,
        };
        Some((key.clone(), value.to_string(), why))
    })
}

/// Whether the shop's own settings turn `key` on; what is not set is off.
pub fn is_on(settings: &Table, key: &str) -> bool {
    settings.get(key).and_then(toml::Value::as_bool) == Some(true)
}

/// The shop's own design settings, for the page.
pub fn settings(settings: &Table) -> Value {
    let each = settings
        .iter()
        .map(|(key, value)| (key.clone(), json!(value)));
    Value::Object(each.collect())
}

/// The shop's design settings as CSS classes of the root element, so that they hold with scripts off.
pub fn classes(settings: &Table) -> String {
    let class = |(key, value): (&String, &toml::Value)| {
        let text = match value {
            toml::Value::Boolean(flag) => flag.to_string(),
            toml::Value::String(word) if SETTINGS.get(key).is_some_and(|kind| *kind != Text) => {
                word.clone()
            }
            _ => return None,
        };
        Some(format!("ec-{key}--{}", text.to_uppercase()))
    };
    settings
        .iter()
        .filter_map(class)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        toml::from_str(text).expect("TOML")
    }

    #[test]
    fn settings_become_classes() {
        let own = table(
            "show_sku = false\nproduct_list_sku_behavior = \"hide\"\nbreadcrumbs_separator = \"/\"\nproduct_list_cell_spacing = 8",
        );
        assert_eq!(wrong(&own), None);
        assert_eq!(
            classes(&own),
            "ec-show_sku--FALSE ec-product_list_sku_behavior--HIDE"
        );
    }

    #[test]
    fn wrong_ones_are_named_with_what_is_allowed() {
        for (text, said) in [
            ("show_skew = true", "no such design setting"),
            ("show_sku = \"no\"", "flag"),
            (
                "product_list_sku_behavior = \"NEVER\"",
                "SHOW, HIDE, SHOW_ON_HOVER",
            ),
        ] {
            let (_, _, why) = wrong(&table(text)).expect("wrong");
            assert!(why.contains(said), "{why}");
        }
    }
}
