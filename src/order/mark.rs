//! What the back office does with one click: an order is paid, or its parcel is on its way.

use super::{
    change_status::{Change, Changed, Refusal, change_order},
    entity::order,
    status::FulfillmentStatus,
    store,
    tracking::Tracking,
};
use crate::{
    base::{date, error::AppError},
    platform::{audit::Actor, config::Config, db::Db},
    pricing::payment::PaymentStatus,
};

/// What is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The money is there.
    Paid,
    /// It is on its way, or can be fetched.
    Shipped(Tracking),
}

/// Why an order stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// There is no such order.
    Gone,
    /// It stands elsewhere than whoever asked for it saw.
    Changed,
    /// It is so already.
    Already,
    /// It is cancelled, refunded, or came back.
    Cancelled,
    /// It costs nothing.
    NothingToPay,
    /// There is nothing to send or to fetch.
    NothingToSend,
    /// Its payment online is waited for.
    Waits,
    /// Its payment online failed, and what was ordered is back in stock.
    GivenBack,
}

impl From<Refusal> for NotDone {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Waits => Self::Waits,
            Refusal::GivenBack => Self::GivenBack,
        }
    }
}

/// Where an order stands.
pub type Standing = (PaymentStatus, FulfillmentStatus);

impl Mark {
    /// How `order` would change.
    pub fn change(&self, order: &order::Model) -> Result<Change, NotDone> {
        use FulfillmentStatus::{Delivered, ReadyForPickup, Returned, Shipped, WillNotDeliver};
        use PaymentStatus::{
            Cancelled, Incomplete, NotRequired, Paid, PartiallyRefunded, Refunded,
        };
        let is_off = matches!(order.payment_status, Cancelled | Refunded);
        match self {
            Self::Paid => match order.payment_status {
                Paid | PartiallyRefunded => Err(NotDone::Already),
                NotRequired => Err(NotDone::NothingToPay),
                _ if is_off => Err(NotDone::Cancelled),
                _ => Ok(Change {
                    payment: Some(Paid),
                    ..Change::default()
                }),
            },
            Self::Shipped(tracking) => match order.fulfillment_status {
                Shipped | Delivered | ReadyForPickup => Err(NotDone::Already),
                WillNotDeliver | Returned => Err(NotDone::Cancelled),
                _ if is_off => Err(NotDone::Cancelled),
                _ if order.payment_status == Incomplete => Err(NotDone::Waits),
                _ if !order.is_delivered => Err(NotDone::NothingToSend),
                _ => Ok(Change {
                    fulfillment: Some(on_its_way(order)),
                    tracking: tracking.is_known().then(|| tracking.clone()),
                    ..Change::default()
                }),
            },
        }
    }
}

/// What is sent is shipped; what the shopper fetches waits for them.
fn on_its_way(order: &order::Model) -> FulfillmentStatus {
    let is_pickup = store::document(order).is_ok_and(|it| it.is_pickup);
    match is_pickup {
        true => FulfillmentStatus::ReadyForPickup,
        false => FulfillmentStatus::Shipped,
    }
}

/// Marks the order `number` for `actor`, if it stands where they `saw` it, and tells the shopper if `mail` says so. Of two who do
/// so at once, the second is told that it is done.
pub async fn mark(
    (db, config): (&Db, &Config),
    number: &str,
    mark: &Mark,
    (saw, mail): (Option<Standing>, bool),
    actor: &Actor,
) -> Result<Result<Changed, NotDone>, AppError> {
    let decide = |order: &order::Model| {
        let change = mark.change(order)?;
        let stands = (order.payment_status, order.fulfillment_status);
        if saw.is_some_and(|saw| saw != stands) {
            return Err(NotDone::Changed);
        }
        Ok(Change { mail, ..change })
    };
    let changed = change_order(db, config, number, decide, (actor, date::now())).await?;
    Ok(changed.unwrap_or(Err(NotDone::Gone)))
}
