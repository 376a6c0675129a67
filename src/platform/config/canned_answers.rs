//! Answers that the merchant writes once, for questions that come again and again.

use super::{Config, ConfigError};
use crate::base::translated::Translated;
use serde::{Deserialize, Serialize};

/// An answer that is ready to use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CannedAnswer {
    /// What the staff chooses it by.
    pub name: String,
    /// The text in each language, with `{name}` and `{order}` for who asks and the number of their order.
    pub text: Translated,
}

/// Stands in an answer for the name of who asks.
pub const NAME: &str = "{name}";
/// Stands in an answer for the number of the order that is asked about.
pub const ORDER: &str = "{order}";

impl CannedAnswer {
    /// The text in `language` for who is called `name`; without an `order`, its place stays as it is, to be filled in.
    pub fn filled(&self, language: &str, name: &str, order: Option<&str>) -> String {
        // What stands in a name is no place.
        let parts = self.text.get(language).split(NAME);
        let parts = parts.map(|part| match order {
            Some(order) => part.replace(ORDER, order),
            None => part.to_owned(),
        });
        parts.collect::<Vec<_>>().join(name)
    }
}

/// Checks that each can be chosen, and says something.
pub(super) fn check(config: &Config) -> Result<(), ConfigError> {
    for (index, answer) in config.ready_answers.iter().enumerate() {
        let key = |field: &str| format!("ready_answers[{index}].{field}");
        let name = answer.name.trim();
        if name.is_empty() {
            return Err(ConfigError::new(&key("name"), "", "expected a name"));
        }
        let before = config.ready_answers.iter().take(index);
        if before.into_iter().any(|it| it.name.trim() == name) {
            let why = "expected a name that no other has";
            return Err(ConfigError::new(&key("name"), name, why));
        }
        if answer.text.is_empty() {
            return Err(ConfigError::new(&key("text"), "", "expected a text"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_filled_in_once() {
        let answer = CannedAnswer {
            name: "Late".to_owned(),
            text: Translated::from_iter([
                ("en", "Dear {name}, {order} is on its way."),
                ("de", "Hallo {name}!"),
            ]),
        };
        let filled = |language, name, order| answer.filled(language, name, order);
        assert_eq!(
            filled("en", "Ada", Some("A1")),
            "Dear Ada, A1 is on its way."
        );
        assert_eq!(filled("de", "Ada", None), "Hallo Ada!");
        assert_eq!(
            filled("fr", "{order} {name}", Some("A1")),
            "Dear {order} {name}, A1 is on its way."
        );
        assert_eq!(
            filled("en", "Ada", None),
            "Dear Ada, {order} is on its way."
        );
    }
}
