//! `awning emails`.

use super::{Failure, printable};
use crate::{base::date, order::entity::order, platform::db::Db, platform::mail::entity as email};
use clap::Subcommand;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
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
        found = found.filter(email::Column::FailedAt.is_not_null());
    }
    let emails = found.all(&db.read).await?;
    let ids = emails.iter().filter_map(|row| row.order_id);
    let orders = order::Entity::find().filter(order::Column::Id.is_in(ids));
    let orders = orders.all(&db.read).await?;
    let numbers: HashMap<i64, String> = orders
        .into_iter()
        .map(|order| (order.id, order.public_id))
        .collect();
    let line = |row: &email::Model| {
        let order = row.order_id.and_then(|id| numbers.get(&id));
        let cells = [
            row.id.to_string(),
            date::minute(row.created_at),
            order.cloned().unwrap_or_default(),
            row.recipient.clone(),
            row.subject.clone(),
            state(row),
        ];
        printable(&cells.map(|cell| cell.replace(['\t', '\n'], " ")).join("\t"))
    };
    Ok(emails.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// What became of an e-mail.
pub fn state(row: &email::Model) -> String {
    let why = row.error.as_deref().unwrap_or_default();
    let tries = row.attempts;
    match (row.sent_at, row.failed_at) {
        (Some(at), _) => format!("sent {}", date::minute(at)),
        (None, Some(_)) => format!("failed after {tries} tries: {why}"),
        (None, None) if why.is_empty() => "waiting".to_owned(),
        (None, None) => format!("waiting after {tries} tries: {why}"),
    }
}

async fn retry(numbers: &[i64], db: &Db) -> Result<String, Failure> {
    let now = date::now();
    let mut again = email::Entity::update_many()
        .col_expr(email::Column::FailedAt, Expr::value(Option::<i64>::None))
        .col_expr(email::Column::Attempts, Expr::value(0))
        .col_expr(email::Column::CreatedAt, Expr::value(now))
        .col_expr(email::Column::DueAt, Expr::value(now))
        .filter(email::Column::SentAt.is_null())
        .filter(email::Column::FailedAt.is_not_null());
    if !numbers.is_empty() {
        again = again.filter(email::Column::Id.is_in(numbers.iter().copied()));
    }
    let done = again.exec(&db.write).await?.rows_affected;
    Ok(format!("{done} e-mails will be tried again"))
}
