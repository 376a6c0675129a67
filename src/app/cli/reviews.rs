//! `awning reviews`: lists, publishes and rejects reviews.

use super::failure::{Failure, failed, printable};
use crate::{
    base::{date, error::AppError},
    catalog::store::{
        self as catalog,
        entity::review::{self, ReviewStatus},
    },
    platform::{
        audit,
        config::Config,
        db::{Db, retried},
    },
    reviews::store,
};
use clap::Subcommand;
use sea_orm::ActiveEnum;

/// Most that are listed.
const LISTED: u64 = 200;

#[derive(Subcommand)]
pub enum Command {
    /// List the reviews that wait to be looked at: number, day, status, product, stars, name and text
    List {
        /// Those that were published or rejected too
        #[arg(long)]
        all: bool,
    },
    /// Show reviews on their product's page
    Publish {
        /// Their numbers
        #[arg(required = true)]
        numbers: Vec<i64>,
    },
    /// Keep reviews off their product's page
    Reject {
        /// Their numbers
        #[arg(required = true)]
        numbers: Vec<i64>,
    },
}

impl Command {
    /// Whether it changes nothing.
    pub fn only_reads(&self) -> bool {
        matches!(self, Self::List { .. })
    }
}

/// Runs a review command, and says what came of it.
pub async fn run(command: Command, config: &Config, db: &Db) -> Result<String, Failure> {
    match command {
        Command::List { all } => list(all, config, db).await,
        Command::Publish { numbers } => {
            decide(&numbers, ReviewStatus::Published, "published", db).await
        }
        Command::Reject { numbers } => {
            decide(&numbers, ReviewStatus::Rejected, "rejected", db).await
        }
    }
}

async fn list(all: bool, config: &Config, db: &Db) -> Result<String, Failure> {
    let status = (!all).then_some(ReviewStatus::Pending);
    let reviews = store::list(&db.read, status, LISTED)
        .await
        .map_err(failed)?;
    let ids: Vec<i64> = reviews.iter().map(|review| review.product_id).collect();
    let products = catalog::products(&db.read, &ids).await.map_err(failed)?;
    let language = config.store_language.code();
    let line = |review: &review::Model| {
        let product = products.get(&review.product_id);
        let name = product.map(|it| it.name.get(language)).unwrap_or_default();
        let cells = [
            review.id.to_string(),
            date::day(review.changed_at),
            review.status.to_value(),
            format!("{} {name}", review.product_id),
            format!("{} stars", review.stars),
            review.name.clone(),
            format!("{} {}", review.title, review.text)
                .trim()
                .to_owned(),
        ];
        printable(&cells.map(|cell| cell.replace(['\t', '\n'], " ")).join("\t"))
    };
    Ok(reviews.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// Puts each of `numbers` at `status`; what is `done` is said, and a number that no review has ends it.
async fn decide(
    numbers: &[i64],
    status: ReviewStatus,
    done: &str,
    db: &Db,
) -> Result<String, Failure> {
    for number in numbers {
        let found = retried(|| decided(*number, status, db)).await;
        if !found.map_err(failed)? {
            return Err(format!("there is no review {number}").into());
        }
        audit::review_decided(*number, done);
    }
    Ok(format!("{} {done}", numbers.len()))
}

/// Returns `false` if there is no such review.
async fn decided(number: i64, status: ReviewStatus, db: &Db) -> Result<bool, AppError> {
    let tx = db.begin().await?;
    let is_there = store::decide(&tx, number, status).await?;
    tx.commit().await?;
    Ok(is_there)
}
