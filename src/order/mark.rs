//! What the back office does with one click: an order is paid, or its parcel is on its way.

pub use super::status_machine::NotDone;
use super::{
    change_status::{Change, Refusal, StatusChange, change_order},
    entity::order,
    status::FulfillmentStatus,
    status_machine::{State, Step},
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

impl From<Refusal> for NotDone {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Waits => Self::Waits,
            Refusal::GivenBack => Self::GivenBack,
        }
    }
}

/// Where an order stands.
pub type OrderStatus = (PaymentStatus, FulfillmentStatus);

impl Mark {
    /// How `order` would change.
    pub fn change(&self, order: &order::Model) -> Result<Change, NotDone> {
        let state = state(order);
        let (step, change) = match self {
            Self::Paid => {
                let paid = Change {
                    payment: Some(PaymentStatus::Paid),
                    ..Change::default()
                };
                (Step::Pay, paid)
            }
            Self::Shipped(tracking) => {
                let shipped = Change {
                    fulfillment: Some(state.on_its_way()),
                    tracking: tracking.is_known().then(|| tracking.clone()),
                    ..Change::default()
                };
                (Step::Send, shipped)
            }
        };
        state.refusal(step).map_or(Ok(change), Err)
    }
}

/// Where `order` stands, as far as that is known without its parcels: of what is not wholly sent, something is left.
fn state(order: &order::Model) -> State {
    State {
        payment: order.payment_status,
        fulfillment: order.fulfillment_status,
        is_delivered: order.is_delivered,
        is_pickup: store::document(order).is_ok_and(|it| it.is_pickup),
        sent: 0,
        left: 1,
        refundable: 0,
        withdrawal: None,
    }
}

/// Marks the order `number` for `actor`, if it stands where they `saw` it, and tells the shopper if `mail` says so. Of two who do
/// so at once, the second is told that it is done.
pub async fn mark(
    (db, config): (&Db, &Config),
    number: &str,
    mark: &Mark,
    (saw, mail): (Option<OrderStatus>, bool),
    actor: &Actor,
) -> Result<Result<StatusChange, NotDone>, AppError> {
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
