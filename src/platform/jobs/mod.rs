//! Jobs: what is to be done after a transaction, at least once, by whichever instance is free.
//!
//! A job is kept in the transaction that causes it. A worker takes it for a while, its lease, and renews
//! that as long as it works; a worker that died leaves it to the next one. So a job may be done twice,
//! and whatever does it must not mind.

mod entity;
mod manage;
mod queue;
mod worker;

pub use entity::{Column, Entity, Model as Job};
pub use manage::{JobSelection, State, cancel, due, failed, list, open, purge, retry};
pub use worker::{Clock, Worker};

use crate::base::{date::DAY, error::AppError};
use async_trait::async_trait;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ConnectionTrait, EntityTrait, TryInsertResult,
};

/// Work of a kind; the room that it belongs to says how it is done.
#[async_trait]
pub trait Work: Send + Sync {
    /// Its name in the table.
    fn kind(&self) -> &'static str;

    /// Seconds after which there is another one by itself, whether or not it was asked for.
    fn every(&self) -> Option<i64> {
        None
    }

    /// Seconds until a job is tried again that did not succeed, doubled each time.
    fn first_wait(&self) -> i64 {
        30
    }

    /// Seconds for which a job is tried that does not succeed.
    fn tried_for(&self) -> i64 {
        5 * DAY
    }

    /// Does `job`, of which a part or all may be done already.
    async fn run(&self, job: &Job) -> Result<(), Setback>;
}

/// Why a job was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setback {
    /// For the merchant to read.
    pub why: String,
    /// Whether the failure is permanent, so that the job is given up after a few tries.
    pub for_good: bool,
}

impl Setback {
    /// A temporary failure: the job is tried again.
    pub fn for_now(why: impl std::fmt::Display) -> Self {
        Self {
            why: why.to_string(),
            for_good: false,
        }
    }

    /// A permanent failure: the job is given up after a few tries.
    pub fn for_good(why: impl std::fmt::Display) -> Self {
        Self {
            why: why.to_string(),
            for_good: true,
        }
    }
}

impl From<AppError> for Setback {
    fn from(fault: AppError) -> Self {
        Self::for_now(format!("{fault:?}; the log says more"))
    }
}

/// A job to keep.
pub struct NewJob<'a> {
    /// Who does it.
    pub kind: &'a str,
    /// What makes it the same job as another one, if anything.
    pub key: Option<String>,
    /// What is to be done.
    pub body: String,
    /// When it is kept, in UNIX seconds.
    pub now: i64,
    /// When it is to be done, in UNIX seconds.
    pub due: i64,
}

/// Enqueues `job`, to be done once the transaction commits; `false` if there is one with its key already.
pub async fn enqueue(tx: &impl ConnectionTrait, job: NewJob<'_>) -> Result<bool, AppError> {
    let row = entity::ActiveModel {
        id: NotSet,
        kind: Set(job.kind.to_owned()),
        key: Set(job.key),
        body: Set(job.body),
        created_at: Set(job.now),
        due_at: Set(job.due),
        attempts: Set(0),
        leased_until: Set(0),
        leased_by: Set(String::new()),
        done_at: Set(None),
        failed_at: Set(None),
        error: Set(None),
    };
    let insert = Entity::insert(row).on_conflict_do_nothing_on([Column::Key]);
    let kept = insert.exec_without_returning(tx).await?;
    Ok(matches!(kept, TryInsertResult::Inserted(1)))
}
