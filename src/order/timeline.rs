//! What became of an order, kept in the log of the shop under its number: the log filtered by that is its timeline.
//!
//! Rows hold numbers and statuses, and nothing by which a shopper could be known: the log is never shortened.

use super::{entity::order, payment::PaymentOutcome, status::name};
use crate::{
    base::error::AppError,
    platform::{
        audit::{self, Actor, Entry},
        db::statement,
    },
};
use sea_orm::{ConnectionTrait, QueryResult};
use serde_json::{Value, json};

/// It was placed, by a shopper or by a subscription.
pub const PLACE: &str = "order.place";
/// Its payment online ended.
pub const PAY: &str = "order.pay";
/// Somebody changed where it stands, or what is known of its parcel.
pub const CHANGE: &str = "order.change";
/// The shopper withdrew.
pub const WITHDRAW: &str = "order.withdraw";

/// A parcel was sent.
pub const SEND: &str = "order.send";
/// A parcel was typed by mistake.
pub const UNSEND: &str = "order.unsend";
/// A parcel arrived.
pub const DELIVER: &str = "order.deliver";
/// It was called off, or what was not sent yet of it.
pub const CANCEL: &str = "order.cancel";
/// Money went back.
pub const REFUND: &str = "order.refund";
/// Things came back without money going back.
pub const TAKE_BACK: &str = "order.take-back";
/// Its e-mail address or its addresses were corrected.
pub const CORRECT: &str = "order.correct";
/// A withdrawal was answered.
pub const ANSWER: &str = "order.answer";
/// Somebody of the staff wrote to the shopper.
pub const WRITE: &str = "order.write";
/// An e-mail was sent once more.
pub const RESEND: &str = "order.resend";
/// Somebody of the staff made a note.
pub const NOTE: &str = "order.note";
/// They changed it.
pub const NOTE_CHANGE: &str = "order.note.change";
/// They took it away.
pub const NOTE_REMOVE: &str = "order.note.remove";

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
    outcome: PaymentOutcome,
    now: i64,
) -> Result<(), AppError> {
    let payment = match outcome {
        PaymentOutcome::Paid => "PAID",
        PaymentOutcome::Held => "HELD",
        PaymentOutcome::Failed | PaymentOutcome::Waiting => "FAILED",
    };
    let after = json!({ "payment": payment });
    let entry = Entry {
        after: Some(&after),
        ..Entry::of(PAY, &order.public_id)
    };
    audit::record(tx, &Actor::shopper(), entry, now).await
}

/// Keeps that the shopper's bank asks for the money of `order` back, or does so no more.
pub async fn disputed(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    disputed: bool,
    now: i64,
) -> Result<(), AppError> {
    let after = json!({ "payment": if disputed { "DISPUTED" } else { "UNDISPUTED" } });
    let entry = Entry {
        after: Some(&after),
        ..Entry::of(PAY, &order.public_id)
    };
    audit::record(tx, &Actor::shop(), entry, now).await
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
    before: &Value,
    after: &Value,
    now: i64,
) -> Result<(), AppError> {
    let entry = Entry {
        before: Some(before),
        after: Some(after),
        ..Entry::of(CHANGE, &order.public_id)
    };
    audit::record(tx, actor, entry, now).await
}

/// Keeps that `actor` did `verb` to the order `number`, of which `after` says more.
pub async fn did(
    tx: &impl ConnectionTrait,
    actor: &Actor,
    verb: &str,
    number: &str,
    after: Option<&Value>,
    now: i64,
) -> Result<(), AppError> {
    let entry = Entry {
        after,
        ..Entry::of(verb, number)
    };
    audit::record(tx, actor, entry, now).await
}

/// Something that was done to an order.
#[derive(Clone, Debug)]
pub struct Event {
    /// When.
    pub at: i64,
    /// Who did it.
    pub who: String,
    /// What, as in the constants above.
    pub verb: String,
    /// How it was.
    pub before: Value,
    /// How it is.
    pub after: Value,
}

/// What was done to the order `number`, at most `most` of it, the latest first.
pub async fn of(
    db: &impl ConnectionTrait,
    number: &str,
    most: i64,
) -> Result<Vec<Event>, AppError> {
    const ALL: &str = "SELECT at, who, verb, before, after FROM audit \
        WHERE target = $1 AND verb LIKE 'order.%' ORDER BY id DESC LIMIT $2";
    let rows = db.query_all_raw(statement(db, ALL, [number.into(), most.into()]));
    let json = |text: Option<String>| {
        let read = text.and_then(|text| serde_json::from_str(&text).ok());
        read.unwrap_or(Value::Null)
    };
    let event = |row: &QueryResult| {
        Ok(Event {
            at: row.try_get_by_index(0)?,
            who: row.try_get_by_index(1)?,
            verb: row.try_get_by_index(2)?,
            before: json(row.try_get_by_index(3)?),
            after: json(row.try_get_by_index(4)?),
        })
    };
    rows.await?.iter().map(event).collect()
}
