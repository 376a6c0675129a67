//! Changing where an order stands, and everything that follows from it, in one transaction.

use super::{
    emails,
    entity::order,
    paid::{self, Enclosed},
    parcels,
    payment::{PaymentOutcome, last_known, note_end},
    restock, staff_actions,
    status::{FulfillmentStatus, fulfillment_text, name, payment_text},
    store::{self, OrderMilestone},
    timeline,
    tracking::Tracking,
};
use crate::{
    account::limits::Limit,
    base::error::AppError,
    catalog::store::stock::{Cause, Kind},
    platform::{
        audit::{self, Actor},
        config::Config,
        db::{Db, retried},
        mail::{Posting, enqueue},
    },
    pricing::payment::PaymentStatus,
};
use sea_orm::DatabaseTransaction;
use serde_json::{Map, Value, json};

/// What is to change.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// The payment's status.
    pub payment: Option<PaymentStatus>,
    /// The fulfilment's status.
    pub fulfillment: Option<FulfillmentStatus>,
    /// Whether the shopper is told of the statuses.
    pub mail: bool,
    /// Whether what was ordered goes back into stock.
    pub restock: bool,
    /// What its parcel is known by from now on.
    pub tracking: Option<Tracking>,
}

/// What was changed.
#[derive(Clone, Debug, Default)]
pub struct StatusChange {
    /// The new statuses, in the shopper's language.
    pub statuses: Vec<&'static str>,
    /// Whether the use of its coupon was given back.
    pub coupon_returned: bool,
    /// Whether it was restocked, if that was asked for: it happens once.
    pub restocked: Option<bool>,
}

/// Why an order stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Its payment is waited for, whose end decides where it goes.
    Waits,
    /// Its payment failed, and others may have by now what was ordered.
    GivenBack,
}

/// Applies `change` to `order`, with its consequences, or returns why it is refused.
///
/// Marking it as paid ends an open online payment and frees a place in the limit of unpaid orders; cancelling it returns the
/// coupon's use.
pub async fn change_status(
    tx: &DatabaseTransaction,
    order: &order::Model,
    change: &Change,
    config: &Config,
    actor: &Actor,
    now: i64,
) -> Result<Result<StatusChange, Refusal>, AppError> {
    if let Some(refusal) = refusal(tx, order, change).await? {
        return Ok(Err(refusal));
    }
    let mut document = store::document(order)?;
    // Whoever is asked for the money of an order is asked no more once it is paid another way, or called off.
    let waits = matches!(
        order.payment_status,
        PaymentStatus::Incomplete | PaymentStatus::AwaitingPayment
    );
    let ends = match change.payment.filter(|_| waits) {
        Some(PaymentStatus::Paid) => PaymentOutcome::Paid,
        Some(PaymentStatus::Cancelled) => PaymentOutcome::Failed,
        _ => PaymentOutcome::Waiting,
    };
    let origin = config.origin();
    let was_online = note_end(tx, config, order, &mut document, ends, &origin, now).await?;
    let s = config.language(document.language).checkout_texts();
    let payment = change.payment.and_then(|it| payment_text(it, s));
    let fulfillment = change.fulfillment.map(|it| fulfillment_text(it, s));
    let mut changed = StatusChange {
        statuses: payment.into_iter().chain(fulfillment).collect(),
        ..StatusChange::default()
    };
    let is_paid = change.payment == Some(PaymentStatus::Paid) && !was_online;
    let enclosed =
        match is_paid && store::note_time(tx, order.id, OrderMilestone::Paid, now).await? {
            true => {
                let paid = order::Model {
                    payment_status: PaymentStatus::Paid,
                    paid_at: Some(now),
                    ..order.clone()
                };
                paid::enclosed(tx, config, &paid, &document, &origin, now).await?
            }
            false => Enclosed::default(),
        };
    // Who paid for files gets them, whatever else is told.
    if change.mail || enclosed.has_files {
        let said = changed.statuses.join(", ");
        let parcel = change.tracking.as_ref().filter(|it| it.is_known());
        let parcel = parcel.map(|it| emails::parcel(it, s)).unwrap_or_default();
        let besides = [parcel.as_str(), &enclosed.text];
        let news = emails::status(order, &document, config, &said, &besides)?;
        enqueue(tx, Posting::to(&order.email, now).about(order.id), news).await?;
    }
    if !changed.statuses.is_empty() {
        store::set_status(tx, order.id, change.payment, change.fulfillment).await?;
    }
    if let Some(tracking) = &change.tracking {
        store::set_tracking(tx, order.id, tracking).await?;
    }
    match change.payment {
        Some(PaymentStatus::Paid) if is_paid => {
            Limit::orders_of(&order.email, config).forgive(tx).await?;
        }
        Some(PaymentStatus::Cancelled) => {
            changed.coupon_returned = store::return_coupon(tx, order.id, &mut document).await?;
        }
        _ => {}
    }
    match change.fulfillment {
        Some(FulfillmentStatus::Shipped | FulfillmentStatus::ReadyForPickup) => {
            staff_actions::send::note_rest(tx, order, &document, change.tracking.as_ref(), now)
                .await?;
            store::note_time(tx, order.id, OrderMilestone::Shipped, now).await?;
        }
        Some(FulfillmentStatus::AwaitingProcessing) => {
            parcels::remove_all(tx, order.id).await?;
        }
        Some(FulfillmentStatus::Delivered) => {
            parcels::note_delivered(tx, order.id, None, now).await?;
        }
        _ => {}
    }
    if change.payment == Some(PaymentStatus::Refunded) {
        staff_actions::refund::note_rest(tx, config, order, &document, now).await?;
    }
    if change.restock {
        let cause = Cause::with_order(Kind::Restocked, &order.public_id, actor);
        changed.restocked = Some(restock::all(tx, order.id, &mut document, &cause).await?);
    }
    note(tx, order, change, &changed, actor, now).await?;
    Ok(Ok(changed))
}

/// Changes the order `number` in its own transaction, as `decide` says once the order is locked; `None` if there is no such order.
pub async fn change_order<E: From<Refusal>>(
    db: &Db,
    config: &Config,
    number: &str,
    decide: impl Fn(&order::Model) -> Result<Change, E>,
    actor: &Actor,
    now: i64,
) -> Result<Option<Result<StatusChange, E>>, AppError> {
    let attempt = || async {
        let tx = db.begin().await?;
        let Some(order) = store::to_change(&tx, number).await? else {
            return Ok(None);
        };
        let change = match decide(&order) {
            Ok(change) => change,
            Err(refused) => return Ok(Some(Err(refused))),
        };
        let changed = change_status(&tx, &order, &change, config, actor, now).await?;
        if changed.is_ok() {
            tx.commit().await?;
            let payment = change.payment.map(name);
            let fulfillment = change.fulfillment.map(name);
            audit::status_changed(number, payment.as_deref(), fulfillment.as_deref());
        }
        Ok(Some(changed.map_err(E::from)))
    };
    retried(attempt).await
}

/// Logs what the change altered, if anything.
async fn note(
    tx: &DatabaseTransaction,
    order: &order::Model,
    change: &Change,
    changed: &StatusChange,
    actor: &Actor,
    now: i64,
) -> Result<(), AppError> {
    let (mut before, mut after) = (Map::new(), Map::new());
    let mut noted = |key: &str, was: String, is: Option<String>| {
        if let Some(is) = is.filter(|is| *is != was) {
            before.insert(key.to_owned(), json!(was));
            after.insert(key.to_owned(), json!(is));
        }
    };
    let payment = name(order.payment_status);
    noted("payment", payment, change.payment.map(name));
    let fulfillment = name(order.fulfillment_status);
    noted("fulfillment", fulfillment, change.fulfillment.map(name));
    let tracking = change.tracking.as_ref().map(Tracking::text);
    noted("tracking", order.tracking().text(), tracking);
    if changed.restocked == Some(true) {
        noted("restocked", "no".to_owned(), Some("yes".to_owned()));
    }
    if after.is_empty() {
        return Ok(());
    }
    let (before, after) = (Value::Object(before), Value::Object(after));
    timeline::changed(tx, actor, order, &before, &after, now).await
}

/// Returns why `change` is refused, if the order's online payment is still open, or failed.
async fn refusal(
    tx: &DatabaseTransaction,
    order: &order::Model,
    change: &Change,
) -> Result<Option<Refusal>, AppError> {
    let wanted = change
        .payment
        .filter(|it| *it != PaymentStatus::Cancelled)
        .filter(|_| order.payment_status == PaymentStatus::Incomplete);
    let Some(wanted) = wanted else {
        return Ok(None);
    };
    Ok(match last_known(tx, order).await? {
        Some(PaymentOutcome::Failed) => Some(Refusal::GivenBack),
        Some(PaymentOutcome::Waiting) if wanted != PaymentStatus::Paid => Some(Refusal::Waits),
        _ => None,
    })
}
