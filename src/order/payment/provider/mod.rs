//! Whoever takes the money online, as the shop asks them: six questions, and how their messages are known to be theirs.
//!
//! What they answer is what counts. A message of theirs only says that it is time to ask.

mod http;
mod keys;
mod mollie;
mod simulated;
mod stripe;

pub use keys::{Keys, Name, ready};

use super::state::Money;
use crate::{
    base::error::AppError,
    platform::{config::Config, db::Db, link_key::LinkKey, services::Services},
    pricing::payment::ProviderName,
};
use axum::http::HeaderMap;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Characters of a shop's mark.
const MARK: usize = 16;

/// A payment that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentRequest {
    /// What it is known by from us; the same request twice is one.
    pub key: String,
    /// Number of the order, which the shopper reads.
    pub number: String,
    /// How much, in minor units.
    pub amount: i64,
    /// ISO 4217 code, upper case.
    pub currency: String,
    /// The shopper's e-mail address.
    pub email: String,
    /// Code of the language that the shopper reads.
    pub language: String,
    /// Where the shopper comes back to.
    pub return_url: String,
    /// Where messages about it are sent; empty where the shop cannot be reached.
    pub webhook_url: String,
    /// When it is to end, in UNIX seconds.
    pub ends_at: i64,
    /// What tells this shop's payments from those of others at the same account.
    pub shop: String,
    /// Whether what it is paid by is kept, for later payments without the shopper.
    pub saves: bool,
    /// What was kept of an earlier one, and is charged now; nobody is asked.
    pub saved: Option<SavedMethod>,
}

/// What a provider kept of a payment, and charges for a later one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedMethod {
    /// What it calls whoever paid.
    pub customer: String,
    /// What it calls what they paid by.
    pub method: String,
}

/// A payment as a provider lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPayment {
    /// What it is called there.
    pub reference: String,
    /// What we call it; empty if it is not of a shop like this one.
    pub key: String,
    /// Which shop's it is.
    pub shop: String,
    /// How much of which currency is there, in minor units, if it is paid.
    pub paid: Option<(i64, String)>,
}

/// A payment that a provider knows now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreatedPayment {
    /// What it is called there.
    pub reference: String,
    /// Where the shopper pays; nowhere, if that is decided without.
    pub go_to: Option<String>,
    /// When it ends there, in UNIX seconds; 0 if that is not known.
    pub ends_at: i64,
}

/// How a payment stands at its provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentReport {
    /// What became of the money.
    pub money: Money,
    /// Where the shopper pays, while that is asked for.
    pub go_to: Option<String>,
    /// Whether the shopper's bank asks for the money back.
    pub disputed: bool,
    /// What else the payment is called there, in messages about its money; empty where nothing is.
    pub secondary_reference: String,
    /// What is kept of it for later payments, if anything is.
    pub saved: Option<SavedMethod>,
}

/// Money that is to go back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundRequest {
    /// What it is known by from us: it is looked for before it is asked for, so that twice is once.
    pub key: String,
    /// How much, in minor units.
    pub amount: i64,
    /// ISO 4217 code, upper case.
    pub currency: String,
    /// Number of the order, which the shopper may read.
    pub number: String,
}

/// How money stands that is to go back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderRefund {
    /// What the provider calls it.
    pub reference: String,
    /// How far it is.
    pub state: RefundProgress,
}

/// How far money is that is to go back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefundProgress {
    /// It is on its way.
    Pending,
    /// It went.
    Done,
    /// It did not, and will not: why.
    Failed(String),
}

/// Why a provider could not be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProviderError {
    /// It says no, and would again.
    Refused(String),
    /// It is not known whether the request was carried out: it is repeated with the same key.
    Unknown(String),
}

impl ProviderError {
    /// For the merchant to read; it holds no key.
    pub fn why(&self) -> &str {
        match self {
            Self::Refused(why) | Self::Unknown(why) => why,
        }
    }
}

/// A message of a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookEvent {
    /// What makes a second one the same; empty where nothing does.
    pub id: String,
    /// What it calls the payment.
    pub reference: String,
    /// What we call it, where it says that.
    pub key: String,
}

/// A message that is not the provider's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidSignature;

/// Whoever takes money online. Every call may take seconds: it is made beside the requests, outside of transactions.
pub trait Provider: Send + Sync {
    /// Creates the payment `request` at the provider; a second request with the same key returns the first payment.
    fn create(&self, request: &PaymentRequest) -> Result<CreatedPayment, ProviderError>;

    /// How the payment `reference` stands.
    fn fetch(&self, reference: &str) -> Result<PaymentReport, ProviderError>;

    /// Ends the payment `reference`, so that it cannot be paid any more; returns how it stands then.
    fn cancel(&self, reference: &str) -> Result<PaymentReport, ProviderError>;

    /// Requests the repayment `request` of the payment `reference`, unless its key was used before; returns how it stands.
    fn refund(
        &self,
        reference: &str,
        request: &RefundRequest,
    ) -> Result<ProviderRefund, ProviderError>;

    /// Every payment of the account that began within this time: from, and until, in UNIX seconds.
    fn list(&self, time: (i64, i64)) -> Result<Vec<ListedPayment>, ProviderError>;

    /// What a message says, if it is theirs; `now` in UNIX seconds.
    fn parse_webhook(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: i64,
    ) -> Result<WebhookEvent, InvalidSignature>;
}

/// Returns the provider to ask about payments begun with `provider` by the way of payment `method`; `None` if its keys are gone.
pub async fn of(
    services: &Services,
    provider: &str,
    method: &str,
) -> Result<Option<Arc<dyn Provider>>, AppError> {
    let Some(name) = ProviderName::named(provider) else {
        let simulated = simulated::of(&services.config, method);
        return Ok(simulated.map(|it| Arc::new(it) as Arc<dyn Provider>));
    };
    let keys = Keys::of(&services.db.read, name).await?;
    Ok(keys.map(|keys| with(name, keys, &services.config)))
}

/// The provider of this name, asked with `keys`.
pub fn with(name: ProviderName, keys: Keys, config: &Config) -> Arc<dyn Provider> {
    let base = base(name, config);
    match name {
        ProviderName::Stripe => Arc::new(stripe::Stripe::new(base, keys)),
        ProviderName::Mollie => Arc::new(mollie::Mollie::new(base, keys)),
    }
}

fn base(name: ProviderName, config: &Config) -> String {
    match (config.test_providers.as_str(), name) {
        ("", ProviderName::Stripe) => stripe::BASE.to_owned(),
        ("", ProviderName::Mollie) => mollie::BASE.to_owned(),
        (test, name) => format!("{test}/{}", name.id()),
    }
}

/// Returns the origins that `name` may redirect a shopper to, which forms must be allowed to lead to.
pub fn origins(name: ProviderName, config: &Config) -> Vec<String> {
    if !config.test_providers.is_empty() {
        return vec![config.test_providers.clone()];
    }
    let known: &[&str] = match name {
        ProviderName::Stripe => &stripe::PAGES,
        ProviderName::Mollie => &mollie::PAGES,
    };
    known.iter().map(|it| (*it).to_owned()).collect()
}

/// Where messages of `provider` are sent.
pub fn hook_path(provider: ProviderName) -> String {
    format!("/hooks/{}", provider.id())
}

/// What this shop's payments are marked with at their providers, where others may use the same account.
pub async fn shop_mark(db: &Db) -> Result<String, AppError> {
    let key = LinkKey::of_shop(db).await?;
    Ok(key
        .token("payments of this shop")
        .chars()
        .take(MARK)
        .collect())
}
