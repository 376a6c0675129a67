//! `awning subscriptions`: lists and cancels subscriptions.

use super::failure::{Failure, failed, printable};
use crate::{
    base::date,
    platform::{config::Config, db::Db, services::Services},
    subscription::{emails, entity::subscription, form::cancel_one, store},
};
use clap::Subcommand;
use sea_orm::ActiveEnum;

#[derive(Subcommand)]
pub enum Command {
    /// List subscriptions, the latest first: number, e-mail, status, next date, what and for how much, and what is
    /// in the way
    List,
    /// End a subscription; its shopper gets the receipt
    Cancel {
        /// Its number
        number: i64,
    },
}

impl Command {
    /// Whether it changes nothing.
    pub fn only_reads(&self) -> bool {
        matches!(self, Self::List)
    }
}

/// Runs a command about subscriptions, and says what came of it.
pub async fn run(command: Command, config: &Config, db: &Db) -> Result<String, Failure> {
    let services = Services::open(config.clone(), db.clone())?;
    match command {
        Command::List => list(&services).await,
        Command::Cancel { number } => cancel(number, &services).await,
    }
}

async fn list(services: &Services) -> Result<String, Failure> {
    let rows = store::all(&services.db.read).await.map_err(failed)?;
    let mut lines = Vec::new();
    for row in &rows {
        lines.push(line(row, services)?);
    }
    Ok(printable(&lines.join("\n")))
}

fn line(row: &subscription::Model, services: &Services) -> Result<String, Failure> {
    let document = store::document(row).map_err(failed)?;
    let trouble = row.trouble.map(|trouble| trouble.to_value());
    let columns = [
        row.id.to_string(),
        row.email.clone(),
        row.status.to_value(),
        date::day(row.ended_at.unwrap_or(row.next_at)),
        emails::terms(
            row,
            &document,
            &services.config,
            services.config.own_language(),
        ),
        trouble.unwrap_or_default(),
    ];
    Ok(columns.join("\t").trim_end().to_owned())
}

async fn cancel(number: i64, services: &Services) -> Result<String, Failure> {
    let found = store::find(&services.db.read, number)
        .await
        .map_err(failed)?;
    if found.is_none() {
        return Err(format!("there is no subscription {number}").into());
    }
    let is_new = cancel_one(services, number).await.map_err(failed)?;
    let said = if is_new {
        "cancelled"
    } else {
        "cancelled before"
    };
    Ok(format!("{number}: {said}"))
}
