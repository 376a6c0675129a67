//! Settings: defaults, then `awning.toml`, then `AWNING_…`, then flags; the later wins.

mod addresses;
mod brand;
pub mod canned_answers;
mod check;
pub mod delivery;
mod error;
mod hosts;
mod languages;
mod menu;
mod palette;
mod payments;
mod pickup;
mod reviews;
mod script;
mod section;
mod sources;
mod store;
mod table;

pub use crate::pricing::payment::ProviderName;
use crate::{
    base::{
        date::Day,
        language::LanguageCode,
        money::Amount,
        shop::{Shop, SignInWays},
        time_zone::TimeZone,
        translated::Translated,
        units::{SizeUnit, WeightUnit},
    },
    platform::db::Limits,
    pricing::{
        delivery_time::WorkingCalendar, discount, payment, shipping, tax::Tax, totals::PricingRules,
    },
    text::{Labels, Languages},
};
pub use addresses::origin_of;
pub use brand::{Brand, Fonts, HeaderLayout};
pub use error::ConfigError;
pub use menu::MenuItem;
pub use palette::{AccentPlace, Contrast, Palette, Tones, USUAL_ACCENT};
pub use payments::ReadyProvider;
pub use reviews::ReviewPolicy;
pub use script::Script;
pub use section::{Column, Link, Logo, Quote, Section};
use serde::{Deserialize, Serialize};
pub use sources::{SettingSources, defaults, parsed};
use std::{net::SocketAddr, time::Duration};
pub use store::{STORE_KEYS, is_of_store};
use toml::Table;

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

/// What signing out does to the cart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CartOnSignOut {
    /// The customer's cart stays the customer's; the browser starts with an empty one.
    Clear,
    /// What is in it goes on as a guest's cart, without anything personal.
    Keep,
}

/// Who sells, as invoices say it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Seller {
    /// Legal name.
    pub name: String,
    /// Address, line by line.
    pub address: String,
    /// Number for value added tax, or another one of a tax office.
    pub vat_id: String,
    /// What else is to be said on every invoice.
    pub note: String,
}

impl Seller {
    /// Whether invoices can say who sells.
    pub fn is_known(&self) -> bool {
        [&self.name, &self.address, &self.vat_id]
            .iter()
            .all(|text| !text.trim().is_empty())
    }
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
    pub metrics_address: String,
    pub admin_address: String,
    pub admin_url: String,
    pub database: String,
    pub public_url: String,
    pub plain_http: bool,
    pub trusted_proxies: usize,
    pub store_id: u32,
    pub store_name: String,
    pub store_language: LanguageCode,
    pub accept_language: bool,
    pub currency: String,
    pub weight_unit: WeightUnit,
    pub size_unit: SizeUnit,
    pub languages: Vec<LanguageCode>,
    pub languages_directory: String,
    pub labels: Labels,
    pub home: Vec<Section>,
    pub footer_note: Translated,
    pub brand: Brand,
    pub header_menu: Vec<MenuItem>,
    pub footer_menu: Vec<MenuItem>,
    pub images: String,
    pub files: String,
    pub download_limit: u32,
    pub download_days: u32,
    pub compress_pages: bool,
    pub slugs_without_ids: bool,
    pub products_per_page: u32,
    pub visitor_country_header: String,
    pub storefront: Table,
    pub store_country: String,
    pub prices_include_tax: bool,
    pub taxes: Vec<Tax>,
    pub shipping: Vec<shipping::Method>,
    pub time_zone: TimeZone,
    pub cut_off_hour: u8,
    pub handling_days: u16,
    pub holidays: Vec<Day>,
    pub handling_fee: Amount,
    pub seller: Seller,
    pub invoice_prefix: String,
    pub credit_note_prefix: String,
    pub refund_step_up: Amount,
    pub payment: Vec<payment::Method>,
    pub test_payments: bool,
    pub test_providers: String,
    pub discounts: Vec<discount::Rule>,
    pub coupons: Vec<discount::Coupon>,
    pub extra_fields: Table,
    pub cart_on_sign_out: CartOnSignOut,
    pub ask_agreement: bool,
    pub ask_comments: bool,
    pub review_order: bool,
    pub withdrawal: bool,
    pub reviews: ReviewPolicy,
    pub contact_form: bool,
    pub cart_reminders: bool,
    pub cart_reminder_hours: u32,
    pub ready_answers: Vec<canned_answers::CannedAnswer>,
    pub mail: String,
    pub mail_from: String,
    pub notify: Vec<String>,
    pub low_stock_at: u32,
    pub scripts: Vec<Script>,
    pub ask_consent: bool,
    pub debug_scripts: bool,
    pub script_origins: Vec<String>,
    pub import_from_private_networks: bool,
    pub sign_in: SignInWays,
    pub sso_sha1: bool,
    pub session_idle_days: u32,
    pub session_max_days: u32,
    pub attempts_per_account: u32,
    pub attempts_per_address: u32,
    pub attempt_window_minutes: u32,
    pub sessions_per_customer: u32,
    pub carts_per_address: u32,
    pub orders_per_address: u32,
    pub orders_per_email: u32,
    pub account_emails_per_recipient: u32,
    pub account_emails_per_address: u32,
    pub api_requests_per_minute: u32,
    pub api_hosts: Vec<String>,
    pub stock_alerts_per_address: u32,
    pub keep_orders_years: u32,
    pub password_hashes_at_once: u32,
    pub max_connections: u32,
    pub max_connections_per_address: u32,
    pub header_timeout_seconds: u32,
    pub drain_seconds: u32,
    pub stop_timeout_seconds: u32,
    pub request_timeout_seconds: u32,
    pub body_limit_kib: u32,
    pub backup_directory: String,
    pub database_wait_ms: u32,
    pub database_statement_ms: u32,
    pub database_connections: u32,
    pub disk_floor_mib: u32,
    pub log_format: LogFormat,
    pub log_filter: String,
    /// The languages that can be spoken, by `languages_directory` and `labels`: made of the settings, and no setting.
    #[serde(skip)]
    pub spoken: Languages,
    /// The providers of payments whose keys are there: known by the database, and no setting.
    #[serde(skip)]
    pub ready_providers: Vec<ReadyProvider>,
}

impl Default for Config {
    fn default() -> Self {
        toml::from_str(SAMPLE).expect("the sample is tested")
    }
}

impl Config {
    /// Bounds on what the shop asks of its database.
    pub fn database_limits(&self) -> Limits {
        let milliseconds = |number: u32| Duration::from_millis(u64::from(number));
        Limits {
            wait: milliseconds(self.database_wait_ms),
            statement: milliseconds(self.database_statement_ms),
            connections: self.database_connections,
        }
    }

    /// What prices go by.
    pub fn pricing_rules(&self) -> PricingRules<'_> {
        PricingRules {
            discounts: &self.discounts,
            taxes: &self.taxes,
            prices_include_tax: self.prices_include_tax,
            handling_fee: &self.handling_fee,
        }
    }

    /// When orders are worked on.
    pub fn working_calendar(&self) -> WorkingCalendar<'_> {
        WorkingCalendar {
            time_zone: &self.time_zone,
            cut_off_hour: self.cut_off_hour,
            handling_days: self.handling_days,
            holidays: &self.holidays,
        }
    }

    /// Facts of the shop for pages.
    pub fn shop(&self) -> Shop {
        let prices = self
            .own_language()
            .prices(&self.currency)
            .expect("checked when the settings were read");
        Shop {
            id: self.store_id,
            name: self.store_name.clone(),
            prices,
            sign_in: self.sign_in,
            weight: self.weight_unit,
        }
    }
}

#[cfg(test)]
mod tests;
