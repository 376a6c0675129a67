//! `awning emails`: lists e-mails to shoppers, and retries undelivered ones.

use super::{
    failure::{Failure, printable},
    jobs::state,
};
use crate::{
    base::date,
    order::entity::order,
    platform::{
        db::Db,
        jobs::{self, JobSelection},
        mail::{self, entity as email},
    },
};
use clap::Subcommand;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

/// Most that are listed.
const LISTED: u64 = 200;

#[derive(Subcommand)]
pub enum Command {
    /// List the e-mails to shoppers, the latest first, and what became of each
    List {
        /// Only those that could not be delivered
        #[arg(long)]
        failed: bool,
    },
    /// Try again what could not be delivered
    Retry {
        /// Numbers of e-mails; all that failed if none is given
        numbers: Vec<i64>,
    },
}

impl Command {
    /// Whether it changes nothing.
    pub fn only_reads(&self) -> bool {
        matches!(self, Self::List { .. })
    }
}

/// Runs an e-mail command, and says what came of it.
pub async fn run(command: Command, db: &Db) -> Result<String, Failure> {
    match command {
        Command::List { failed } => list(failed, db).await,
        Command::Retry { numbers } => retry(&numbers, db).await,
    }
}

async fn list(failed: bool, db: &Db) -> Result<String, Failure> {
    let mut found = email::Entity::find()
        .order_by_desc(email::Column::Id)
        .limit(LISTED);
    if failed {
        let failures = jobs::list(&db.read, true, LISTED).await;
        let failures = failures.map_err(super::failure::failed)?;
        let ids = failures
            .iter()
            .filter(|job| job.kind == mail::KIND)
            .filter_map(|job| job.body.parse::<i64>().ok());
        found = found.filter(email::Column::Id.is_in(ids));
    }
    let emails = found.all(&db.read).await?;
    let ids = emails.iter().filter_map(|row| row.order_id);
    let orders = order::Entity::find().filter(order::Column::Id.is_in(ids));
    let orders = orders.all(&db.read).await?;
    let numbers: HashMap<i64, String> = orders
        .into_iter()
        .map(|order| (order.id, order.public_id))
        .collect();
    let states = states(&emails, db).await?;
    let line = |(row, state): (&email::Model, String)| {
        let order = row.order_id.and_then(|id| numbers.get(&id));
        let cells = [
            row.id.to_string(),
            date::minute(row.created_at),
            order.cloned().unwrap_or_default(),
            row.recipient.clone(),
            row.subject.clone(),
            state,
        ];
        printable(&cells.map(|cell| cell.replace(['\t', '\n'], " ")).join("\t"))
    };
    let lines = emails.iter().zip(states).map(line);
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// What became of each of `emails`.
pub async fn states(emails: &[email::Model], db: &Db) -> Result<Vec<String>, Failure> {
    let jobs = mail::jobs_of(&db.read, emails.iter().map(|email| email.id));
    let jobs = jobs.await.map_err(super::failure::failed)?;
    let state = |email: &email::Model| match (email.sent_at, jobs.get(&email.id)) {
        (Some(at), _) => format!("sent {}", date::minute(at)),
        (None, Some(job)) => state(job),
        (None, None) => "not sent".to_owned(),
    };
    Ok(emails.iter().map(state).collect())
}

async fn retry(numbers: &[i64], db: &Db) -> Result<String, Failure> {
    let chosen = match numbers {
        [] => JobSelection::Failed(Some(mail::KIND)),
        _ => JobSelection::Bodies(mail::KIND, numbers.iter().map(i64::to_string).collect()),
    };
    let done = jobs::retry(&db.write, chosen, date::now()).await;
    let done = done.map_err(super::failure::failed)?;
    Ok(format!("{done} e-mails will be tried again"))
}
