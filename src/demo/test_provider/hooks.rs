//! Their messages to the shop, as the real ones send them.

use super::{Books, Payment, STRIPE_HOOK_KEY, State, faults::Delivery, named};
use crate::base::date;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;
use std::time::Duration;

/// Seconds until a message is sent again that was not taken, the first time; then twice as many. The real ones go on for days.
const AGAIN: u64 = 1;
/// Most times that a message is sent.
const TRIES: u32 = 8;

/// A message on its way.
#[derive(Clone)]
struct Message {
    url: String,
    headers: Vec<(&'static str, String)>,
    body: String,
}

/// Tells the shop of `payment`, as often as the faults want it. What it does not take is sent again later.
pub async fn send(books: &Books, payment: &Payment) {
    if payment.hook.is_empty() {
        return;
    }
    let times = match books.faults.of_this_message() {
        Delivery::Lost => 0,
        Delivery::Once => 1,
        Delivery::Twice => 2,
    };
    let message = match payment.id.starts_with("tr_") {
        true => of_mollie(payment),
        false => of_stripe(payment),
    };
    for _ in 0..times {
        if !is_taken(message.clone()).await {
            tokio::spawn(send_again(message.clone()));
        }
    }
}

async fn send_again(message: Message) {
    for tried in 0..TRIES - 1 {
        // Not all at once, which may be why it was not taken.
        let millis = (AGAIN << tried) * 1_000 + u64::from(getrandom::u32().unwrap_or(0) % 1_000);
        tokio::time::sleep(Duration::from_millis(millis)).await;
        if is_taken(message.clone()).await {
            return;
        }
    }
}

/// Sends `message`; whether the shop says that it has it.
async fn is_taken(message: Message) -> bool {
    let sent = tokio::task::spawn_blocking(move || {
        let mut request = ureq::post(&message.url);
        for (name, value) in &message.headers {
            request = request.header(*name, value);
        }
        request.send(&message.body)
    });
    match sent.await {
        Ok(Ok(_)) => true,
        Ok(Err(error)) => {
            tracing::debug!(%error, "the shop was not told of a test payment");
            false
        }
        Err(_) => false,
    }
}

fn of_mollie(payment: &Payment) -> Message {
    let form = "application/x-www-form-urlencoded".to_owned();
    Message {
        url: payment.hook.clone(),
        headers: vec![("content-type", form)],
        body: format!("id={}", payment.id),
    }
}

fn of_stripe(payment: &Payment) -> Message {
    if payment.disputed {
        let intent = super::stripe_intents::name(payment);
        let dispute = json!({ "object": "dispute", "payment_intent": intent });
        return signed(payment, "charge.dispute.created", &dispute);
    }
    if payment.id.starts_with("pi_") {
        let intent = super::stripe_intents::shown(payment);
        return signed(payment, "payment_intent.succeeded", &intent);
    }
    let kind = match payment.state {
        State::Expired | State::CalledOff => "checkout.session.expired",
        State::Failed => "checkout.session.async_payment_failed",
        _ => "checkout.session.completed",
    };
    signed(payment, kind, &super::stripe::session(payment, None))
}

fn signed(payment: &Payment, kind: &str, about: &serde_json::Value) -> Message {
    let body = json!({
        "id": named("evt_"), "object": "event", "type": kind, "data": { "object": about },
    });
    let (body, now) = (body.to_string(), date::now());
    let mut mac =
        Hmac::<Sha256>::new_from_slice(STRIPE_HOOK_KEY.as_bytes()).expect("keys of every length");
    mac.update(format!("{now}.{body}").as_bytes());
    let signature = data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes());
    Message {
        url: payment.hook.clone(),
        headers: vec![
            ("content-type", "application/json".to_owned()),
            ("stripe-signature", format!("t={now},v1={signature}")),
        ],
        body,
    }
}
