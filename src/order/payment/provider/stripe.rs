//! Stripe, by its hosted Checkout: a session is asked for, the shopper goes to its page, and the session says what became of it.
//!
//! Facts are from Stripe's public reference of the version that is named here; fields that are not needed are not read.

mod forms;
mod responses;
mod signature;

use super::{
    CreatedPayment, InvalidSignature, Keys, ListedPayment, PaymentReport, PaymentRequest, Provider,
    ProviderError, ProviderRefund, RefundRequest, SavedMethod, WebhookEvent, http::Call,
};
use crate::order::payment::state::Money;
use axum::http::HeaderMap;
use form_urlencoded::Serializer;
use responses::{charged, listed, returned, seen};
use serde_json::Value;
use signature::is_signed;

/// Where it is asked.
pub const BASE: &str = "https://api.stripe.com";
/// Where its pages are.
pub const PAGES: [&str; 1] = ["https://checkout.stripe.com"];
/// What its answers look like depends on it.
const VERSION: &str = "2024-06-20";
/// How many it lists in one answer: the most that it does.
const PAGE: usize = 100;

/// An account at Stripe.
pub struct Stripe {
    base: String,
    keys: Keys,
}

impl Stripe {
    /// The account of `keys`, asked at `base`.
    pub fn new(base: String, keys: Keys) -> Self {
        Self { base, keys }
    }

    /// A request to what stands at `path`.
    fn call(&self, path: &str) -> Call<'_> {
        Call {
            url: format!("{}{path}", self.base),
            secret: &self.keys.secret,
            key: String::new(),
            headers: &[
                ("stripe-version", VERSION),
                ("content-type", "application/x-www-form-urlencoded"),
            ],
        }
    }

    /// The charge of `saved` that was made with the shop's key `key` before and not declined, if there is one.
    fn charged_before(
        &self,
        saved: &SavedMethod,
        key: &str,
    ) -> Result<Option<Value>, ProviderError> {
        let customer = &saved.customer;
        let path = format!("/v1/payment_intents?customer={customer}&limit={PAGE}");
        let intents = self.call(&path).get()?;
        let mut intents = intents["data"].as_array().into_iter().flatten();
        let is_it = |it: &&Value| {
            let is_done = it["status"] == "succeeded" || it["status"] == "processing";
            is_done && it["metadata"]["awning"] == key
        };
        Ok(intents.find(is_it).cloned())
    }

    /// Charges `saved` for what `request` is about, unless that was done.
    fn charge(
        &self,
        request: &PaymentRequest,
        saved: &SavedMethod,
    ) -> Result<CreatedPayment, ProviderError> {
        // A key is forgotten after a day, and a shop may be down for longer: nobody is charged twice.
        let intent = match self.charged_before(saved, &request.key)? {
            Some(intent) => intent,
            None => {
                let form = forms::charge(request, saved);
                let call = self.call("/v1/payment_intents").once(key_of(request));
                call.post(&form)?
            }
        };
        let reference = intent["id"].as_str();
        let reference =
            reference.ok_or_else(|| ProviderError::Unknown("a payment without id".into()))?;
        Ok(CreatedPayment {
            reference: reference.to_owned(),
            go_to: None,
            ends_at: 0,
        })
    }

    /// The payment that the session `reference` asked for, or that is called so itself.
    fn intent(&self, reference: &str) -> Result<String, ProviderError> {
        if is_intent(reference) {
            return Ok(reference.to_owned());
        }
        let path = format!("/v1/checkout/sessions/{reference}");
        let session = self.call(&path).get()?;
        let intent = session["payment_intent"].as_str().map(str::to_owned);
        intent.ok_or_else(|| ProviderError::Refused("nothing was paid".into()))
    }
}

/// Whether `reference` is a payment itself, and no session that asks for one.
fn is_intent(reference: &str) -> bool {
    reference.starts_with("pi_")
}

fn key_of(request: &PaymentRequest) -> String {
    format!("awning-pay-{}", request.key)
}

impl Provider for Stripe {
    fn create(&self, request: &PaymentRequest) -> Result<CreatedPayment, ProviderError> {
        if let Some(saved) = &request.saved {
            return self.charge(request, saved);
        }
        let call = self.call("/v1/checkout/sessions").once(key_of(request));
        let session = call.post(&forms::session(request))?;
        let text = |name: &str| session[name].as_str().map(str::to_owned);
        let reference =
            text("id").ok_or_else(|| ProviderError::Unknown("a session without id".into()))?;
        Ok(CreatedPayment {
            reference,
            go_to: text("url"),
            ends_at: session["expires_at"].as_i64().unwrap_or(request.ends_at),
        })
    }

    fn fetch(&self, reference: &str) -> Result<PaymentReport, ProviderError> {
        if is_intent(reference) {
            let path = format!("/v1/payment_intents/{reference}?expand[]=latest_charge");
            return self.call(&path).get().map(|it| charged(&it));
        }
        let path =
            format!("/v1/checkout/sessions/{reference}?expand[]=payment_intent.latest_charge");
        self.call(&path).get().map(|it| seen(&it))
    }

    fn cancel(&self, reference: &str) -> Result<PaymentReport, ProviderError> {
        let path = match is_intent(reference) {
            true => format!("/v1/payment_intents/{reference}/cancel"),
            false => format!("/v1/checkout/sessions/{reference}/expire"),
        };
        match self.call(&path).post("") {
            // It was open until now.
            Ok(_) => Ok(PaymentReport {
                money: Money::CalledOff,
                go_to: None,
                disputed: false,
                secondary_reference: String::new(),
                saved: None,
            }),
            // It is over, one way or another.
            Err(ProviderError::Refused(_)) => self.fetch(reference),
            Err(unknown) => Err(unknown),
        }
    }

    fn refund(
        &self,
        reference: &str,
        request: &RefundRequest,
    ) -> Result<ProviderRefund, ProviderError> {
        let intent = self.intent(reference)?;
        // A key is forgotten after a day; what it made is not.
        let path = format!("/v1/refunds?payment_intent={intent}&limit=100");
        let before = self.call(&path).get()?;
        let before = before["data"].as_array().into_iter().flatten();
        let mut known = before.filter(|it| it["metadata"]["awning"] == request.key.as_str());
        if let Some(refund) = known.next() {
            return Ok(returned(refund));
        }
        let form = Serializer::new(String::new())
            .append_pair("payment_intent", &intent)
            .append_pair("amount", &request.amount.to_string())
            .append_pair("metadata[awning]", &request.key)
            .finish();
        let key = format!("awning-refund-{}", request.key);
        let refund = self.call("/v1/refunds").once(key).post(&form)?;
        Ok(returned(&refund))
    }

    fn list(&self, (since, until): (i64, i64)) -> Result<Vec<ListedPayment>, ProviderError> {
        let mut all: Vec<ListedPayment> = Vec::new();
        loop {
            let mut path = format!(
                "/v1/payment_intents?limit={PAGE}&created[gte]={since}&created[lt]={until}"
            );
            if let Some(last) = all.last() {
                path.push_str(&format!("&starting_after={}", last.reference));
            }
            let page = self.call(&path).get()?;
            let rows = page["data"].as_array().cloned().unwrap_or_default();
            all.extend(rows.iter().map(listed));
            if page["has_more"] != true || rows.is_empty() {
                return Ok(all);
            }
        }
    }

    fn parse_webhook(
        &self,
        headers: &HeaderMap,
        body: &[u8],
        now: i64,
    ) -> Result<WebhookEvent, InvalidSignature> {
        let signature = headers
            .get("stripe-signature")
            .and_then(|it| it.to_str().ok());
        if !is_signed(&self.keys.hook, signature.unwrap_or_default(), body, now) {
            return Err(InvalidSignature);
        }
        let event: Value = serde_json::from_slice(body).map_err(|_| InvalidSignature)?;
        let about = &event["data"]["object"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let names = match about["object"] == "checkout.session" {
            true => &about["id"],
            // A dispute knows the money, and not what it was asked for by.
            false => &about["payment_intent"],
        };
        Ok(WebhookEvent {
            id: text(&event["id"]),
            reference: text(names),
            key: text(&about["metadata"]["awning"]),
        })
    }
}
