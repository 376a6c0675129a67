//! Checks open payments regularly, since messages get lost and shoppers do not come back.

use super::{
    FIRST_LOOK, PaymentState,
    apply::{self, News},
    entity::payment,
    repayments,
    settle::{ProviderQuestion, by_provider},
    state::Money,
};
use crate::{
    base::{date, error::AppError},
    platform::{
        db::statement,
        jobs::{Job, Setback, Work},
        services::Services,
    },
    request::state::AppState,
};
use async_trait::async_trait;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::time::{Duration, Instant};

/// Seconds after its beginning at which a payment is looked at; later, as often as the last of them.
const LOOKS: [i64; 4] = [FIRST_LOOK, 5 * 60, 15 * 60, 60 * 60];
/// Seconds after a payment should have ended, until it is ended.
const GRACE: i64 = 3 * 60;
/// Seconds until a payment that ended is asked to end at its provider once more, where that failed.
const AGAIN: i64 = 15 * 60;
/// Seconds for which that is tried: a provider forgets it by itself within a day.
const TRIED_FOR: i64 = 2 * date::DAY;
/// Most that are read at once.
const MAX: u64 = 50;
/// How long one sweep goes on: a provider that hangs shall not keep the next from those of another one.
const MAX_LENGTH: Duration = Duration::from_secs(50);

/// Looks at payments that are due to be, every minute.
pub struct Sweep(pub AppState);

#[async_trait]
impl Work for Sweep {
    fn kind(&self) -> &'static str {
        "look at payments"
    }

    fn every(&self) -> Option<i64> {
        Some(60)
    }

    /// Returns 0 seconds: a failed run is not retried, the next one makes up for it.
    fn tried_for(&self) -> i64 {
        0
    }

    async fn run(&self, _: &Job) -> Result<(), Setback> {
        let shop = self.0.current();
        let looked = sweep(&shop.services(), date::now()).await?;
        tracing::debug!(looked, "payments were looked at");
        Ok(())
    }
}

/// Makes every open payment due at once, for the start of the shop: nobody knows what happened while it was off.
pub async fn look_at_all(services: &Services, now: i64) -> Result<(), AppError> {
    const SOON: &str = "UPDATE payments SET look_at = $1 WHERE look_at > $1 AND settled_at IS NULL";
    let db = &services.db.write;
    db.execute_raw(statement(db, SOON, [now.into()])).await?;
    Ok(())
}

/// Checks the payments and repayments that are due at `now`, and returns how many; what there is no time for stays due.
pub async fn sweep(services: &Services, now: i64) -> Result<usize, AppError> {
    let until = Instant::now() + MAX_LENGTH;
    let looked = payments(services, now, until).await?;
    Ok(looked + repayments::sweep(services, now, until).await?)
}

async fn payments(services: &Services, now: i64, until: Instant) -> Result<usize, AppError> {
    let mut looked = 0;
    loop {
        let due = payment::Entity::find()
            .filter(payment::Column::LookAt.lte(now))
            .order_by_asc(payment::Column::LookAt)
            .limit(MAX);
        let due = due.all(&services.db.read).await?;
        if due.is_empty() {
            return Ok(looked);
        }
        for payment in due {
            if Instant::now() > until {
                return Ok(looked);
            }
            if is_mine(services, &payment, now).await? {
                looked += 1;
                look_at(services, payment, now).await?;
            }
        }
    }
}

async fn look_at(services: &Services, payment: payment::Model, now: i64) -> Result<(), AppError> {
    let is_over = now > payment.ends_at + GRACE;
    let asked = match is_over || !payment.state.is_open() {
        true => ProviderQuestion::End,
        false => ProviderQuestion::Look,
    };
    let state = payment.state;
    let seen = by_provider(services, payment, asked).await?;
    if seen.state == PaymentState::Started && is_over {
        // Whatever the provider knows of it, nobody was ever led there.
        return apply::apply(services, &seen, &News::of(Money::Expired)).await;
    }
    if !state.is_open() && seen.trouble.is_empty() {
        return forget(services, &seen).await;
    }
    Ok(())
}

/// Claims `payment` for this instance and schedules its next check; `false` if another instance was first.
async fn is_mine(
    services: &Services,
    payment: &payment::Model,
    now: i64,
) -> Result<bool, AppError> {
    const TAKE: &str = "UPDATE payments SET looks = looks + 1, look_at = $1 WHERE id = $2 AND looks = $3 AND look_at = $4";
    let db = &services.db.write;
    let values = [
        next(payment, now).into(),
        payment.id.into(),
        payment.looks.into(),
        payment.look_at.into(),
    ];
    let taken = db.execute_raw(statement(db, TAKE, values)).await?;
    Ok(taken.rows_affected() == 1)
}

/// Returns when `payment` is checked next after `now`, in UNIX seconds; `None` if it has ended and retries are over.
fn next(payment: &payment::Model, now: i64) -> Option<i64> {
    if !payment.state.is_open() {
        return (now < payment.created_at + TRIED_FOR).then_some(now + AGAIN);
    }
    let ends = payment.ends_at + GRACE + 1;
    let planned = LOOKS.iter().map(|after| payment.created_at + after);
    let next = planned.chain([ends]).filter(|at| *at > now).min();
    Some(next.unwrap_or(now + LOOKS[3]))
}

async fn forget(services: &Services, payment: &payment::Model) -> Result<(), AppError> {
    const FORGET: &str = "UPDATE payments SET look_at = NULL WHERE id = $1 AND state = $2";
    use sea_orm::ActiveEnum;
    let db = &services.db.write;
    let values = [payment.id.into(), payment.state.to_value().into()];
    db.execute_raw(statement(db, FORGET, values)).await?;
    Ok(())
}
