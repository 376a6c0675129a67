//! `awning emails`.

use super::{Failure, printable};
use crate::{
    base::date,
    order::entity::{letter, order},
    platform::db::Db,
};
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

/// Runs an e-mail command, and says what came of it.
pub async fn run(command: Command, db: &Db) -> Result<String, Failure> {
    match command {
        Command::List { failed } => list(failed, db).await,
        Command::Retry { numbers } => retry(&numbers, db).await,
    }
}

async fn list(failed: bool, db: &Db) -> Result<String, Failure> {
    let mut found = letter::Entity::find()
        .order_by_desc(letter::Column::Id)
        .limit(LISTED);
    if failed {
        found = found.filter(letter::Column::FailedAt.is_not_null());
    }
    let letters = found.all(&db.read).await?;
    let ids = letters.iter().filter_map(|letter| letter.order_id);
    let orders = order::Entity::find().filter(order::Column::Id.is_in(ids));
    let orders = orders.all(&db.read).await?;
    let numbers: HashMap<i64, String> = orders
        .into_iter()
        .map(|order| (order.id, order.public_id))
        .collect();
    let line = |letter: &letter::Model| {
        let order = letter.order_id.and_then(|id| numbers.get(&id));
        let cells = [
            letter.id.to_string(),
            date::minute(letter.created_at),
            order.cloned().unwrap_or_default(),
            letter.recipient.clone(),
            letter.subject.clone(),
            state(letter),
        ];
        printable(&cells.map(|cell| cell.replace(['\t', '\n'], " ")).join("\t"))
    };
    Ok(letters.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// What became of an e-mail.
pub fn state(letter: &letter::Model) -> String {
    let why = letter.error.as_deref().unwrap_or_default();
    let tries = letter.attempts;
    match (letter.sent_at, letter.failed_at) {
        (Some(at), _) => format!("sent {}", date::minute(at)),
        (None, Some(_)) => format!("failed after {tries} tries: {why}"),
        (None, None) if why.is_empty() => "waiting".to_owned(),
        (None, None) => format!("waiting after {tries} tries: {why}"),
    }
}

async fn retry(numbers: &[i64], db: &Db) -> Result<String, Failure> {
    let now = date::now();
    let mut again = letter::Entity::update_many()
        .col_expr(letter::Column::FailedAt, Expr::value(Option::<i64>::None))
        .col_expr(letter::Column::Attempts, Expr::value(0))
        .col_expr(letter::Column::CreatedAt, Expr::value(now))
        .col_expr(letter::Column::DueAt, Expr::value(now))
        .filter(letter::Column::SentAt.is_null())
        .filter(letter::Column::FailedAt.is_not_null());
    if !numbers.is_empty() {
        again = again.filter(letter::Column::Id.is_in(numbers.iter().copied()));
    }
    let done = again.exec(&db.write).await?.rows_affected;
    Ok(format!("{done} e-mails will be tried again"))
}
