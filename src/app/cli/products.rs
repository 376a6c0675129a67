//! `awning product`: deletes products.

use super::failure::{Failure, failed};
use crate::{
    base::date,
    catalog::edit,
    platform::{audit::Actor, db::Db},
};
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
    /// Delete products for good; orders keep what they say of them
    Delete {
        /// Ids of products
        #[arg(required = true)]
        ids: Vec<i64>,
    },
}

/// Runs a command about products, and says what came of it.
pub async fn run(command: Command, db: &Db) -> Result<String, Failure> {
    let Command::Delete { ids } = command;
    let tx = db.begin().await?;
    for id in &ids {
        let was_there = edit::remove(&tx, *id, &Actor::command_line(), date::now()).await;
        if !was_there.map_err(failed)? {
            return Err(format!("there is no product {id}; nothing was deleted").into());
        }
    }
    tx.commit().await?;
    Ok(format!("deleted {} products", ids.len()))
}
