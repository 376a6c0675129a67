//! What is said about a setting that cannot be used.

use std::fmt;

/// A setting that cannot be used, with where it came from.
#[derive(Debug)]
pub struct ConfigError(pub(super) String);

impl ConfigError {
    /// An error about `key`: what its value was, and what is allowed.
    pub fn new(key: &str, value: impl fmt::Display, allowed: impl fmt::Display) -> Self {
        Self(format!("setting `{key}` = {value}: {allowed}"))
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ConfigError {}
