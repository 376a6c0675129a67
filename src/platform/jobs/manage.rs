//! What the merchant sees of jobs, and may do to them.

use super::{
    entity::{Column, Entity, Model},
    queue::is_open,
};
use crate::{
    base::{date, error::AppError},
    platform::db::statement,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, UpdateMany, sea_query::Expr,
};

/// Days that a job is kept that is done: longer than any period that its key stands for.
const DONE_DAYS: i64 = 7;
/// Why a job is no longer to be done.
const CANCELLED: &str = "cancelled";

/// What became of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is tried when it is due.
    Waiting,
    /// Somebody is at it.
    Running,
    /// It is done.
    Done,
    /// The merchant called it off.
    Cancelled,
    /// It was tried often enough.
    Failed,
}

/// How many jobs are due at `now`, and for how many seconds the oldest has been.
pub async fn due(db: &impl ConnectionTrait, now: i64) -> Result<(u32, u32), AppError> {
    const DUE: &str = "SELECT COUNT(*), CAST(COALESCE(MIN(due_at), $1) AS BIGINT) FROM jobs \
        WHERE done_at IS NULL AND failed_at IS NULL AND due_at <= $1";
    let row = db.query_one_raw(statement(db, DUE, [now.into()])).await?;
    let row = row.ok_or(AppError::Internal)?;
    let (count, oldest): (i64, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    let bounded = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    Ok((bounded(count), bounded(now - oldest)))
}

/// How many jobs of `kind` are neither done nor given up.
pub async fn open(db: &impl ConnectionTrait, kind: &str) -> Result<u64, AppError> {
    let open = Entity::find()
        .filter(is_open())
        .filter(Column::Kind.eq(kind));
    Ok(open.count(db).await?)
}

/// The number of failed jobs of each kind, which wait for somebody to look at them.
pub async fn failed(db: &impl ConnectionTrait) -> Result<Vec<(String, i64)>, AppError> {
    const FAILED: &str =
        "SELECT kind, COUNT(*) FROM jobs WHERE failed_at IS NOT NULL GROUP BY kind ORDER BY kind";
    let mut failed = Vec::new();
    for row in db.query_all_raw(statement(db, FAILED, [])).await? {
        failed.push((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    }
    Ok(failed)
}

impl State {
    /// The state of `job` at `now`.
    pub fn of(job: &Model, now: i64) -> Self {
        match (job.done_at, job.failed_at) {
            (Some(_), _) if job.error.as_deref() == Some(CANCELLED) => Self::Cancelled,
            (Some(_), _) => Self::Done,
            (None, Some(_)) => Self::Failed,
            (None, None) if job.leased_until > now => Self::Running,
            (None, None) => Self::Waiting,
        }
    }
}

/// Jobs that a command is about.
#[derive(Clone, Debug)]
pub enum JobSelection {
    /// Those with these numbers.
    Numbers(Vec<i64>),
    /// Those of a kind with these bodies.
    Bodies(&'static str, Vec<String>),
    /// All that failed, of one kind or of every one.
    Failed(Option<&'static str>),
}

impl JobSelection {
    fn condition(self) -> Condition {
        let of = |kind: Option<&'static str>| {
            kind.map_or(Condition::all(), |kind| {
                Condition::all().add(Column::Kind.eq(kind))
            })
        };
        match self {
            Self::Numbers(numbers) => Condition::all().add(Column::Id.is_in(numbers)),
            Self::Bodies(kind, bodies) => of(Some(kind)).add(Column::Body.is_in(bodies)),
            Self::Failed(kind) => of(kind).add(Column::FailedAt.is_not_null()),
        }
    }
}

/// At most `most` jobs, the latest first: all, or those that failed.
pub async fn list(
    db: &impl ConnectionTrait,
    only_failed: bool,
    most: u64,
) -> Result<Vec<Model>, AppError> {
    let mut found = Entity::find().order_by_desc(Column::Id).limit(most);
    if only_failed {
        found = found.filter(JobSelection::Failed(None).condition());
    }
    Ok(found.all(db).await?)
}

/// Makes the failed and cancelled jobs among `chosen` due again; returns their number.
pub async fn retry(
    db: &impl ConnectionTrait,
    chosen: JobSelection,
    now: i64,
) -> Result<u64, AppError> {
    let ended = Condition::any()
        .add(Column::FailedAt.is_not_null())
        .add(Column::Error.eq(CANCELLED));
    let nothing = Option::<i64>::None;
    let again = update(chosen)
        .col_expr(Column::FailedAt, Expr::value(nothing))
        .col_expr(Column::DoneAt, Expr::value(nothing))
        .col_expr(Column::Error, Expr::value(Option::<String>::None))
        .col_expr(Column::Attempts, Expr::value(0))
        .col_expr(Column::CreatedAt, Expr::value(now))
        .col_expr(Column::DueAt, Expr::value(now))
        .col_expr(Column::LeasedUntil, Expr::value(0))
        .col_expr(Column::LeasedBy, Expr::value(""))
        .filter(ended);
    Ok(again.exec(db).await?.rows_affected)
}

/// Cancels the waiting and failed jobs among `chosen`; returns their number. A job that is running finishes.
pub async fn cancel(
    db: &impl ConnectionTrait,
    chosen: JobSelection,
    now: i64,
) -> Result<u64, AppError> {
    let waits = is_open().add(Column::LeasedUntil.lte(now));
    let undone = Condition::any()
        .add(waits)
        .add(Column::FailedAt.is_not_null());
    let off = update(chosen)
        .col_expr(Column::DoneAt, Expr::value(now))
        .col_expr(Column::FailedAt, Expr::value(Option::<i64>::None))
        .col_expr(Column::Error, Expr::value(CANCELLED))
        .filter(Column::DoneAt.is_null())
        .filter(undone);
    Ok(off.exec(db).await?.rows_affected)
}

/// Deletes jobs done over a week ago; returns their number. A failed one stays until somebody looks at it.
pub async fn purge(db: &impl ConnectionTrait, now: i64) -> Result<u64, AppError> {
    let old = Entity::delete_many().filter(Column::DoneAt.lt(now - DONE_DAYS * date::DAY));
    Ok(old.exec(db).await?.rows_affected)
}

fn update(chosen: JobSelection) -> UpdateMany<Entity> {
    Entity::update_many().filter(chosen.condition())
}
