//! Repayments through the provider of a payment.
//!
//! A repayment is stored in the transaction that causes it, and then requested until its outcome is known. Requested twice, the
//! money goes back once: the provider is first searched for its key.

use super::{
    KEY_LENGTH, PaymentState,
    entity::{BackState, payment, payment_return},
    provider::{self, ProviderError, RefundProgress, RefundRequest},
    settle::beside,
};
use crate::{
    base::{date, error::AppError},
    order::store,
    platform::{
        db::statement,
        jobs::{self, Job, NewJob, Setback, Work},
        services::Services,
    },
    request::state::AppState,
};
use async_trait::async_trait;
use sea_orm::{
    ActiveEnum,
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use std::time::Instant;

/// The kind of job that asks for it; its body is the id of what goes back.
const GIVE_BACK: &str = "give money back";
/// Seconds until what is on its way is looked at again.
const LOOK_AGAIN: i64 = 15 * 60;
/// Most that are read at once.
const MAX: u64 = 50;

/// Requests that `amount`, in minor units, of the order's online payment goes back for this refund; `false` if no provider
/// took it, so that it goes back by hand.
pub async fn refund(
    tx: &impl ConnectionTrait,
    id: i64,
    refund: i64,
    amount: i64,
    now: i64,
) -> Result<bool, AppError> {
    let Some(payment) = paid(tx, id).await? else {
        return Ok(false);
    };
    ask(tx, &payment, Some(refund), amount, now).await?;
    Ok(true)
}

/// Whether a provider sends back what is refunded of the order `id`; else it goes back by hand.
pub async fn by_provider(db: &impl ConnectionTrait, id: i64) -> Result<bool, AppError> {
    Ok(paid(db, id).await?.is_some())
}

/// The payment at a provider by which the order `id` is paid, if it is.
async fn paid(db: &impl ConnectionTrait, id: i64) -> Result<Option<payment::Model>, AppError> {
    let paid = payment::Entity::find()
        .filter(payment::Column::OrderId.eq(id))
        .filter(payment::Column::State.eq(PaymentState::Paid))
        .filter(payment::Column::Reference.ne(""))
        .filter(payment::Column::Provider.ne(""))
        .order_by_desc(payment::Column::Id);
    Ok(paid.one(db).await?)
}

/// Stores that `amount`, in minor units, of `payment` goes back, for a refund or without one, and the job that requests it.
pub(super) async fn ask(
    tx: &impl ConnectionTrait,
    payment: &payment::Model,
    refund: Option<i64>,
    amount: i64,
    now: i64,
) -> Result<(), AppError> {
    let row = payment_return::ActiveModel {
        id: NotSet,
        payment_id: Set(payment.id),
        refund_id: Set(refund),
        key: Set(nanoid::nanoid!(KEY_LENGTH)),
        amount: Set(amount),
        currency: Set(payment.currency.clone()),
        state: Set(BackState::Asked),
        reference: Set(String::new()),
        why: Set(String::new()),
        created_at: Set(now),
        look_at: Set(Some(now + LOOK_AGAIN)),
    };
    let kept = payment_return::Entity::insert(row).exec(tx).await?;
    enqueue(tx, kept.last_insert_id, now).await
}

async fn enqueue(tx: &impl ConnectionTrait, id: i64, now: i64) -> Result<(), AppError> {
    let job = NewJob {
        kind: GIVE_BACK,
        key: None,
        body: id.to_string(),
        now,
        due: now,
    };
    jobs::enqueue(tx, job).await.map(|_| ())
}

/// What goes back of the payment `id`, the first first.
pub(super) async fn of_payment(
    db: &impl ConnectionTrait,
    id: i64,
) -> Result<Vec<payment_return::Model>, AppError> {
    let found = payment_return::Entity::find()
        .filter(payment_return::Column::PaymentId.eq(id))
        .order_by_asc(payment_return::Column::Id);
    Ok(found.all(db).await?)
}

/// Retries a failed repayment if `again`, else notes that it was repaid another way; `false` if it has not failed.
pub async fn decide(
    tx: &impl ConnectionTrait,
    order: i64,
    id: i64,
    again: bool,
    now: i64,
) -> Result<bool, AppError> {
    // What the provider knows to have failed is found by its key for ever: another try is another one. What it never answered is
    // looked for by the key that it had.
    const AGAIN: &str = "UPDATE payment_returns SET state = $1, key = CASE WHEN reference = '' THEN key ELSE $2 END, look_at = $3, why = '' WHERE id = $4 AND state = $5 \
        AND payment_id IN (SELECT id FROM payments WHERE order_id = $6)";
    let (next, look_at) = match again {
        true => (BackState::Asked, Some(now + LOOK_AGAIN)),
        false => (BackState::Elsewhere, None),
    };
    let values = [
        next.to_value().into(),
        nanoid::nanoid!(KEY_LENGTH).into(),
        look_at.into(),
        id.into(),
        BackState::Failed.to_value().into(),
        order.into(),
    ];
    let done = tx.execute_raw(statement(tx, AGAIN, values)).await?;
    let is_done = done.rows_affected() == 1;
    if is_done && again {
        enqueue(tx, id, now).await?;
    }
    Ok(is_done)
}

/// Requests or checks every repayment that is due at `now`, as long as there is time `until` then; returns how many.
pub(super) async fn sweep(
    services: &Services,
    now: i64,
    until: Instant,
) -> Result<usize, AppError> {
    const TAKE: &str = "UPDATE payment_returns SET look_at = $1 WHERE id = $2 AND look_at = $3";
    let mut looked = 0;
    loop {
        let due = payment_return::Entity::find()
            .filter(payment_return::Column::LookAt.lte(now))
            .order_by_asc(payment_return::Column::LookAt)
            .limit(MAX);
        let due = due.all(&services.db.read).await?;
        if due.is_empty() {
            return Ok(looked);
        }
        for row in due {
            if Instant::now() > until {
                return Ok(looked);
            }
            let db = &services.db.write;
            let values = [(now + LOOK_AGAIN).into(), row.id.into(), row.look_at.into()];
            let taken = db.execute_raw(statement(db, TAKE, values)).await?;
            if taken.rows_affected() == 1 {
                looked += 1;
                give(services, row).await?;
            }
        }
    }
}

/// Requests the repayment `row` and stores its state; returns why, if the provider gave no definite answer.
async fn give(services: &Services, row: payment_return::Model) -> Result<Option<String>, AppError> {
    if !matches!(row.state, BackState::Asked | BackState::Pending) {
        return Ok(None);
    }
    let db = &services.db.write;
    let payment = payment::Entity::find_by_id(row.payment_id).one(db).await?;
    let payment = payment.ok_or(AppError::Internal)?;
    let asking = provider::of(services, &payment.provider, &payment.method).await?;
    let Some(asking) = asking else {
        return Ok(Some("its keys are gone".to_owned()));
    };
    let order = store::by_id(db, payment.order_id).await?;
    let money = RefundRequest {
        key: row.key.clone(),
        amount: row.amount,
        currency: row.currency.clone(),
        number: order.ok_or(AppError::Internal)?.public_id,
    };
    let reference = payment.reference.clone();
    let (state, named, why) = match beside(move || asking.refund(&reference, &money)).await? {
        Ok(it) => match it.state {
            RefundProgress::Done => (BackState::Done, it.reference, String::new()),
            RefundProgress::Pending => (BackState::Pending, it.reference, String::new()),
            RefundProgress::Failed(why) => (BackState::Failed, it.reference, why),
        },
        Err(ProviderError::Refused(why)) => (BackState::Failed, String::new(), why),
        Err(ProviderError::Unknown(why)) => return Ok(Some(why)),
    };
    note(services, &row, state, &named, &why).await?;
    Ok(None)
}

async fn note(
    services: &Services,
    row: &payment_return::Model,
    state: BackState,
    reference: &str,
    why: &str,
) -> Result<(), AppError> {
    const NOTE: &str = "UPDATE payment_returns SET state = $1, reference = $2, why = $3, look_at = $4 \
        WHERE id = $5 AND key = $6 AND state = $7";
    let look_at = (state == BackState::Pending).then(|| date::now() + LOOK_AGAIN);
    let values = [
        state.to_value().into(),
        reference.into(),
        why.into(),
        look_at.into(),
        row.id.into(),
        row.key.as_str().into(),
        row.state.to_value().into(),
    ];
    let db = &services.db.write;
    db.execute_raw(statement(db, NOTE, values)).await?;
    Ok(())
}

/// Asks for money that is to go back.
pub struct GiveBack(pub AppState);

#[async_trait]
impl Work for GiveBack {
    fn kind(&self) -> &'static str {
        GIVE_BACK
    }

    async fn run(&self, job: &Job) -> Result<(), Setback> {
        let shop = self.0.current();
        let id: i64 = job.body.parse().map_err(Setback::for_good)?;
        let found = payment_return::Entity::find_by_id(id)
            .one(&shop.db.write)
            .await;
        let Some(row) = found.map_err(AppError::from)? else {
            return Ok(());
        };
        match give(&shop.services(), row).await? {
            None => Ok(()),
            Some(why) => Err(Setback::for_now(why)),
        }
    }
}
