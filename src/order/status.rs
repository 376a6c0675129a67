//! Where an order stands.

use crate::{pricing::payment::PaymentStatus, text::checkout::CheckoutTexts};
use serde::{Deserialize, Serialize};

/// How far an order is on its way (`spec/js-api.md` 6.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "named as scripts know them")]
pub enum FulfillmentStatus {
    AwaitingProcessing,
    Processing,
    Shipped,
    Delivered,
    WillNotDeliver,
    Returned,
    ReadyForPickup,
}

/// A status by the name that scripts and the database know it by; `None` if there is none such.
pub fn named<T: for<'a> Deserialize<'a>>(name: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(name.to_owned())).ok()
}

/// Its name.
pub fn name<T: Serialize>(status: &T) -> String {
    let value = serde_json::to_value(status).unwrap_or_default();
    value.as_str().unwrap_or_default().to_owned()
}

/// What shoppers read of a fulfilment.
pub fn fulfillment_text(status: FulfillmentStatus, s: &CheckoutTexts) -> &'static str {
    match status {
        FulfillmentStatus::AwaitingProcessing => s.status_awaiting_processing,
        FulfillmentStatus::Processing => s.status_processing,
        FulfillmentStatus::Shipped => s.status_shipped,
        FulfillmentStatus::Delivered => s.status_delivered,
        FulfillmentStatus::WillNotDeliver => s.status_will_not_deliver,
        FulfillmentStatus::Returned => s.status_returned,
        FulfillmentStatus::ReadyForPickup => s.status_ready_for_pickup,
    }
}

/// What shoppers read of a payment.
pub fn payment_text(status: PaymentStatus, s: &CheckoutTexts) -> &'static str {
    match status {
        PaymentStatus::AwaitingPayment => s.status_awaiting_payment,
        PaymentStatus::Paid => s.status_paid,
        PaymentStatus::Cancelled => s.status_cancelled,
        PaymentStatus::Refunded => s.status_refunded,
        PaymentStatus::PartiallyRefunded => s.status_partially_refunded,
        PaymentStatus::Incomplete => s.status_incomplete,
    }
}
