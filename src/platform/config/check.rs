//! Settings are read, and checked for what types cannot say.

use super::{
    Config, ConfigError, SettingSources, addresses, brand, canned_answers, hosts, languages, menu,
    payments, section,
};
use crate::{
    base::{money::currencies, validate},
    platform::{db::is_postgres, design, mail},
    pricing::delivery_time::MAX_DAYS,
};
use std::path::Path;
use toml::Table;

impl Config {
    /// Reads `file` if it exists, then `environment`, then `flags` (`KEY=VALUE`).
    pub fn load(
        file: &Path,
        environment: impl Iterator<Item = (String, String)>,
        flags: &[String],
    ) -> Result<Self, ConfigError> {
        SettingSources::read(file, environment, flags)?.config(&Table::new())
    }

    /// The settings that `table` holds, which has every key.
    pub fn from_table(table: Table) -> Result<Self, ConfigError> {
        let shown = table.clone();
        let mut config: Self = serde_path_to_error::deserialize(table).map_err(|error| {
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
        config.spoken = config.languages_to_speak()?;
        config.check()?;
        Ok(config)
    }

    /// Checks what types cannot say.
    pub fn check(&self) -> Result<(), ConfigError> {
        if !self.database.starts_with("sqlite:") && !is_postgres(&self.database) {
            return Err(ConfigError::new(
                "database",
                &self.database,
                "expected sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME",
            ));
        }
        addresses::check(self)?;
        languages::check(self)?;
        if !currencies().any(|known| known == self.currency) {
            let known = currencies().collect::<Vec<_>>().join(", ");
            return Err(ConfigError::new(
                "currency",
                &self.currency,
                format!("expected one of {known}"),
            ));
        }
        payments::check(self)?;
        if let Some((index, why)) = section::wrong(&self.home) {
            return Err(ConfigError::new(
                "home",
                format!("section {}", index + 1),
                why,
            ));
        }
        if let Some((key, value, why)) = design::wrong(&self.storefront) {
            return Err(ConfigError::new(&format!("storefront.{key}"), value, why));
        }
        if let Some(wrong) = self.notify.iter().find(|it| validate::email(it).is_none()) {
            return Err(ConfigError::new(
                "notify",
                wrong,
                "expected e-mail addresses such as orders@shop.example",
            ));
        }
        hosts::check(self)?;
        brand::check(self)?;
        menu::check(self)?;
        canned_answers::check(self)?;
        mail::sender(&self.mail_from)?;
        if !(1..=24).contains(&self.cut_off_hour) {
            let why = "expected an hour from 1 to 24";
            return Err(ConfigError::new("cut_off_hour", self.cut_off_hour, why));
        }
        if !(1..=720).contains(&self.cart_reminder_hours) {
            let (key, why) = ("cart_reminder_hours", "expected 1 to 720");
            return Err(ConfigError::new(key, self.cart_reminder_hours, why));
        }
        if self.handling_days > MAX_DAYS {
            let why = format!("expected at most {MAX_DAYS}");
            return Err(ConfigError::new("handling_days", self.handling_days, why));
        }
        let at_least_one = [
            ("session_idle_days", self.session_idle_days),
            ("session_max_days", self.session_max_days),
            ("attempts_per_account", self.attempts_per_account),
            ("attempts_per_address", self.attempts_per_address),
            ("attempt_window_minutes", self.attempt_window_minutes),
            ("sessions_per_customer", self.sessions_per_customer),
            ("carts_per_address", self.carts_per_address),
            ("orders_per_address", self.orders_per_address),
            ("orders_per_email", self.orders_per_email),
            (
                "account_emails_per_recipient",
                self.account_emails_per_recipient,
            ),
            (
                "account_emails_per_address",
                self.account_emails_per_address,
            ),
            ("api_requests_per_minute", self.api_requests_per_minute),
            ("stock_alerts_per_address", self.stock_alerts_per_address),
            ("max_connections", self.max_connections),
            (
                "max_connections_per_address",
                self.max_connections_per_address,
            ),
            ("header_timeout_seconds", self.header_timeout_seconds),
            ("request_timeout_seconds", self.request_timeout_seconds),
            ("body_limit_kib", self.body_limit_kib),
            ("products_per_page", self.products_per_page),
        ];
        match at_least_one.into_iter().find(|(_, value)| *value == 0) {
            Some((key, value)) => Err(ConfigError::new(key, value, "expected at least 1")),
            None => Ok(()),
        }
    }
}
