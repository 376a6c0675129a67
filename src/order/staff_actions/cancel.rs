//! Calling an order off, or what is not sent yet of it.

use super::{
    super::{
        change_status::{Change, change_status},
        full_order::FullOrder,
        restock,
        status::{FulfillmentStatus, WithdrawalState},
        status_machine::{OrderActionError, Step},
        store, timeline,
    },
    ActionSource,
    refund::{self, Refunding},
    told,
};
use crate::{
    base::error::AppError,
    catalog::store::stock::{Cause, Kind},
    platform::config::Config,
    pricing::payment::PaymentStatus,
};
use sea_orm::DatabaseTransaction;
use serde_json::json;

/// How an order is called off.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cancelling {
    /// Whether what was not sent goes back into stock.
    pub restock: bool,
    /// Whether what was paid goes back.
    pub refund: bool,
    /// Whether the shopper is told.
    pub mail: bool,
}

/// Calls the order off. What is unpaid is cancelled, what waits is not sent; what was paid goes back, if that is asked for.
pub async fn cancel(
    tx: &DatabaseTransaction,
    config: &Config,
    whole: &FullOrder,
    cancelling: &Cancelling,
    by: ActionSource<'_>,
) -> Result<Result<(), OrderActionError>, AppError> {
    let (order, state) = (&whole.order, whole.state());
    if let Some(refusal) = state.refusal(Step::Cancel) {
        return Ok(Err(refusal));
    }
    let is_unpaid = state.payment_after_cancel() != order.payment_status;
    let fulfillment = state.fulfillment_without_rest(whole.has_arrived());
    let is_given_up =
        fulfillment == FulfillmentStatus::WillNotDeliver && fulfillment != order.fulfillment_status;
    let refunds = cancelling.refund && state.can(Step::Refund);
    let change = Change {
        payment: is_unpaid.then_some(PaymentStatus::Cancelled),
        fulfillment: is_given_up.then_some(fulfillment),
        // A refund says more.
        mail: cancelling.mail && !refunds,
        ..Change::default()
    };
    let changed = change_status(tx, order, &change, config, by.actor, by.now).await?;
    if let Err(refusal) = changed {
        return Ok(Err(refusal.into()));
    }
    if !is_given_up && fulfillment != order.fulfillment_status {
        // What was sent is all of it.
        store::set_status(tx, order.id, None, Some(fulfillment)).await?;
        store::note_time(tx, order.id, store::OrderMilestone::Shipped, by.now).await?;
    }
    // What was paid online and failed gave its things back already.
    let order = store::by_id(tx, order.id).await?;
    let mut document = store::document(&order.ok_or(AppError::Internal)?)?;
    let unsent = whole.restockable_unsent();
    let back = match cancelling.restock {
        true => {
            let cause = Cause::with_order(Kind::Restocked, &whole.order.public_id, by.actor);
            restock::put_back(tx, whole.order.id, &mut document, &unsent, &cause).await?
        }
        false => Vec::new(),
    };
    if refunds && state.sent == 0 {
        store::return_coupon(tx, whole.order.id, &mut document).await?;
    }
    if whole.order.withdrawn_at.is_some() && state.sent == 0 {
        // Nothing comes back, and nothing else is to be said.
        store::set_withdrawal(tx, whole.order.id, WithdrawalState::Settled).await?;
    }
    let told = json!({ "restocked": told(whole, &back) });
    timeline::did(
        tx,
        by.actor,
        timeline::CANCEL,
        &whole.order.public_id,
        Some(&told),
        by.now,
    )
    .await?;
    if !refunds {
        return Ok(Ok(()));
    }
    let all = Refunding {
        amount: state.refundable,
        mail: cancelling.mail,
        ..Refunding::default()
    };
    refund::give(tx, config, whole, &mut document, &all, by).await?;
    Ok(Ok(()))
}
