//! What was done to an order, as sentences.

use crate::{
    base::money::PriceFormat,
    order::{
        status::{FulfillmentStatus, named},
        timeline::{self, Event},
    },
    pricing::payment::PaymentStatus,
};
use serde_json::Value;

/// What was done to an order, as a sentence.
pub fn sentence(event: &Event, prices: &PriceFormat) -> String {
    let (who, after) = (&event.who, &event.after);
    let text = |key: &str| after[key].as_str().unwrap_or_default().to_owned();
    let list = |title: &str, what: String| match what.as_str() {
        "" => String::new(),
        what => format!("{title}{what}"),
    };
    match event.verb.as_str() {
        timeline::PLACE => format!("Placed by {who}."),
        timeline::PAY => match after["payment"].as_str() {
            Some("PAID") => "Paid online.".to_owned(),
            Some("HELD") => "Money came online that does not fit the order.".to_owned(),
            Some("DISPUTED") => "The customer's bank asks for the money back.".to_owned(),
            Some("UNDISPUTED") => {
                "The customer's bank does not ask for the money back any more.".to_owned()
            }
            Some("ACCEPTED") => format!("{who} accepted the money."),
            Some("RETURNED") => format!("{who} had the money go back."),
            _ => "The payment online failed.".to_owned(),
        },
        timeline::WITHDRAW => "The shopper withdrew.".to_owned(),
        timeline::SEND => format!(
            "Parcel sent by {who}: {}{}.",
            text("items"),
            list(" · ", text("tracking"))
        ),
        timeline::UNSEND => format!("Parcel taken back by {who}: {}.", text("items")),
        timeline::DELIVER => format!("Parcel marked as delivered by {who}: {}.", text("items")),
        timeline::CANCEL => format!(
            "Cancelled by {who}.{}",
            list(" Back in stock: ", text("restocked"))
        ),
        timeline::TAKE_BACK => format!(
            "Taken back by {who}.{}",
            list(" Back in stock: ", text("restocked"))
        ),
        timeline::REFUND => refunded(who, after, prices),
        timeline::CORRECT => format!("Corrected by {who}: {}.", text("corrected")),
        timeline::ANSWER => match after["withdrawal"] == "ACCEPTED" {
            true => format!("Withdrawal accepted by {who}."),
            false => format!("Withdrawal refused by {who}."),
        },
        timeline::WRITE => format!("Written to the customer by {who}."),
        timeline::RESEND => format!("An e-mail was sent once more by {who}."),
        timeline::NOTE => format!("Note by {who}."),
        timeline::NOTE_CHANGE => format!("Note changed by {who}."),
        timeline::NOTE_REMOVE => format!("Note deleted by {who}."),
        timeline::CHANGE => changed(who, after),
        // One that a later version knows.
        other => format!("{other} by {who}."),
    }
}

fn refunded(who: &str, after: &Value, prices: &PriceFormat) -> String {
    let amount = prices.minor(after["amount"].as_i64().unwrap_or_default());
    let mut said = format!("{amount} refunded by {who}.");
    for (key, title) in [
        ("items", "For"),
        ("restocked", "Back in stock:"),
        ("credit_note", "Credit note"),
    ] {
        if let Some(text) = after[key].as_str().filter(|text| !text.is_empty()) {
            said.push_str(&format!(" {title} {text}."));
        }
    }
    said
}

/// Statuses that were set.
fn changed(who: &str, after: &Value) -> String {
    let mut parts = Vec::new();
    if let Some(status) = after["payment"].as_str().and_then(named::<PaymentStatus>) {
        let said = super::super::orders::labels::payment(status);
        parts.push(format!("Marked as “{said}”"));
    }
    let fulfillment = after["fulfillment"].as_str();
    if let Some(status) = fulfillment.and_then(named::<FulfillmentStatus>) {
        let said = super::super::orders::labels::fulfillment(status);
        parts.push(format!("Marked as “{said}”"));
    }
    match after["tracking"].as_str() {
        Some("") => parts.push("Tracking number removed".to_owned()),
        Some(number) => parts.push(format!("Parcel {number}")),
        None => {}
    }
    if after["restocked"] == "yes" {
        parts.push("Back in stock".to_owned());
    }
    match parts.is_empty() {
        true => format!("Changed by {who}."),
        false => format!("{} by {who}.", parts.join(", ")),
    }
}
