//! Payments that somebody is to look at, and how the payment of one order stands, for the back office.

use super::{
    PaymentState,
    entity::{BackState, payment, payment_return},
    held_money::came,
    repayments, report,
};
use crate::{base::error::AppError, order::entity::order, platform::db::statement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::collections::HashMap;

/// What stands for a message that is nobody's event.
pub(super) const STRANGER: &str = "not theirs";

/// Seconds that a payment may be in trouble without a word.
const PATIENCE: i64 = 30 * 60;

/// Why somebody is to look at a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttentionReason {
    /// The money came when the order was over.
    Late,
    /// It came for an order that was paid another way, or called off.
    NotDue,
    /// Another amount came.
    OtherAmount,
    /// The shopper's bank asks for it back.
    Disputed,
    /// Money did not go back.
    NotReturned,
    /// Its provider cannot be asked.
    Unreachable,
}

/// A payment that somebody is to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attention {
    /// Number of its order.
    pub number: String,
    /// Why.
    pub why: AttentionReason,
    /// How much it is about, in minor units.
    pub amount: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// When it was asked for, or when the money was to go back.
    pub at: i64,
    /// What the provider said, if anything.
    pub said: String,
}

/// Every payment to look at, at most `most` of each kind; the latest first.
pub async fn all(
    db: &impl ConnectionTrait,
    most: u64,
    now: i64,
) -> Result<Vec<Attention>, AppError> {
    let held = [PaymentState::PaidLate, PaymentState::Mismatch];
    let held = Condition::any()
        .add(payment::Column::State.is_in(held))
        .add(payment::Column::Disputed.eq(true));
    let held = payment::Entity::find()
        .filter(held)
        .order_by_desc(payment::Column::Id)
        .limit(most);
    let stuck = payment::Entity::find()
        .filter(payment::Column::LookAt.is_not_null())
        .filter(payment::Column::Trouble.ne(""))
        .filter(payment::Column::CreatedAt.lt(now - PATIENCE))
        .order_by_desc(payment::Column::Id)
        .limit(most);
    let failed = payment_return::Entity::find()
        .filter(payment_return::Column::State.eq(BackState::Failed))
        .order_by_desc(payment_return::Column::Id)
        .limit(most);
    let (held, stuck, failed) = (
        held.all(db).await?,
        stuck.all(db).await?,
        failed.all(db).await?,
    );
    let of_failed = payment::Entity::find()
        .filter(payment::Column::Id.is_in(failed.iter().map(|it| it.payment_id)));
    let of_failed: HashMap<i64, i64> = of_failed
        .all(db)
        .await?
        .into_iter()
        .map(|it| (it.id, it.order_id))
        .collect();
    let orders = held.iter().chain(&stuck).map(|it| it.order_id);
    let orders = orders.chain(of_failed.values().copied());
    let numbers: Vec<(i64, String)> = order::Entity::find()
        .select_only()
        .columns([order::Column::Id, order::Column::PublicId])
        .filter(order::Column::Id.is_in(orders))
        .into_tuple()
        .all(db)
        .await?;
    let numbers: HashMap<i64, String> = numbers.into_iter().collect();
    let number = |id: i64| numbers.get(&id).cloned().unwrap_or_default();
    let of = |it: &payment::Model, why: AttentionReason| Attention {
        number: number(it.order_id),
        why,
        amount: came(it),
        currency: it.currency.clone(),
        at: it.created_at,
        said: it.trouble.clone(),
    };
    let held = held.iter().map(|it| {
        let why = match it.state {
            PaymentState::PaidLate if it.placed => AttentionReason::NotDue,
            PaymentState::PaidLate => AttentionReason::Late,
            PaymentState::Mismatch => AttentionReason::OtherAmount,
            _ => AttentionReason::Disputed,
        };
        of(it, why)
    });
    let stuck = stuck.iter().map(|it| of(it, AttentionReason::Unreachable));
    let failed = failed.iter().map(|it| Attention {
        number: number(of_failed.get(&it.payment_id).copied().unwrap_or_default()),
        why: AttentionReason::NotReturned,
        amount: it.amount,
        currency: it.currency.clone(),
        at: it.created_at,
        said: it.why.clone(),
    });
    Ok(held.chain(stuck).chain(failed).collect())
}

/// How many payments, and days of payments, there are to look at, of each kind at most `most`.
pub async fn count(db: &impl ConnectionTrait, most: u64, now: i64) -> Result<usize, AppError> {
    Ok(all(db, most, now).await?.len() + report::open(db).await?)
}

/// How a payment of an order stands.
#[derive(Clone, Debug)]
pub struct OfOrder {
    /// The payment.
    pub payment: payment::Model,
    /// What goes back of it.
    pub returns: Vec<payment_return::Model>,
}

/// How the payments of the order `id` by providers stand, the latest first.
pub async fn of_order(db: &impl ConnectionTrait, id: i64) -> Result<Vec<OfOrder>, AppError> {
    let mut all = Vec::new();
    for payment in super::of_order(db, id).await? {
        let returns = repayments::of_payment(db, payment.id).await?;
        all.push(OfOrder { payment, returns });
    }
    Ok(all)
}

/// When a message of `provider` came last, in UNIX seconds.
pub async fn last_message(
    db: &impl ConnectionTrait,
    provider: &str,
) -> Result<Option<i64>, AppError> {
    const LAST: &str = "SELECT received_at FROM payment_events WHERE provider = $1 AND event <> $2 \
        ORDER BY id DESC LIMIT 1";
    time(db, LAST, provider).await
}

/// When a message came last that claimed to be of `provider` and was not signed by it, in UNIX seconds.
pub async fn last_stranger(
    db: &impl ConnectionTrait,
    provider: &str,
) -> Result<Option<i64>, AppError> {
    const LAST: &str = "SELECT received_at FROM payment_events WHERE provider = $1 AND event = $2";
    time(db, LAST, provider).await
}

async fn time(
    db: &impl ConnectionTrait,
    sql: &str,
    provider: &str,
) -> Result<Option<i64>, AppError> {
    let values = [provider.into(), STRANGER.into()];
    let row = db.query_one_raw(statement(db, sql, values)).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?)
}
