//! What became of an order, kept in the log of the shop under its number: the log filtered by that is its timeline.
//!
//! Rows hold numbers and statuses, and nothing by which a shopper could be known: the log is never shortened.

use super::{entity::order, status::name};
use crate::{
    base::error::AppError,
    platform::audit::{self, Actor, Entry},
};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};

/// It was placed, by a shopper or by a subscription.
pub const PLACE: &str = "order.place";
/// Its payment online ended.
pub const PAY: &str = "order.pay";
/// Somebody changed where it stands, or what is known of its parcel.
pub const CHANGE: &str = "order.change";
/// The shopper withdrew.
pub const WITHDRAW: &str = "order.withdraw";

/// Keeps that `order` was placed by `actor`.
pub async fn placed(
    tx: &impl ConnectionTrait,
    actor: &Actor,
    order: &order::Model,
) -> Result<(), AppError> {
    let after = json!({ "payment": name(order.payment_status), "total": order.total });
    let entry = Entry {
        after: Some(&after),
        ..Entry::of(PLACE, &order.public_id)
    };
    audit::record(tx, actor, entry, order.placed_at).await
}

/// Keeps how the payment online of `order` ended.
pub async fn payment_ended(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    is_paid: bool,
    now: i64,
) -> Result<(), AppError> {
    let after = json!({ "payment": if is_paid { "PAID" } else { "FAILED" } });
    let entry = Entry {
        after: Some(&after),
        ..Entry::of(PAY, &order.public_id)
    };
    audit::record(tx, &Actor::shopper(), entry, now).await
}

/// Keeps that the shopper withdrew from `order`.
pub async fn withdrawn(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    now: i64,
) -> Result<(), AppError> {
    let entry = Entry::of(WITHDRAW, &order.public_id);
    audit::record(tx, &Actor::shopper(), entry, now).await
}

/// Keeps that `actor` changed `order`: how that was, and how it is.
pub async fn changed(
    tx: &impl ConnectionTrait,
    actor: &Actor,
    order: &order::Model,
    (before, after): (&Value, &Value),
    now: i64,
) -> Result<(), AppError> {
    let entry = Entry {
        before: Some(before),
        after: Some(after),
        ..Entry::of(CHANGE, &order.public_id)
    };
    audit::record(tx, actor, entry, now).await
}
