//! How tasks are kept, begun, called off and put away.

use super::{
    entity::{ActiveModel, Column, Entity, Model, State},
    problems,
    uploads::Uploads,
};
use crate::{
    base::{
        date::{DAY, HOUR},
        error::AppError,
    },
    platform::{
        audit::Actor,
        jobs::{self, NewJob},
    },
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany,
    sea_query::Expr,
};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Days for which a task is shown that is over.
const SHOWN_DAYS: i64 = 90;
/// Seconds for which nothing may happen before a task is put away with its file.
const MAX_PAUSE: i64 = DAY;
const OPEN: [State; 3] = [State::Waiting, State::Running, State::Asks];

/// A task to keep.
#[derive(Clone, Debug)]
pub struct NewTask<'a> {
    /// Who does it.
    pub kind: &'a str,
    /// Its first step.
    pub step: &'a str,
    /// What it is about, for people.
    pub name: &'a str,
    /// Its file among the uploads, and how many bytes that has.
    pub file: Option<(&'a str, u64)>,
    /// How it is to be done.
    pub options: String,
}

/// A step of a task, as its job names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Number of the task.
    pub task: i64,
    /// The step.
    pub step: String,
}

/// What came of calling a task off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cancelled {
    /// Nobody was at it: it is over.
    Now,
    /// Whoever is at it stops soon.
    Soon,
    /// It was over already.
    Over,
}

/// Keeps `new`, with a job for its first step; its number.
pub async fn add(
    tx: &impl ConnectionTrait,
    new: NewTask<'_>,
    actor: &Actor,
    now: i64,
) -> Result<i64, AppError> {
    let row = ActiveModel {
        id: NotSet,
        kind: Set(new.kind.to_owned()),
        step: Set(new.step.to_owned()),
        state: Set(State::Waiting),
        name: Set(new.name.to_owned()),
        file: Set(new.file.map(|(file, _)| file.to_owned())),
        size: Set(new.file.map_or(0, |(_, size)| stored(size))),
        options: Set(new.options),
        done: Set(0),
        total: Set(0),
        report: Set(None),
        trouble: Set(None),
        staff_id: Set(actor.staff),
        who: Set(actor.who.clone()),
        created_at: Set(now),
        started_at: Set(None),
        touched_at: Set(now),
        finished_at: Set(None),
        cancelled_at: Set(None),
    };
    let id = Entity::insert(row).exec(tx).await?.last_insert_id;
    enqueue(tx, new.kind, id, new.step, now).await?;
    Ok(id)
}

async fn enqueue(
    tx: &impl ConnectionTrait,
    kind: &str,
    task: i64,
    step: &str,
    now: i64,
) -> Result<(), AppError> {
    let body = Step {
        task,
        step: step.to_owned(),
    };
    let job = NewJob {
        kind,
        key: Some(format!("task:{task}:{step}")),
        body: serde_json::to_string(&body).map_err(AppError::internal)?,
        now,
        due: now,
    };
    jobs::enqueue(tx, job).await?;
    Ok(())
}

/// The task of this number and kind.
pub async fn find(
    db: &impl ConnectionTrait,
    kind: &str,
    id: i64,
) -> Result<Option<Model>, AppError> {
    let found = Entity::find_by_id(id).filter(Column::Kind.eq(kind));
    Ok(found.one(db).await?)
}

/// At most `most` tasks of a kind, the latest first.
pub async fn latest(
    db: &impl ConnectionTrait,
    kind: &str,
    most: u64,
) -> Result<Vec<Model>, AppError> {
    let found = Entity::find().filter(Column::Kind.eq(kind));
    let found = found.order_by_desc(Column::Id).limit(most);
    Ok(found.all(db).await?)
}

/// Begins or resumes `step` and returns its task; `None` if there is nothing to do any more. A task that was called off while
/// nobody worked on it ends here.
pub async fn begin(
    db: &impl ConnectionTrait,
    step: &Step,
    now: i64,
) -> Result<Option<Model>, AppError> {
    let begun = of(step.task)
        .col_expr(Column::State, Expr::value(State::Running))
        .col_expr(Column::StartedAt, Expr::value(now))
        .col_expr(Column::TouchedAt, Expr::value(now))
        .filter(Column::Step.eq(&step.step))
        .filter(Column::State.is_in([State::Waiting, State::Running]))
        .filter(Column::CancelledAt.is_null());
    if begun.exec(db).await?.rows_affected == 1 {
        return Ok(Entity::find_by_id(step.task).one(db).await?);
    }
    let called_off = of(step.task).filter(Column::CancelledAt.is_not_null());
    over(called_off, State::Cancelled, now).exec(db).await?;
    Ok(None)
}

/// Stores the progress of a running task; `false` if it was called off or is not running.
pub async fn note(
    db: &impl ConnectionTrait,
    id: i64,
    done: u64,
    total: u64,
    now: i64,
) -> Result<bool, AppError> {
    let noted = of(id)
        .col_expr(Column::Done, Expr::value(stored(done)))
        .col_expr(Column::Total, Expr::value(stored(total)))
        .col_expr(Column::TouchedAt, Expr::value(now))
        .filter(Column::State.eq(State::Running))
        .filter(Column::CancelledAt.is_null());
    Ok(noted.exec(db).await?.rows_affected == 1)
}

/// Stores the task's report so far, in the transaction that does the work; an error unless it is running, so that nothing is
/// done twice.
pub async fn keep(tx: &impl ConnectionTrait, id: i64, report: String) -> Result<(), AppError> {
    let kept = of(id)
        .col_expr(Column::Report, Expr::value(report))
        .col_expr(Column::Trouble, Expr::value(Option::<String>::None))
        .filter(Column::State.eq(State::Running));
    match kept.exec(tx).await?.rows_affected {
        0 => Err(AppError::Internal),
        _ => Ok(()),
    }
}

/// Stores the trouble that holds up the task; the next report clears it.
pub async fn note_trouble(
    db: &impl ConnectionTrait,
    id: i64,
    trouble: &str,
) -> Result<(), AppError> {
    let noted = of(id).col_expr(Column::Trouble, Expr::value(trouble));
    noted.exec(db).await?;
    Ok(())
}

/// Makes a running task await confirmation; `false` if it was called off meanwhile.
pub async fn ask(tx: &impl ConnectionTrait, id: i64, now: i64) -> Result<bool, AppError> {
    let asks = of(id)
        .col_expr(Column::State, Expr::value(State::Asks))
        .col_expr(Column::TouchedAt, Expr::value(now))
        .filter(Column::State.eq(State::Running))
        .filter(Column::CancelledAt.is_null());
    Ok(asks.exec(tx).await?.rows_affected == 1)
}

/// Starts `step` of a task awaiting confirmation; `false` if it is not. Its progress and its report begin anew.
pub async fn go_on(
    tx: &impl ConnectionTrait,
    kind: &str,
    step: &Step,
    now: i64,
) -> Result<bool, AppError> {
    let goes_on = of(step.task)
        .col_expr(Column::State, Expr::value(State::Waiting))
        .col_expr(Column::Step, Expr::value(step.step.as_str()))
        .col_expr(Column::Done, Expr::value(0))
        .col_expr(Column::Report, Expr::value(Option::<String>::None))
        .col_expr(Column::TouchedAt, Expr::value(now))
        .filter(Column::Kind.eq(kind))
        .filter(Column::State.eq(State::Asks));
    if goes_on.exec(tx).await?.rows_affected == 0 {
        return Ok(false);
    }
    problems::clear(tx, step.task).await?;
    enqueue(tx, kind, step.task, &step.step, now).await?;
    Ok(true)
}

/// Ends a task so that it is over; `false` if it was.
pub async fn end(
    tx: &impl ConnectionTrait,
    id: i64,
    state: State,
    now: i64,
) -> Result<bool, AppError> {
    let ended = over(of(id), state, now).exec(tx).await?;
    Ok(ended.rows_affected == 1)
}

/// Calls the task off.
pub async fn cancel(
    tx: &impl ConnectionTrait,
    kind: &str,
    id: i64,
    now: i64,
) -> Result<Cancelled, AppError> {
    let called_off = of(id)
        .col_expr(Column::CancelledAt, Expr::value(now))
        .filter(Column::Kind.eq(kind))
        .filter(Column::State.is_in(OPEN))
        .filter(Column::CancelledAt.is_null());
    if called_off.exec(tx).await?.rows_affected == 0 {
        return Ok(Cancelled::Over);
    }
    let unattended = of(id).filter(Column::State.is_in([State::Waiting, State::Asks]));
    let ended = over(unattended, State::Cancelled, now).exec(tx).await?;
    Ok(match ended.rows_affected {
        0 => Cancelled::Soon,
        _ => Cancelled::Now,
    })
}

/// Cancels tasks that stood still for too long, and deletes old finished tasks and stray uploads; returns how many in all.
pub async fn clear_up(
    db: &impl ConnectionTrait,
    uploads: &Uploads,
    now: i64,
) -> Result<u64, AppError> {
    let still = Entity::update_many().filter(Column::TouchedAt.lt(now - MAX_PAUSE));
    let still = still.col_expr(
        Column::Trouble,
        Expr::value("Nothing happened to it for a day, so it was put away."),
    );
    let still = over(still, State::Cancelled, now).exec(db).await?;
    let old = Entity::delete_many().filter(Column::FinishedAt.lt(now - SHOWN_DAYS * DAY));
    let old = old.exec(db).await?;
    let wanted: Vec<Option<String>> = Entity::find()
        .select_only()
        .column(Column::File)
        .filter(Column::State.is_in(OPEN))
        .into_tuple()
        .all(db)
        .await?;
    let wanted: Vec<String> = wanted.into_iter().flatten().collect();
    // One that is being sent has no task yet.
    let longest = Duration::from_secs(HOUR.unsigned_abs());
    let swept = uploads
        .sweep(&wanted, longest)
        .map_err(AppError::internal)?;
    Ok(still.rows_affected + old.rows_affected + swept)
}

fn of(id: i64) -> UpdateMany<Entity> {
    Entity::update_many().filter(Column::Id.eq(id))
}

/// `update` to what is not over yet, which is then.
fn over(update: UpdateMany<Entity>, state: State, now: i64) -> UpdateMany<Entity> {
    update
        .col_expr(Column::State, Expr::value(state))
        .col_expr(Column::FinishedAt, Expr::value(now))
        .col_expr(Column::TouchedAt, Expr::value(now))
        .filter(Column::State.is_in(OPEN))
}

fn stored(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
