//! Settings: defaults, then `awning.toml`, then `AWNING_…`, then flags; the later wins.

use crate::{
    boot::Shop,
    discount,
    money::{Amount, PriceFormat, currencies},
    payment::Offline,
    shipping,
    storefront_api::design,
    tax::Tax,
    text::Language,
};
use serde::{Deserialize, Serialize};
use std::{fmt, net::SocketAddr, path::Path};
use toml::{Table, Value};

/// The commented sample: every key with its default.
pub const SAMPLE: &str = include_str!("awning.sample.toml");

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// What signing out does to the bag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CartOnSignOut {
    /// The customer's bag stays the customer's; the browser starts with an empty one.
    Clear,
    /// What is in it goes on as a guest's bag, without anything personal.
    Keep,
}

/// Every setting; `awning.sample.toml` says what each is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    missing_docs,
    reason = "documented in awning.sample.toml, which a test keeps complete"
)]
pub struct Config {
    pub address: SocketAddr,
    pub database: String,
    pub public_url: String,
    pub plain_http: bool,
    pub trusted_proxies: usize,
    pub store_id: u32,
    pub store_name: String,
    pub store_language: Language,
    pub accept_language: bool,
    pub currency: String,
    pub languages: Vec<Language>,
    pub images: String,
    pub compress_pages: bool,
    pub slugs_without_ids: bool,
    pub products_per_page: u32,
    pub visitor_country_header: String,
    pub storefront: Table,
    pub store_country: String,
    pub prices_include_tax: bool,
    pub taxes: Vec<Tax>,
    pub shipping: Vec<shipping::Method>,
    pub handling_fee: Amount,
    pub payment: Vec<Offline>,
    pub discounts: Vec<discount::Rule>,
    pub coupons: Vec<discount::Coupon>,
    pub extra_fields: Table,
    pub cart_on_sign_out: CartOnSignOut,
    pub ask_agreement: bool,
    pub ask_comments: bool,
    pub review_order: bool,
    pub withdrawal: bool,
    pub mail: String,
    pub mail_from: String,
    pub scripts: Vec<String>,
    pub script_origins: Vec<String>,
    pub session_idle_days: u32,
    pub session_max_days: u32,
    pub attempts_per_account: u32,
    pub attempts_per_address: u32,
    pub attempt_window_minutes: u32,
    pub password_hashes_at_once: u32,
    pub request_timeout_seconds: u32,
    pub body_limit_kib: u32,
    pub database_wait_ms: u32,
    pub log_format: LogFormat,
    pub log_filter: String,
}

/// A setting that cannot be used, with where it came from.
#[derive(Debug)]
pub struct ConfigError(String);

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

impl Default for Config {
    fn default() -> Self {
        toml::from_str(SAMPLE).expect("the sample is tested")
    }
}

impl Config {
    /// Reads `file` if it exists, then `environment`, then `flags` (`KEY=VALUE`).
    pub fn load(
        file: &Path,
        environment: impl Iterator<Item = (String, String)>,
        flags: &[String],
    ) -> Result<Self, ConfigError> {
        let mut table: Table = toml::from_str(SAMPLE).expect("the sample is tested");
        if file.exists() {
            let text = std::fs::read_to_string(file)
                .map_err(|error| ConfigError(format!("{}: {error}", file.display())))?;
            let read: Table = toml::from_str(&text)
                .map_err(|error| ConfigError(format!("{}: {error}", file.display())))?;
            for (key, value) in read {
                set(&mut table, &key, value, &file.display().to_string())?;
            }
        }
        for (name, text) in environment {
            if let Some(key) = name.strip_prefix("AWNING_") {
                set_text(&mut table, &key.to_lowercase(), &text, "the environment")?;
            }
        }
        for flag in flags {
            let (key, text) = flag.split_once('=').ok_or_else(|| {
                ConfigError(format!(
                    "--set {flag}: expected KEY=VALUE, such as --set store_name=Awning"
                ))
            })?;
            set_text(&mut table, key.trim(), text, "the command line")?;
        }
        Self::from_table(table)
    }

    fn from_table(table: Table) -> Result<Self, ConfigError> {
        let shown = table.clone();
        let config: Self = serde_path_to_error::deserialize(table).map_err(|error| {
            let key = error.path().to_string();
            let value = shown
                .get(key.split(['[', '.']).next().unwrap_or_default())
                .map(ToString::to_string);
            ConfigError::new(
                &key,
                value.unwrap_or_default(),
                error.inner().to_string().trim(),
            )
        })?;
        config.check()?;
        Ok(config)
    }

    /// What types cannot say.
    fn check(&self) -> Result<(), ConfigError> {
        if !self.database.starts_with("sqlite:") {
            return Err(ConfigError::new(
                "database",
                &self.database,
                "expected sqlite:PATH",
            ));
        }
        if PriceFormat::new(&self.currency, self.store_language.code()).is_none() {
            let known = currencies().collect::<Vec<_>>().join(", ");
            return Err(ConfigError::new(
                "currency",
                &self.currency,
                format!("expected one of {known}"),
            ));
        }
        if let Some((key, value, why)) = design::wrong(&self.storefront) {
            return Err(ConfigError::new(&format!("storefront.{key}"), value, why));
        }
        let url = &self.public_url;
        let bare = url
            .strip_prefix("https://")
            .or_else(|| url.strip_prefix("http://"));
        if !url.is_empty() && !bare.is_some_and(|host| !host.is_empty() && !host.contains('/')) {
            return Err(ConfigError::new(
                "public_url",
                url,
                "expected https://HOST without a path, or nothing",
            ));
        }
        for origin in &self.script_origins {
            if !origin.starts_with("https://") || origin.contains([' ', ';', ',']) {
                return Err(ConfigError::new(
                    "script_origins",
                    origin,
                    "expected origins such as https://chat.example",
                ));
            }
        }
        let at_least_one = [
            ("session_idle_days", self.session_idle_days),
            ("session_max_days", self.session_max_days),
            ("attempts_per_account", self.attempts_per_account),
            ("attempts_per_address", self.attempts_per_address),
            ("attempt_window_minutes", self.attempt_window_minutes),
            ("request_timeout_seconds", self.request_timeout_seconds),
            ("body_limit_kib", self.body_limit_kib),
            ("products_per_page", self.products_per_page),
        ];
        match at_least_one.into_iter().find(|(_, value)| *value == 0) {
            Some((key, value)) => Err(ConfigError::new(key, value, "expected at least 1")),
            None => Ok(()),
        }
    }

    /// Whether shoppers reach the shop over https.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// Facts of the shop for pages.
    pub fn shop(&self) -> Shop {
        let prices = PriceFormat::new(&self.currency, self.store_language.code())
            .expect("checked when the settings were read");
        Shop {
            id: self.store_id,
            name: self.store_name.clone(),
            prices,
        }
    }
}

fn set(table: &mut Table, key: &str, value: Value, source: &str) -> Result<(), ConfigError> {
    if !table.contains_key(key) {
        let known = table
            .keys()
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(", ");
        return Err(ConfigError(format!(
            "unknown setting `{key}` = {value} in {source}; there are: {known}"
        )));
    }
    table.insert(key.to_owned(), value);
    Ok(())
}

/// Text becomes the type that the setting has; a list is written with commas, or as in the file.
fn set_text(table: &mut Table, key: &str, text: &str, source: &str) -> Result<(), ConfigError> {
    let value = match table.get(key) {
        Some(Value::Integer(_)) => text.trim().parse().map(Value::Integer).ok(),
        Some(Value::Boolean(_)) => text.trim().parse().map(Value::Boolean).ok(),
        Some(Value::Table(_)) => parsed(text),
        Some(Value::Array(_)) if text.trim_start().starts_with('[') => parsed(text),
        Some(Value::Array(_)) => {
            let items = text
                .split(',')
                .map(str::trim)
                .filter(|item| !item.is_empty());
            Some(Value::Array(
                items.map(|item| Value::String(item.to_owned())).collect(),
            ))
        }
        _ => None,
    };
    set(
        table,
        key,
        value.unwrap_or_else(|| Value::String(text.to_owned())),
        source,
    )
}

fn parsed(text: &str) -> Option<Value> {
    let mut table = format!("it = {text}").parse::<Table>().ok()?;
    table.remove("it")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(file: &str, environment: &[(&str, &str)], flags: &[&str]) -> Result<Config, String> {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("awning.toml");
        std::fs::write(&path, file).expect("a file");
        let environment = environment
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let flags: Vec<_> = flags.iter().map(|flag| (*flag).to_owned()).collect();
        Config::load(&path, environment, &flags).map_err(|error| error.to_string())
    }

    #[test]
    fn the_sample_holds_every_key_with_a_comment() {
        let table = Table::try_from(Config::default()).expect("a table");
        for key in table.keys() {
            let at = SAMPLE
                .find(&format!("\n{key} = "))
                .unwrap_or_else(|| panic!("{key} is missing"));
            let line_before = SAMPLE[..at].lines().last().unwrap_or_default();
            assert!(line_before.starts_with('#'), "{key} has no comment");
        }
    }

    #[test]
    fn flags_beat_the_environment_and_that_the_file() {
        let config = load(
            "store_name = \"File\"\nstore_id = 5\ncurrency = \"JPY\"",
            &[
                ("AWNING_STORE_NAME", "Environment"),
                ("AWNING_STORE_ID", "6"),
                ("HOME", "/"),
            ],
            &["store_name=Flag", "scripts=a.js, https://b.example/c.js"],
        )
        .expect("good settings");
        assert_eq!(
            (
                config.store_name.as_str(),
                config.store_id,
                config.currency.as_str()
            ),
            ("Flag", 6, "JPY")
        );
        assert_eq!(config.scripts, ["a.js", "https://b.example/c.js"]);
    }

    #[test]
    fn a_wrong_key_or_value_is_refused_with_what_is_allowed() {
        for (file, environment, flags, said) in [
            ("stor_name = 1", None, None, ["stor_name", "store_name, "]),
            ("address = \"nowhere\"", None, None, ["address", "nowhere"]),
            (
                "",
                Some(("AWNING_STORE_ID", "many")),
                None,
                ["store_id", "many"],
            ),
            (
                "",
                Some(("AWNING_STORE_LANGUAGE", "xx")),
                None,
                ["xx", "`en` or `de`"],
            ),
            (
                "",
                None,
                Some("log_format=loud"),
                ["loud", "`text` or `json`"],
            ),
            ("", None, Some("currency=XXX"), ["XXX", "EUR"]),
            (
                "",
                None,
                Some("session_idle_days=0"),
                ["session_idle_days", "at least 1"],
            ),
            (
                "",
                None,
                Some("database=mysql:x"),
                ["mysql:x", "sqlite:PATH"],
            ),
            (
                "",
                None,
                Some("public_url=https://a.example/shop"),
                ["public_url", "without a path"],
            ),
            (
                "",
                None,
                Some("script_origins=https://a;b"),
                ["script_origins", "https://chat.example"],
            ),
            ("", None, Some("store_name"), ["store_name", "KEY=VALUE"]),
        ] {
            let environment: Vec<_> = environment.into_iter().collect();
            let flags: Vec<_> = flags.into_iter().collect();
            let error = load(file, &environment, &flags).expect_err("refused");
            for part in said {
                assert!(error.contains(part), "{error:?} does not say {part:?}");
            }
        }
    }
}
