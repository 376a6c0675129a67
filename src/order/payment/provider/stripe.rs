//! Stripe, by its hosted Checkout: a session is asked for, the shopper goes to its page, and the session says what became of it.
//!
//! Facts are from Stripe's public reference of the version that is named here; fields that are not needed are not read.

use super::{
    Ask, Begun, Fault, Hint, Keys, NotGenuine, Provider, Return, ReturnState, Returned, Seen,
    http::Call,
};
use crate::order::payment::state::Money;
use axum::http::HeaderMap;
use form_urlencoded::Serializer;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;

/// Where it is asked.
pub const BASE: &str = "https://api.stripe.com";
/// Where its pages are.
pub const PAGES: [&str; 1] = ["https://checkout.stripe.com"];
/// What its answers look like depends on it.
const VERSION: &str = "2024-06-20";
/// Seconds that a signature is good for: a message that is played again later is none.
const TOLERANCE: i64 = 300;
/// Languages that its page speaks, of those that the shop does; it finds out by itself for others.
const SPOKEN: [&str; 8] = ["de", "en", "es", "fr", "it", "nl", "pl", "pt"];

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
}

impl Provider for Stripe {
    fn begin(&self, ask: &Ask) -> Result<Begun, Fault> {
        let key = format!("awning-pay-{}", ask.key);
        let session = self
            .call("/v1/checkout/sessions")
            .once(key)
            .post(&session_form(ask))?;
        let text = |name: &str| session[name].as_str().map(str::to_owned);
        let reference = text("id").ok_or_else(|| Fault::Unknown("a session without id".into()))?;
        Ok(Begun {
            reference,
            go_to: text("url"),
            ends_at: session["expires_at"].as_i64().unwrap_or(ask.ends_at),
        })
    }

    fn look(&self, reference: &str) -> Result<Seen, Fault> {
        let path =
            format!("/v1/checkout/sessions/{reference}?expand[]=payment_intent.latest_charge");
        self.call(&path).get().map(|it| seen(&it))
    }

    fn end(&self, reference: &str) -> Result<Seen, Fault> {
        let path = format!("/v1/checkout/sessions/{reference}/expire");
        match self.call(&path).post("") {
            // It was open until now.
            Ok(_) => Ok(Seen {
                money: Money::CalledOff,
                go_to: None,
                disputed: false,
                also: String::new(),
            }),
            // It is over, one way or another.
            Err(Fault::Refused(_)) => self.look(reference),
            Err(unknown) => Err(unknown),
        }
    }

    fn give_back(&self, reference: &str, money: &Return) -> Result<Returned, Fault> {
        let path = format!("/v1/checkout/sessions/{reference}");
        let session = self.call(&path).get()?;
        let intent = session["payment_intent"].as_str();
        let intent = intent.ok_or_else(|| Fault::Refused("nothing was paid".into()))?;
        // A key is forgotten after a day; what it made is not.
        let path = format!("/v1/refunds?payment_intent={intent}&limit=100");
        let before = self.call(&path).get()?;
        let before = before["data"].as_array().into_iter().flatten();
        let mut known = before.filter(|it| it["metadata"]["awning"] == money.key.as_str());
        if let Some(refund) = known.next() {
            return Ok(returned(refund));
        }
        let form = Serializer::new(String::new())
            .append_pair("payment_intent", intent)
            .append_pair("amount", &money.amount.to_string())
            .append_pair("metadata[awning]", &money.key)
            .finish();
        let key = format!("awning-refund-{}", money.key);
        let refund = self.call("/v1/refunds").once(key).post(&form)?;
        Ok(returned(&refund))
    }

    fn hint(&self, headers: &HeaderMap, body: &[u8], now: i64) -> Result<Hint, NotGenuine> {
        let signature = headers
            .get("stripe-signature")
            .and_then(|it| it.to_str().ok());
        if !is_signed(&self.keys.hook, signature.unwrap_or_default(), body, now) {
            return Err(NotGenuine);
        }
        let event: Value = serde_json::from_slice(body).map_err(|_| NotGenuine)?;
        let about = &event["data"]["object"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let names = match about["object"] == "checkout.session" {
            true => &about["id"],
            // A dispute knows the money, and not what it was asked for by.
            false => &about["payment_intent"],
        };
        Ok(Hint {
            event: text(&event["id"]),
            reference: text(names),
            key: text(&about["metadata"]["awning"]),
        })
    }
}

/// The session that is asked for: one line of the whole total, so that no rounding of taxes and discounts can disagree.
fn session_form(ask: &Ask) -> String {
    let language = SPOKEN.iter().find(|it| **it == ask.language);
    let (amount, ends_at) = (ask.amount.to_string(), ask.ends_at.to_string());
    let back = |end: &str| format!("{}{end}", ask.back);
    Serializer::new(String::new())
        .append_pair("mode", "payment")
        .append_pair("line_items[0][quantity]", "1")
        .append_pair(
            "line_items[0][price_data][currency]",
            &ask.currency.to_lowercase(),
        )
        .append_pair("line_items[0][price_data][unit_amount]", &amount)
        .append_pair("line_items[0][price_data][product_data][name]", &ask.number)
        .append_pair("client_reference_id", &ask.key)
        .append_pair("metadata[awning]", &ask.key)
        // Messages about the money itself name it too.
        .append_pair("payment_intent_data[metadata][awning]", &ask.key)
        .append_pair("customer_email", &ask.email)
        .append_pair("locale", language.unwrap_or(&"auto"))
        .append_pair("expires_at", &ends_at)
        .append_pair("success_url", &back(""))
        .append_pair("cancel_url", &back("&back"))
        .finish()
}

fn returned(refund: &Value) -> Returned {
    let why = refund["failure_reason"]
        .as_str()
        .unwrap_or("the bank refused it");
    Returned {
        reference: refund["id"].as_str().unwrap_or_default().to_owned(),
        state: match refund["status"].as_str() {
            Some("succeeded") => ReturnState::Done,
            Some("failed" | "canceled") => ReturnState::Failed(why.to_owned()),
            _ => ReturnState::Pending,
        },
    }
}

fn seen(session: &Value) -> Seen {
    let intent = &session["payment_intent"];
    let amount = session["amount_total"].as_i64().unwrap_or_default();
    let currency = session["currency"]
        .as_str()
        .unwrap_or_default()
        .to_uppercase();
    let money = match (
        session["status"].as_str(),
        session["payment_status"].as_str(),
    ) {
        (_, Some("paid")) => Money::There(amount, currency),
        (Some("expired"), _) => Money::Expired,
        // The form was sent, and the bank has not said yes.
        (Some("complete"), _) => match intent["status"].as_str() {
            Some("canceled" | "requires_payment_method") => Money::Refused,
            _ => Money::Processing,
        },
        _ => Money::Asked,
    };
    Seen {
        money,
        go_to: session["url"].as_str().map(str::to_owned),
        disputed: intent["latest_charge"]["disputed"] == true,
        also: intent["id"].as_str().unwrap_or_default().to_owned(),
    }
}

/// Whether `signature` (`t=SECONDS,v1=HEX,…`) is one of `body` by `secret`, and from about `now`. While a secret is replaced there
/// are several.
fn is_signed(secret: &str, signature: &str, body: &[u8], now: i64) -> bool {
    let parts = signature.split(',').filter_map(|part| part.split_once('='));
    let parts: Vec<(&str, &str)> = parts.map(|(name, value)| (name.trim(), value)).collect();
    let time = parts.iter().find(|(name, _)| *name == "t").map(|it| it.1);
    let Some((time, seconds)) = time.and_then(|it| Some((it, it.parse::<i64>().ok()?))) else {
        return false;
    };
    if secret.is_empty() || (now - seconds).abs() > TOLERANCE {
        return false;
    }
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("keys of every length");
    mac.update(time.as_bytes());
    mac.update(b".");
    mac.update(body);
    let signatures = parts.iter().filter(|(name, _)| *name == "v1");
    let mut bytes = signatures.filter_map(|it| {
        data_encoding::HEXLOWER_PERMISSIVE
            .decode(it.1.as_bytes())
            .ok()
    });
    bytes.any(|bytes| mac.clone().verify_slice(&bytes).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// The signature of a body at a time, reckoned with `openssl dgst -sha256 -hmac`.
    #[test]
    fn a_signature_is_of_its_body_its_time_and_its_secret() {
        let (secret, body) = ("whsec_test", br#"{"id":"evt_1"}"#.as_slice());
        let signed = |time: &str| {
            let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("a key");
            mac.update(format!("{time}.").as_bytes());
            mac.update(body);
            data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes())
        };
        let good = signed("1000");
        let header = format!("t=1000,v1={good}");
        assert!(is_signed(secret, &header, body, 1000) && is_signed(secret, &header, body, 1300));
        let rotating = format!("t=1000,v1={},v1={good},v0=x", "0".repeat(64));
        assert!(
            is_signed(secret, &rotating, body, 1000),
            "one of two secrets"
        );
        for (what, secret, header, body, now) in [
            (
                "another body",
                secret,
                header.as_str(),
                b"{}".as_slice(),
                1000,
            ),
            ("too old", secret, &header, body, 1301),
            ("from the future", secret, &header, body, 699),
            ("another secret", "whsec_other", &header, body, 1000),
            ("no secret", "", &header, body, 1000),
            (
                "another time",
                secret,
                &format!("t=1001,v1={good}"),
                body,
                1000,
            ),
            (
                "another scheme",
                secret,
                &format!("t=1000,v0={good}"),
                body,
                1000,
            ),
            ("no time", secret, &format!("v1={good}"), body, 1000),
            ("nothing", secret, "", body, 1000),
            ("no hex", secret, "t=1000,v1=zz", body, 1000),
        ] {
            assert!(!is_signed(secret, header, body, now), "{what}");
        }
    }

    #[test]
    fn sessions_say_what_became_of_the_money() {
        let of = |status: &str, paid: &str, intent: &str| {
            seen(&json!({
                "status": status, "payment_status": paid, "amount_total": 1250, "currency": "eur",
                "url": null, "payment_intent": { "status": intent, "latest_charge": { "disputed": false } },
            }))
            .money
        };
        assert_eq!(of("open", "unpaid", ""), Money::Asked);
        assert_eq!(
            of("complete", "paid", "succeeded"),
            Money::There(1250, "EUR".into())
        );
        assert_eq!(of("complete", "unpaid", "processing"), Money::Processing);
        assert_eq!(
            of("complete", "unpaid", "requires_payment_method"),
            Money::Refused
        );
        assert_eq!(of("expired", "unpaid", ""), Money::Expired);
        // What it will say one day is waited for, and never taken for money.
        assert_eq!(of("something", "else", "new"), Money::Asked);
    }
}
