//! What a shopper chooses about a product, and what that does to its price.

use crate::base::translated::Translated;
use serde::{Deserialize, Serialize};

/// A choice to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductOption {
    /// How it is asked.
    pub kind: OptionKind,
    /// Its name, which also is the name of its control.
    pub name: String,
    /// Its name in other languages.
    #[serde(default, skip_serializing_if = "Translated::is_empty")]
    pub translated: Translated,
    /// Whether it must be answered.
    #[serde(default)]
    pub required: bool,
    /// What may be chosen; empty for text and dates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// Index of the choice that is made at first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<usize>,
}

/// How an option is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OptionKind {
    /// One of a drop-down.
    Select,
    /// One of a row of buttons.
    Radio,
    /// One of a row of sizes.
    Size,
    /// Any number of boxes.
    Checkbox,
    /// A line of text.
    Textfield,
    /// Lines of text.
    Textarea,
    /// A day.
    Date,
    /// Files; they cannot be sent yet.
    Files,
}

impl OptionKind {
    /// Whether exactly one choice is made.
    pub fn is_single(self) -> bool {
        matches!(self, Self::Select | Self::Radio | Self::Size)
    }

    /// Whether the shopper writes the answer.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Textfield | Self::Textarea | Self::Date)
    }
}

/// One answer to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The answer.
    pub text: String,
    /// The answer in other languages.
    #[serde(default, skip_serializing_if = "Translated::is_empty")]
    pub translated: Translated,
    /// What it adds to the price.
    #[serde(default, skip_serializing_if = "Modifier::is_nothing")]
    pub modifier: Modifier,
    /// Its colour, as `#rrggbb`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
}

/// What a choice adds to the price, or takes off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modifier {
    /// Minor units.
    Absolute(i64),
    /// Hundredths of a percent of the price without choices.
    Percent(i64),
}

impl Default for Modifier {
    fn default() -> Self {
        Self::Absolute(0)
    }
}

impl Modifier {
    /// Whether it changes nothing.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Absolute(0) | Self::Percent(0))
    }

    /// What it adds to `price`, half a unit rounded away from zero.
    pub fn of(self, price: i64) -> i64 {
        match self {
            Self::Absolute(amount) => amount,
            Self::Percent(hundredths) => {
                let product = i128::from(price) * i128::from(hundredths);
                let rounded = (product.abs() + 5_000) / 10_000 * product.signum();
                i64::try_from(rounded).unwrap_or(0)
            }
        }
    }
}

impl ProductOption {
    /// Its name in `language`.
    pub fn label(&self, language: &str) -> &str {
        named(&self.translated, &self.name, language)
    }

    /// The name of its control: its own, unless the form needs that for itself.
    pub fn field(&self) -> String {
        match self.name.as_str() {
            "quantity" | "product" | "variation" | "options" | "price" | "subscription"
            | "category" | "lang" => {
                format!("{}-option", self.name)
            }
            name => name.to_owned(),
        }
    }
}

impl Choice {
    /// Its text in `language`.
    pub fn label(&self, language: &str) -> &str {
        named(&self.translated, &self.text, language)
    }
}

fn named<'a>(translated: &'a Translated, name: &'a str, language: &str) -> &'a str {
    translated
        .iter()
        .find(|(code, _)| *code == language)
        .map_or(name, |(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modifiers_round_half_away_from_zero() {
        assert_eq!(Modifier::Percent(1_250).of(1_001), 125);
        assert_eq!(Modifier::Percent(-5_000).of(101), -51);
        assert_eq!(Modifier::Percent(i64::MAX).of(i64::MAX), 0);
    }
}
