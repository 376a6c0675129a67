//! Money that is there for an order that was not placed by it: too late, or another amount. The merchant keeps it, and the order
//! is placed, or has it go back.

use super::{
    PaymentState,
    apply::{give_back, pay},
    entity::payment,
    late_money, placed, repayments,
};
use crate::{
    base::error::AppError,
    order::{OrderDocument, emails, entity::order, status::FulfillmentStatus, store, timeline},
    platform::{
        audit::Actor,
        config::Config,
        db::{Db, retried, statement},
        mail::{Posting, enqueue},
    },
    pricing::payment::PaymentStatus,
};
use sea_orm::{
    ActiveEnum, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder,
};
use serde_json::json;

/// The merchant's decision about held money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The order is placed, and what is not there any more is sold all the same.
    Accept,
    /// It goes back, and the shopper is told.
    GiveBack,
}

/// Carries out the merchant's `decision` about money held for the order `number`; `false` if none is held any more, or if it
/// cannot be accepted.
pub async fn decide(
    db: &Db,
    config: &Config,
    number: &str,
    decision: Decision,
    actor: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    retried(|| async {
        let tx = db.begin().await?;
        let Some(order) = store::to_change(&tx, number).await? else {
            return Ok(false);
        };
        let Some(payment) = held(&tx, order.id).await? else {
            return Ok(false);
        };
        if decision == Decision::Accept && !may_be_accepted(&order, &payment) {
            return Ok(false);
        }
        let mut document = store::document(&order)?;
        match decision {
            Decision::Accept => accept(&tx, config, &order, &mut document, &payment, now).await?,
            Decision::GiveBack => returned(&tx, config, &order, &mut document, &payment, now).await?,
        }
        let told = json!({ "payment": decision_name(decision), "amount": came(&payment), "currency": payment.currency });
        timeline::did(&tx, actor, timeline::PAY, &order.public_id, Some(&told), now).await?;
        tx.commit().await?;
        Ok(true)
    })
    .await
}

/// The payment of the order `id` that waits for a decision, the first of several.
async fn held(db: &impl ConnectionTrait, id: i64) -> Result<Option<payment::Model>, AppError> {
    let states = [PaymentState::PaidLate, PaymentState::Mismatch];
    let found = payment::Entity::find()
        .filter(payment::Column::OrderId.eq(id))
        .filter(payment::Column::State.is_in(states))
        .order_by_asc(payment::Column::Id);
    Ok(found.one(db).await?)
}

/// Returns `false` if `order` was placed before `payment` and has been paid another way, or cancelled, since.
pub fn may_be_accepted(order: &order::Model, payment: &payment::Model) -> bool {
    !payment.placed || order.payment_status == PaymentStatus::AwaitingPayment
}

fn decision_name(decision: Decision) -> &'static str {
    match decision {
        Decision::Accept => "ACCEPTED",
        Decision::GiveBack => "RETURNED",
    }
}

/// Returns the amount that came, in minor units.
pub fn came(payment: &payment::Model) -> i64 {
    match payment.seen_amount {
        0 => payment.amount,
        seen => seen,
    }
}

async fn accept(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &mut OrderDocument,
    payment: &payment::Model,
    now: i64,
) -> Result<(), AppError> {
    // Another amount may be late too. An order that was placed before holds what was ordered, whatever amount comes.
    if payment.state == PaymentState::PaidLate || !payment.placed {
        late_money::take_what_there_is(tx, config, order, document).await?;
    }
    set(tx, payment, PaymentState::Paid).await?;
    if payment.placed {
        return placed::paid(tx, config, order, document, payment, now).await;
    }
    let order = to_be_sent(tx, order).await?;
    pay(tx, config, &order, document, &payment.origin, now).await
}

/// Returns `order`, which may be sent again if it was cancelled.
async fn to_be_sent(
    tx: &DatabaseTransaction,
    order: &order::Model,
) -> Result<order::Model, AppError> {
    let mut order = order.clone();
    if order.fulfillment_status == FulfillmentStatus::WillNotDeliver {
        order.fulfillment_status = FulfillmentStatus::AwaitingProcessing;
        store::set_status(tx, order.id, None, Some(order.fulfillment_status)).await?;
    }
    Ok(order)
}

async fn returned(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &mut OrderDocument,
    payment: &payment::Model,
    now: i64,
) -> Result<(), AppError> {
    if payment.state == PaymentState::Mismatch && !payment.placed {
        give_back(tx, order, document, payment, now).await?;
    }
    set(tx, payment, PaymentState::Returned).await?;
    let amount = came(payment);
    repayments::ask(tx, payment, None, amount, now).await?;
    if order.email.is_empty() {
        return Ok(());
    }
    let email = emails::refund((order, document, config), amount, "")?;
    enqueue(tx, Posting::to(&order.email, now).about(order.id), email)
        .await
        .map(|_| ())
}

async fn set(
    tx: &DatabaseTransaction,
    payment: &payment::Model,
    state: PaymentState,
) -> Result<(), AppError> {
    const SET: &str = "UPDATE payments SET state = $1 WHERE id = $2";
    let values = [state.to_value().into(), payment.id.into()];
    tx.execute_raw(statement(tx, SET, values)).await?;
    Ok(())
}
