//! Applies a provider's answer: the payment's new state and all its consequences, in one transaction and only once.

use super::{
    PaymentOutcome, PaymentState,
    entity::payment,
    failed,
    late_money::{self, LateOutcome},
    latest_payment, placed,
    state::Money,
};
use crate::{
    account::limits::Limit,
    base::{date, error::AppError},
    cart::order_copy::CartCopy,
    catalog::store::stock::{Cause, Kind},
    order::{OrderDocument, confirm, entity::order, restock, store, timeline},
    platform::{
        audit::Actor,
        config::Config,
        db::{retried, statement},
        services::Services,
    },
    pricing::payment::PaymentStatus,
};
use sea_orm::{ActiveEnum, ConnectionTrait, DatabaseTransaction, EntityTrait};

/// What is new of a payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct News {
    /// What became of the money.
    pub money: Money,
    /// Whether the shopper's bank asks for it back.
    pub disputed: bool,
}

impl News {
    /// Returns news of `money` that is not disputed.
    pub fn of(money: Money) -> Self {
        Self {
            money,
            disputed: false,
        }
    }
}

/// Applies `news` to `payment`, unless another instance already did.
pub(super) async fn apply(
    services: &Services,
    payment: &payment::Model,
    news: &News,
) -> Result<(), AppError> {
    let attempt = |late| async move {
        let done = retried(|| attempt(services, payment, news, late)).await?;
        Ok::<_, AppError>(done)
    };
    let done = match attempt(LateOutcome::TakeAgain).await? {
        ApplyOutcome::NotThere => attempt(LateOutcome::Hold).await?,
        done => done,
    };
    if let ApplyOutcome::Placed(order) = &done {
        confirm::note(order);
    }
    services.job_waits.notify_one();
    Ok(())
}

/// What came of it.
enum ApplyOutcome {
    /// The order is placed by it.
    Placed(Box<order::Model>),
    /// Stored, without placing an order.
    Noted,
    /// Rolled back: the money came too late, and the stock is gone.
    NotThere,
}

async fn attempt(
    services: &Services,
    payment: &payment::Model,
    news: &News,
    late: LateOutcome,
) -> Result<ApplyOutcome, AppError> {
    let (config, now) = (&services.config, date::now());
    let tx = services.db.begin().await?;
    let found = store::id_to_change(&tx, payment.order_id).await?;
    let order = found.ok_or(AppError::Internal)?;
    let found = payment::Entity::find_by_id(payment.id).one(&tx).await?;
    let payment = found.ok_or(AppError::Internal)?;
    if news.disputed != payment.disputed {
        dispute(&tx, &order, &payment, news.disputed, now).await?;
    }
    let next = payment
        .state
        .after(&news.money, payment.amount, &payment.currency);
    let Some(next) = next else {
        tx.commit().await?;
        return Ok(ApplyOutcome::Noted);
    };
    let mut document = store::document(&order)?;
    let next =
        match late_money::after(&tx, config, &order, &mut document, &payment, next, late).await? {
            Some(next) => next,
            None => return Ok(ApplyOutcome::NotThere),
        };
    let is_first = write(&tx, &payment, next, Some(&news.money), now).await?;
    if is_first {
        follow(&tx, config, &order, &mut document, &payment, next, now).await?;
    }
    if is_first && next != PaymentState::Waiting && next != PaymentState::Processing {
        timeline::payment_ended(&tx, &order, next.outcome(), now).await?;
    }
    tx.commit().await?;
    let places = is_first && next == PaymentState::Paid && !payment.placed;
    Ok(match places {
        true => ApplyOutcome::Placed(Box::new(order)),
        false => ApplyOutcome::Noted,
    })
}

/// Ends the open payment of `order` for the merchant; `false` if there is none, or if the order was placed before it.
///
/// If `true`, the order is placed or given back as well. Links in e-mails lead to `origin`. The sweep tells the provider.
pub async fn note_end(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &mut OrderDocument,
    outcome: PaymentOutcome,
    origin: &str,
    now: i64,
) -> Result<bool, AppError> {
    let Some(payment) = latest_payment(tx, order.id)
        .await?
        .filter(|it| it.state.is_open())
    else {
        return Ok(false);
    };
    let next = match outcome {
        PaymentOutcome::Waiting | PaymentOutcome::Held => return Ok(false),
        // It was paid another way than by this one.
        PaymentOutcome::Paid if payment.placed => PaymentState::Cancelled,
        PaymentOutcome::Paid => PaymentState::Paid,
        PaymentOutcome::Failed => PaymentState::Cancelled,
    };
    if !write(tx, &payment, next, None, now).await? || payment.placed {
        return Ok(false);
    }
    match next {
        PaymentState::Paid => pay(tx, config, order, document, origin, now).await?,
        _ => give_back(tx, order, document, &payment, now).await?,
    }
    Ok(true)
}

/// Carries out what follows from the payment's `next` state: places the order, gives it back, or sends e-mails.
async fn follow(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &mut OrderDocument,
    payment: &payment::Model,
    next: PaymentState,
    now: i64,
) -> Result<(), AppError> {
    match (next.outcome(), payment.placed) {
        (PaymentOutcome::Paid, false) => {
            pay(tx, config, order, document, &payment.origin, now).await
        }
        (PaymentOutcome::Paid, true) => {
            placed::paid(tx, config, order, document, payment, now).await
        }
        (PaymentOutcome::Failed, false) => {
            give_back(tx, order, document, payment, now).await?;
            // Who called it off themselves knows.
            match next {
                PaymentState::Cancelled => Ok(()),
                _ => failed::tell_later(tx, order, now).await,
            }
        }
        (PaymentOutcome::Failed, true) => {
            placed::failed(tx, config, order, document, payment, now).await
        }
        (PaymentOutcome::Waiting | PaymentOutcome::Held, _) => Ok(()),
    }
}

/// Stores the `next` state of `payment`, after `news` of its provider or, without them, for the merchant; `false` if another
/// instance was first.
async fn write(
    tx: &DatabaseTransaction,
    payment: &payment::Model,
    next: PaymentState,
    news: Option<&Money>,
    now: i64,
) -> Result<bool, AppError> {
    const NOTE: &str = "UPDATE payments SET state = $1, settled_at = $2, look_at = $3, seen_amount = $4, trouble = '' \
        WHERE id = $5 AND state = $6";
    let is_over = !next.is_open();
    // What the merchant ended is to be ended at its provider too.
    let is_told = news.is_none() && !payment.provider.is_empty();
    let look_at = match (is_over, is_told) {
        (true, true) => Some(now),
        (true, false) => None,
        (false, _) => payment.look_at,
    };
    let seen = match news {
        Some(Money::There(seen, _)) => *seen,
        _ => 0,
    };
    let values = [
        next.to_value().into(),
        is_over.then_some(now).into(),
        look_at.into(),
        seen.into(),
        payment.id.into(),
        payment.state.to_value().into(),
    ];
    let noted = tx.execute_raw(statement(tx, NOTE, values)).await?;
    Ok(noted.rows_affected() == 1)
}

/// Marks `order` as paid and confirms it to the shopper and the merchant.
pub(super) async fn pay(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &OrderDocument,
    origin: &str,
    now: i64,
) -> Result<(), AppError> {
    store::set_status(tx, order.id, Some(PaymentStatus::Paid), None).await?;
    store::note_time(tx, order.id, store::OrderMilestone::Paid, now).await?;
    Limit::orders_of(&order.email, config).forgive(tx).await?;
    let paid = order::Model {
        payment_status: PaymentStatus::Paid,
        paid_at: Some(now),
        ..order.clone()
    };
    confirm::confirm(tx, config, &paid, document, origin, now).await
}

/// Restocks what was ordered, returns the coupon's use, and gives the shopper the cart back.
pub(super) async fn give_back(
    tx: &DatabaseTransaction,
    order: &order::Model,
    document: &mut OrderDocument,
    payment: &payment::Model,
    now: i64,
) -> Result<(), AppError> {
    let by = Actor::shop();
    let cause = Cause::with_order(Kind::Restocked, &order.public_id, &by);
    restock::all(tx, order.id, document, &cause).await?;
    store::return_coupon(tx, order.id, document).await?;
    // The cart is there again, and leads to no confirmation.
    store::announce(tx, order.id).await?;
    let kept: CartCopy = serde_json::from_str(&payment.cart).map_err(AppError::internal)?;
    kept.give_back(tx, order.customer_id, now).await
}

/// Notes that the shopper's bank asks for the money back, or does no more: a mark, which moves neither money nor goods.
async fn dispute(
    tx: &DatabaseTransaction,
    order: &order::Model,
    payment: &payment::Model,
    disputed: bool,
    now: i64,
) -> Result<(), AppError> {
    const NOTE: &str = "UPDATE payments SET disputed = $1 WHERE id = $2";
    let values = [disputed.into(), payment.id.into()];
    tx.execute_raw(statement(tx, NOTE, values)).await?;
    timeline::disputed(tx, order, disputed, now).await
}
