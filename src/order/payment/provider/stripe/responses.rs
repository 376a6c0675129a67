//! What Stripe's answers mean.

use super::super::{ListedPayment, PaymentReport, ProviderRefund, RefundProgress, SavedMethod};
use crate::order::payment::state::Money;
use serde_json::Value;

pub(super) fn returned(refund: &Value) -> ProviderRefund {
    let why = refund["failure_reason"]
        .as_str()
        .unwrap_or("the bank refused it");
    ProviderRefund {
        reference: refund["id"].as_str().unwrap_or_default().to_owned(),
        state: match refund["status"].as_str() {
            Some("succeeded") => RefundProgress::Done,
            Some("failed" | "canceled") => RefundProgress::Failed(why.to_owned()),
            _ => RefundProgress::Pending,
        },
    }
}

pub(super) fn seen(session: &Value) -> PaymentReport {
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
    PaymentReport {
        money,
        go_to: session["url"].as_str().map(str::to_owned),
        disputed: intent["latest_charge"]["disputed"] == true,
        secondary_reference: intent["id"].as_str().unwrap_or_default().to_owned(),
        saved: saved(intent),
    }
}

/// How a payment stands that nobody was asked for: one that wants an answer gets none.
pub(super) fn charged(intent: &Value) -> PaymentReport {
    let (amount, currency) = received(intent);
    let money = match intent["status"].as_str() {
        Some("succeeded") => Money::There(amount, currency),
        Some("processing") => Money::Processing,
        Some("canceled") => Money::CalledOff,
        _ => Money::Refused,
    };
    PaymentReport {
        money,
        go_to: None,
        disputed: intent["latest_charge"]["disputed"] == true,
        secondary_reference: String::new(),
        saved: saved(intent),
    }
}

/// A payment as a list of them has it.
pub(super) fn listed(intent: &Value) -> ListedPayment {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    ListedPayment {
        reference: text(&intent["id"]),
        key: text(&intent["metadata"]["awning"]),
        shop: text(&intent["metadata"]["awning_shop"]),
        paid: (intent["status"] == "succeeded").then(|| received(intent)),
    }
}

/// How much of it is there, in minor units of what currency.
fn received(intent: &Value) -> (i64, String) {
    let amount = intent["amount_received"].as_i64().unwrap_or_default();
    let currency = intent["currency"].as_str().unwrap_or_default();
    (amount, currency.to_uppercase())
}

fn saved(intent: &Value) -> Option<SavedMethod> {
    let text = |name: &str| intent[name].as_str().filter(|it| !it.is_empty());
    let is_kept = intent["setup_future_usage"] == "off_session";
    let (customer, method) = (text("customer")?, text("payment_method")?);
    is_kept.then(|| SavedMethod {
        customer: customer.to_owned(),
        method: method.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

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

    #[test]
    fn what_is_charged_is_refused_where_somebody_would_have_to_answer() {
        let of = |status: &str| {
            charged(&json!({ "status": status, "amount_received": 1250, "currency": "eur" })).money
        };
        assert_eq!(of("succeeded"), Money::There(1250, "EUR".into()));
        assert_eq!(of("processing"), Money::Processing);
        assert_eq!(of("canceled"), Money::CalledOff);
        for asks in ["requires_action", "requires_payment_method", "new"] {
            assert_eq!(of(asks), Money::Refused, "{asks}");
        }
    }

    #[test]
    fn a_card_is_saved_only_where_that_was_asked_for() {
        let intent = |usage: &str| json!({ "customer": "cus_1", "payment_method": "pm_1", "setup_future_usage": usage });
        let card = SavedMethod {
            customer: "cus_1".into(),
            method: "pm_1".into(),
        };
        assert_eq!(saved(&intent("off_session")), Some(card));
        assert_eq!(saved(&intent("")), None);
        assert_eq!(saved(&json!({ "setup_future_usage": "off_session" })), None);
    }
}
