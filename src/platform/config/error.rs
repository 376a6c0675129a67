//! What is said about a setting that cannot be used.

use std::fmt;

/// A setting that cannot be used, with where it came from.
#[derive(Clone, Debug)]
pub struct ConfigError {
    /// Where in the settings, such as `taxes[0].rate`; empty if it is about none of them.
    key: String,
    /// What is allowed there.
    allowed: String,
    /// All of it, for people at the machine.
    text: String,
}

impl ConfigError {
    /// An error about `key`: what its value was, and what is allowed.
    pub fn new(key: &str, value: impl fmt::Display, allowed: impl fmt::Display) -> Self {
        Self {
            key: key.to_owned(),
            allowed: allowed.to_string(),
            text: format!("setting `{key}` = {value}: {allowed}"),
        }
    }

    /// An error about no single setting.
    pub fn of_text(text: String) -> Self {
        Self {
            key: String::new(),
            allowed: text.clone(),
            text,
        }
    }

    /// Where in the settings it is, such as `taxes[0].rate`; empty if it is about none of them.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// What is allowed there.
    pub fn allowed(&self) -> &str {
        &self.allowed
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for ConfigError {}
