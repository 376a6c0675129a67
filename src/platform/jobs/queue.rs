//! The queue in the table: what is taken, renewed, given back, done and tried again.

use super::entity::{Column, Entity, Model};
use crate::base::error::AppError;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect, QueryTrait, UpdateMany,
    sea_query::{Expr, LockBehavior, LockType},
};

/// Seconds that a job belongs to whoever took it, unless that is renewed.
pub const LEASE: i64 = 60;
/// Most characters of why a job was not done.
const MAX_ERROR_LENGTH: usize = 500;

/// Neither done nor given up.
pub fn is_open() -> Condition {
    Condition::all()
        .add(Column::DoneAt.is_null())
        .add(Column::FailedAt.is_null())
}

/// Takes jobs of `kinds` that are due, at most `most`, for `worker`; the first due first.
pub async fn claim(
    db: &impl ConnectionTrait,
    kinds: &[&str],
    most: u64,
    worker: &str,
    now: i64,
) -> Result<Vec<Model>, AppError> {
    let due = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(is_open())
        .filter(Column::Kind.is_in(kinds.iter().copied()))
        .filter(Column::DueAt.lte(now))
        .filter(Column::LeasedUntil.lte(now))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(most)
        // Two workers take different ones, and neither waits for the other.
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .into_query();
    let mut taken = Entity::update_many()
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .col_expr(Column::LeasedUntil, Expr::value(now + LEASE))
        .col_expr(Column::LeasedBy, Expr::value(worker))
        .filter(Column::Id.in_subquery(due))
        .exec_with_returning(db)
        .await?;
    taken.sort_by_key(|job| (job.due_at, job.id));
    Ok(taken)
}

/// When the next job of `kinds` is to be done, if there is one.
pub async fn next_due(db: &impl ConnectionTrait, kinds: &[&str]) -> Result<Option<i64>, AppError> {
    let later = Expr::case(
        Expr::col(Column::LeasedUntil).gt(Expr::col(Column::DueAt)),
        Expr::col(Column::LeasedUntil),
    )
    .finally(Expr::col(Column::DueAt));
    let next = Entity::find()
        .select_only()
        .column_as(Expr::expr(later).min(), "next")
        .filter(is_open())
        .filter(Column::Kind.is_in(kinds.iter().copied()))
        .into_tuple::<Option<i64>>()
        .one(db)
        .await?;
    Ok(next.flatten())
}

/// Renews the lease of everything that `worker` is at.
pub async fn renew(db: &impl ConnectionTrait, worker: &str, now: i64) -> Result<(), AppError> {
    let renewed = of_worker(worker).col_expr(Column::LeasedUntil, Expr::value(now + LEASE));
    renewed.exec(db).await?;
    Ok(())
}

/// Gives back what `worker` has not finished.
pub async fn release(db: &impl ConnectionTrait, worker: &str) -> Result<u64, AppError> {
    let released = of_worker(worker)
        .col_expr(Column::LeasedUntil, Expr::value(0))
        .col_expr(Column::LeasedBy, Expr::value(""));
    Ok(released.exec(db).await?.rows_affected)
}

/// Notes that `job` is done; `false` if somebody else has taken it since.
pub async fn note_done(db: &impl ConnectionTrait, job: &Model, now: i64) -> Result<bool, AppError> {
    let done = of_worker(&job.leased_by)
        .col_expr(Column::DoneAt, Expr::value(now))
        .col_expr(Column::Error, Expr::value(Option::<String>::None))
        .filter(Column::Id.eq(job.id));
    Ok(done.exec(db).await?.rows_affected == 1)
}

/// Notes why `job` was not done, and that it is tried again when it is `due`, or never; `false` if
/// somebody else has taken it since.
pub async fn note_setback(
    db: &impl ConnectionTrait,
    job: &Model,
    why: &str,
    due: Option<i64>,
    now: i64,
) -> Result<bool, AppError> {
    let why: String = why.chars().take(MAX_ERROR_LENGTH).collect();
    let failed = due.is_none().then_some(now);
    let noted = of_worker(&job.leased_by)
        .col_expr(Column::DueAt, Expr::value(due.unwrap_or(now)))
        .col_expr(Column::FailedAt, Expr::value(failed))
        .col_expr(Column::Error, Expr::value(why))
        .col_expr(Column::LeasedUntil, Expr::value(0))
        .filter(Column::Id.eq(job.id));
    Ok(noted.exec(db).await?.rows_affected == 1)
}

fn of_worker(worker: &str) -> UpdateMany<Entity> {
    Entity::update_many()
        .filter(is_open())
        .filter(Column::LeasedBy.eq(worker))
}
