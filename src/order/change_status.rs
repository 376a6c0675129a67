//! Changing where an order stands, and everything that follows from it, in one transaction.

use super::{
    emails,
    entity::order,
    paid::{self, Enclosed},
    payment::{Outcome, last_known, note_end},
    status::{FulfillmentStatus, fulfillment_text, payment_text},
    store::{self, Time},
};
use crate::{
    account::limits::Limit,
    base::error::AppError,
    platform::{
        config::Config,
        mail::{Posting, enqueue},
    },
    pricing::payment::PaymentStatus,
};
use sea_orm::DatabaseTransaction;

/// What is to change.
#[derive(Clone, Copy, Debug, Default)]
pub struct Change {
    /// The payment's status.
    pub payment: Option<PaymentStatus>,
    /// The fulfilment's status.
    pub fulfillment: Option<FulfillmentStatus>,
    /// Whether the shopper is told of the statuses.
    pub mail: bool,
    /// Whether what was ordered goes back into stock.
    pub restock: bool,
}

/// What was changed.
#[derive(Clone, Debug, Default)]
pub struct Changed {
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

/// Changes `order` as `change` says: a payment forgives the limit of its e-mail address and ends one
/// that was waited for, a cancellation gives the coupon's use back.
pub async fn change_status(
    tx: &DatabaseTransaction,
    order: &order::Model,
    change: Change,
    config: &Config,
    now: i64,
) -> Result<Result<Changed, Refusal>, AppError> {
    if let Some(refusal) = refusal(tx, order, change).await? {
        return Ok(Err(refusal));
    }
    let mut document = store::document(order)?;
    let ends = match change
        .payment
        .filter(|_| order.payment_status == PaymentStatus::Incomplete)
    {
        Some(PaymentStatus::Paid) => Outcome::Paid,
        Some(PaymentStatus::Cancelled) => Outcome::Failed,
        _ => Outcome::Waiting,
    };
    let from = (config.origin(), now);
    let was_online = note_end(tx, config, order, &mut document, ends, (&from.0, from.1)).await?;
    let s = config.language(document.language).checkout_texts();
    let payment = change.payment.and_then(|it| payment_text(it, s));
    let fulfillment = change.fulfillment.map(|it| fulfillment_text(it, s));
    let mut changed = Changed {
        statuses: payment.into_iter().chain(fulfillment).collect(),
        ..Changed::default()
    };
    let is_paid = change.payment == Some(PaymentStatus::Paid) && !was_online;
    let enclosed = match is_paid && store::note_time(tx, order.id, Time::Paid, now).await? {
        true => {
            let paid = order::Model {
                payment_status: PaymentStatus::Paid,
                paid_at: Some(now),
                ..order.clone()
            };
            paid::enclosed(tx, config, &paid, &document, (&from.0, now)).await?
        }
        false => Enclosed::default(),
    };
    // Who paid for files gets them, whatever else is told.
    if change.mail || enclosed.has_files {
        let said = changed.statuses.join(", ");
        let news = emails::status(order, &document, config, &said, &enclosed.text)?;
        enqueue(tx, Posting::to(&order.email, now).about(order.id), news).await?;
    }
    if !changed.statuses.is_empty() {
        store::set_status(tx, order.id, change.payment, change.fulfillment).await?;
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
    if let Some(FulfillmentStatus::Shipped | FulfillmentStatus::ReadyForPickup) = change.fulfillment
    {
        store::note_time(tx, order.id, Time::Shipped, now).await?;
    }
    if change.restock {
        changed.restocked = Some(store::restock(tx, order.id, &mut document).await?);
    }
    Ok(Ok(changed))
}

/// Why `change` cannot be, if the order is one that waits for its payment, or waited in vain.
async fn refusal(
    tx: &DatabaseTransaction,
    order: &order::Model,
    change: Change,
) -> Result<Option<Refusal>, AppError> {
    let wanted = change
        .payment
        .filter(|it| *it != PaymentStatus::Cancelled)
        .filter(|_| order.payment_status == PaymentStatus::Incomplete);
    let Some(wanted) = wanted else {
        return Ok(None);
    };
    Ok(match last_known(tx, order).await? {
        Some(Outcome::Failed) => Some(Refusal::GivenBack),
        Some(Outcome::Waiting) if wanted != PaymentStatus::Paid => Some(Refusal::Waits),
        _ => None,
    })
}
