//! `awning jobs`: lists, retries and cancels jobs.

use super::failure::{Failure, failed, printable};
use crate::{
    base::date,
    platform::{
        db::Db,
        jobs::{self, Job, JobSelection, State},
    },
};
use clap::{Args, Subcommand};

/// Most that are listed.
const LISTED: u64 = 200;

#[derive(Subcommand)]
pub enum Command {
    /// List jobs, the latest first: number, kind, when it is due, and what became of it
    List {
        /// Only those that failed
        #[arg(long)]
        failed: bool,
    },
    /// Try again what failed or was cancelled
    Retry(Which),
    /// Call off what waits or failed
    Cancel(Which),
}

#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct Which {
    /// Numbers of jobs
    numbers: Vec<i64>,
    /// All that failed
    #[arg(long)]
    failed: bool,
}

impl Command {
    /// Whether it changes nothing.
    pub fn only_reads(&self) -> bool {
        matches!(self, Self::List { .. })
    }
}

impl From<Which> for JobSelection {
    fn from(which: Which) -> Self {
        if which.failed {
            Self::Failed(None)
        } else {
            Self::Numbers(which.numbers)
        }
    }
}

/// Runs a command about jobs, and says what came of it.
pub async fn run(command: Command, db: &Db) -> Result<String, Failure> {
    let now = date::now();
    match command {
        Command::List { failed } => list(failed, db).await,
        Command::Retry(which) => {
            let done = jobs::retry(&db.write, which.into(), now).await;
            Ok(format!(
                "{} jobs will be tried again",
                done.map_err(failed)?
            ))
        }
        Command::Cancel(which) => {
            let done = jobs::cancel(&db.write, which.into(), now).await;
            Ok(format!("{} jobs are cancelled", done.map_err(failed)?))
        }
    }
}

async fn list(only_failed: bool, db: &Db) -> Result<String, Failure> {
    let found = jobs::list(&db.read, only_failed, LISTED).await;
    let line = |job: &Job| {
        let cells = [
            job.id.to_string(),
            job.kind.clone(),
            date::minute(job.due_at),
            state(job),
        ];
        printable(&cells.map(|cell| cell.replace(['\t', '\n'], " ")).join("\t"))
    };
    let lines = found.map_err(failed)?;
    Ok(lines.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// What became of a job.
pub fn state(job: &Job) -> String {
    let (tries, why) = (job.attempts, job.error.as_deref().unwrap_or_default());
    match State::of(job, date::now()) {
        State::Done => job
            .done_at
            .map(date::minute)
            .map_or_else(String::new, |at| format!("done {at}")),
        State::Cancelled => "cancelled".to_owned(),
        State::Failed => format!("failed after {tries} tries: {why}"),
        State::Running => "running".to_owned(),
        State::Waiting if why.is_empty() => "waiting".to_owned(),
        State::Waiting => format!("waiting after {tries} tries: {why}"),
    }
}
