//! What the back office does with one click: an order is paid, or its parcel is on its way.

pub use super::status_machine::OrderActionError;
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

impl From<Refusal> for OrderActionError {
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
    /// Returns the change that the mark makes to `order`, or why it is not possible.
    pub fn change(&self, order: &order::Model) -> Result<Change, OrderActionError> {
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

/// Returns the state of `order` without reading its parcels: it assumes that something is left to send.
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

/// Applies `mark` to the order `number`, if its statuses still equal `saw`, and e-mails the shopper if `mail` is set.
///
/// Of two members of staff who do so at once, the second gets [`OrderActionError`].
pub async fn mark(
    db: &Db,
    config: &Config,
    number: &str,
    mark: &Mark,
    saw: Option<OrderStatus>,
    mail: bool,
    actor: &Actor,
) -> Result<Result<StatusChange, OrderActionError>, AppError> {
    let decide = |order: &order::Model| {
        let change = mark.change(order)?;
        let stands = (order.payment_status, order.fulfillment_status);
        if saw.is_some_and(|saw| saw != stands) {
            return Err(OrderActionError::Changed);
        }
        Ok(Change { mail, ..change })
    };
    let changed = change_order(db, config, number, decide, actor, date::now()).await?;
    Ok(changed.unwrap_or(Err(OrderActionError::Gone)))
}
