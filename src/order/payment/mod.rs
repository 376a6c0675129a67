//! Payments online: the order is made first, then the money is asked for, and what counts is what
//! whoever takes it says when it is asked.
//!
//! The shopper's return, the merchant and, later, messages of a provider each only cause that question
//! (`settle`). The first answer that says how it ended changes everything in one transaction; whoever
//! comes later finds it done. An order that waits has its things off the stock; one that is not paid
//! gives them back, and the shopper has the cart again.

mod entity;
mod provider;

use super::{Document, confirm, entity::order, restock, store, timeline};
use crate::{
    account::limits::Limit,
    base::{date, error::AppError},
    cart::kept::Kept,
    catalog::store::stock::{Cause, Kind},
    platform::{
        audit::Actor,
        config::Config,
        db::{retried, statement},
        services::Services,
    },
    pricing::payment::PaymentStatus,
};
use entity::{PaymentState, payment};
use sea_orm::{
    ActiveEnum,
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    sea_query::Expr,
};

/// How a payment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody knows yet.
    Waiting,
    /// The money is there: the order is placed.
    Paid,
    /// There is none, and there will be none.
    Failed,
}

/// Forgets the cart that the order `id` was made of; a payment that fails gives nothing back then.
pub async fn forget_cart(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    let nothing = serde_json::to_string(&Kept::default()).map_err(AppError::internal)?;
    payment::Entity::update_many()
        .col_expr(payment::Column::Cart, Expr::value(nothing))
        .filter(payment::Column::OrderId.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes that `order`, made of `cart`, is to be paid by `method`.
pub async fn begin(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    method: &str,
    cart: &Kept,
) -> Result<(), AppError> {
    let row = payment::ActiveModel {
        id: NotSet,
        order_id: Set(order.id),
        method: Set(method.to_owned()),
        state: Set(PaymentState::Waiting),
        cart: Set(serde_json::to_string(cart).map_err(AppError::internal)?),
        created_at: Set(order.placed_at),
        settled_at: Set(None),
    };
    payment::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// How the payment of `order` stands, once it was asked for; `None` if it is not paid online.
/// `origin` is where links in e-mails lead.
pub async fn settle(
    services: &Services,
    order: &order::Model,
    origin: &str,
) -> Result<Option<Outcome>, AppError> {
    let Some(payment) = of(&services.db.read, order).await? else {
        return Ok(None);
    };
    let outcome = match payment.state {
        PaymentState::Waiting => provider::look(&services.config, &payment.method),
        state => state.outcome(),
    };
    if payment.state == PaymentState::Waiting && outcome != Outcome::Waiting {
        return end(services, order, outcome, origin).await.map(Some);
    }
    Ok(Some(outcome))
}

/// Calls the payment of `order` off, for the shopper; how it ended.
pub async fn call_off(
    services: &Services,
    order: &order::Model,
    origin: &str,
) -> Result<Option<Outcome>, AppError> {
    match settle(services, order, origin).await? {
        Some(Outcome::Waiting) => end(services, order, Outcome::Failed, origin)
            .await
            .map(Some),
        ended => Ok(ended),
    }
}

/// Whether `order` is to be paid online, and is not paid.
pub async fn is_due(db: &impl ConnectionTrait, order: &order::Model) -> Result<bool, AppError> {
    let payment = of(db, order).await?;
    Ok(payment.is_some_and(|payment| payment.state != PaymentState::Paid))
}

/// How the payment of `order` stood when it was last looked at; `None` if it is not paid online.
pub async fn last_known(
    db: &impl ConnectionTrait,
    order: &order::Model,
) -> Result<Option<Outcome>, AppError> {
    Ok(of(db, order).await?.map(|payment| payment.state.outcome()))
}

/// Whether `order` was paid online.
pub async fn is_paid(db: &impl ConnectionTrait, order: &order::Model) -> Result<bool, AppError> {
    let payment = of(db, order).await?;
    Ok(payment.is_some_and(|payment| payment.state == PaymentState::Paid))
}

async fn of(
    db: &impl ConnectionTrait,
    order: &order::Model,
) -> Result<Option<payment::Model>, AppError> {
    let found = payment::Entity::find()
        .filter(payment::Column::OrderId.eq(order.id))
        .order_by_desc(payment::Column::Id);
    Ok(found.one(db).await?)
}

async fn end(
    services: &Services,
    order: &order::Model,
    outcome: Outcome,
    origin: &str,
) -> Result<Outcome, AppError> {
    let ended = retried(|| async {
        let tx = services.db.begin().await?;
        let found = store::to_change(&tx, &order.public_id).await?;
        let order = found.ok_or(AppError::Internal)?;
        if order.payment_status != PaymentStatus::Incomplete {
            return Ok(false);
        }
        let mut document = store::document(&order)?;
        let now = date::now();
        let config = &services.config;
        let is_first = note_end(&tx, config, &order, &mut document, outcome, (origin, now)).await?;
        if is_first {
            timeline::payment_ended(&tx, &order, outcome == Outcome::Paid, now).await?;
        }
        tx.commit().await?;
        Ok::<bool, AppError>(is_first)
    })
    .await?;
    if ended && outcome == Outcome::Paid {
        confirm::note(order);
        services.job_waits.notify_one();
    }
    // Somebody else may have been first.
    let payment = of(&services.db.write, order).await?;
    Ok(payment.map_or(outcome, |payment| payment.state.outcome()))
}

/// Notes how the payment of `order` ended, and does what follows from it; `false` if there is none that
/// waits. `origin` is where links in e-mails lead.
pub async fn note_end(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &mut Document,
    outcome: Outcome,
    (origin, now): (&str, i64),
) -> Result<bool, AppError> {
    const NOTE: &str =
        "UPDATE payments SET state = $1, settled_at = $2 WHERE id = $3 AND state = $4";
    let state = match outcome {
        Outcome::Waiting => return Ok(false),
        Outcome::Paid => PaymentState::Paid,
        Outcome::Failed => PaymentState::Failed,
    };
    let Some(payment) = of(tx, order).await? else {
        return Ok(false);
    };
    let waiting = PaymentState::Waiting.to_value();
    let values = [
        state.to_value().into(),
        now.into(),
        payment.id.into(),
        waiting.into(),
    ];
    let noted = tx.execute_raw(statement(tx, NOTE, values)).await?;
    if noted.rows_affected() == 0 {
        return Ok(false);
    }
    match state {
        PaymentState::Paid => {
            store::set_status(tx, order.id, Some(PaymentStatus::Paid), None).await?;
            store::note_time(tx, order.id, store::Time::Paid, now).await?;
            Limit::orders_of(&order.email, config).forgive(tx).await?;
            let paid = order::Model {
                payment_status: PaymentStatus::Paid,
                paid_at: Some(now),
                ..order.clone()
            };
            confirm::confirm(tx, config, &paid, document, origin, now).await?;
        }
        _ => {
            let by = Actor::shop();
            let cause = Cause::with_order(Kind::Restocked, &order.public_id, &by);
            restock::all(tx, order.id, document, &cause).await?;
            store::return_coupon(tx, order.id, document).await?;
            // The cart is there again, and leads to no confirmation.
            store::announce(tx, order.id).await?;
            let kept: Kept = serde_json::from_str(&payment.cart).map_err(AppError::internal)?;
            kept.give_back(tx, order.customer_id, now).await?;
        }
    }
    Ok(true)
}
