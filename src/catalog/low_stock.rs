//! Telling the merchant that things run low: once an hour, of everything that fell since, whoever caused it. It goes by the
//! movements, which nobody who changes stock can leave out.

use super::{
    Product, emails,
    product::Variation,
    store::{
        self, list_columns,
        stock::{self, Movement, StockPlace},
    },
};
use crate::{
    base::{
        date::{self, HOUR},
        error::AppError,
    },
    platform::{
        db::{retried, statement},
        jobs::{Job, Setback, Work},
        mail::{self, Posting},
        services::Services,
    },
};
use async_trait::async_trait;
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;

/// The counter that says up to which movement was looked.
const COUNTER: &str = "low stock";
/// Seconds after which no transaction is open any more that keeps an earlier movement.
const SETTLED: i64 = 120;
/// Movements looked at at once.
const AT_ONCE: usize = 1_000;

/// Looks each hour what runs low.
pub struct LowStock(Box<dyn Fn() -> Services + Send + Sync>);

impl LowStock {
    /// For the shop that `services` brings, by the settings of the time.
    pub fn new(services: impl Fn() -> Services + Send + Sync + 'static) -> Self {
        Self(Box::new(services))
    }
}

#[async_trait]
impl Work for LowStock {
    fn kind(&self) -> &'static str {
        COUNTER
    }

    fn every(&self) -> Option<i64> {
        Some(HOUR)
    }

    /// The next look tells what this one could not.
    fn tried_for(&self) -> i64 {
        0
    }

    async fn run(&self, _: &Job) -> Result<(), Setback> {
        tell(&(self.0)(), date::now()).await?;
        Ok(())
    }
}

/// Sends the merchant an e-mail about stock that fell low since the last time and still is; returns the number of entries
/// that it told of.
pub async fn tell(services: &Services, now: i64) -> Result<usize, AppError> {
    let (db, config) = (&services.db, &services.config);
    let low = i64::from(config.low_stock_at);
    let begun = looked_at(&db.read).await?;
    let (mut after, mut fallen) = (begun, BTreeSet::new());
    loop {
        let (falls, last) = stock::falls(&db.read, after, now - SETTLED, AT_ONCE).await?;
        fallen.extend(fallen_low(&db.read, &falls, low).await?);
        if last == after {
            break;
        }
        after = last;
    }
    if after == begun {
        return Ok(0);
    }
    let told = still_low(&db.read, config.store_language.code(), fallen, low).await?;
    let note = || async {
        let tx = db.begin().await?;
        // Of two instances, one tells.
        let is_first = advanced(&tx, begun, after).await?;
        if is_first && !told.is_empty() {
            let email = emails::low_stock(config, &told)?;
            for recipient in &config.notify {
                mail::enqueue(&tx, Posting::to(recipient, now), email.clone()).await?;
            }
        }
        tx.commit().await?;
        Ok(is_first)
    };
    let is_first = retried(note).await?;
    services.job_waits.notify_one();
    Ok(if is_first { told.len() } else { 0 })
}

async fn looked_at(db: &impl ConnectionTrait) -> Result<i64, AppError> {
    const READ: &str = "SELECT value FROM counters WHERE name = $1";
    let row = db.query_one_raw(statement(db, READ, [COUNTER.into()]));
    let value = row.await?.map(|row| row.try_get_by_index(0)).transpose()?;
    Ok(value.unwrap_or(0))
}

/// Notes that movements up to `after` were looked at; `false` if somebody else did since `begun`.
async fn advanced(tx: &impl ConnectionTrait, begun: i64, after: i64) -> Result<bool, AppError> {
    const BEGIN: &str =
        "INSERT INTO counters (name, value) VALUES ($1, 0) ON CONFLICT (name) DO NOTHING";
    const NOTE: &str = "UPDATE counters SET value = $3 WHERE name = $1 AND value = $2";
    tx.execute_raw(statement(tx, BEGIN, [COUNTER.into()]))
        .await?;
    let values = [COUNTER.into(), begun.into(), after.into()];
    let noted = tx.execute_raw(statement(tx, NOTE, values)).await?;
    Ok(noted.rows_affected() == 1)
}

/// Where `falls` made something low, by the number of the product, or else `shop`'s.
async fn fallen_low(
    db: &impl ConnectionTrait,
    falls: &[Movement],
    shop: i64,
) -> Result<BTreeSet<StockPlace>, AppError> {
    let mut ids: Vec<i64> = falls.iter().map(|it| it.place.product).collect();
    ids.sort_unstable();
    ids.dedup();
    let products = store::products(db, &ids).await?;
    let is_low = |it: &&Movement| {
        let product = products.get(&it.place.product);
        product.is_some_and(|product| it.falls_to(low_at(product, it.place.variation, shop)))
    };
    Ok(falls.iter().filter(is_low).map(|it| it.place).collect())
}

/// From how many on `product`, or a variation of it, runs low: by its own number, or else `shop`'s. 0 is never.
pub fn low_at(product: &Product, variation: Option<i64>, shop: i64) -> i64 {
    let of = |id| product.variations.iter().find(|it| it.id == id);
    let variation = variation.and_then(of).and_then(|it| it.low_stock_at);
    variation.or(product.low_stock_at).unwrap_or(shop)
}

/// Whether `product`, or a variation of it, runs low.
pub fn is_low(product: &Product, shop: i64) -> bool {
    list_columns::low_from(product) <= shop
}

/// Name and stock of each of `fallen` that is enabled and still low.
async fn still_low(
    db: &impl ConnectionTrait,
    language: &str,
    fallen: BTreeSet<StockPlace>,
    low: i64,
) -> Result<Vec<(String, i64)>, AppError> {
    let ids: Vec<i64> = fallen.iter().map(|place| place.product).collect();
    let products = store::products(db, &ids).await?;
    let still = fallen.into_iter().filter_map(|place| {
        let product = products.get(&place.product).filter(|it| it.enabled)?;
        let (name, left) = at(product, place.variation, language)?;
        let low = low_at(product, place.variation, low);
        (low > 0 && left <= low).then_some((name, left))
    });
    Ok(still.collect())
}

fn at(product: &Product, variation: Option<i64>, language: &str) -> Option<(String, i64)> {
    let name = product.name.get(language);
    let Some(id) = variation else {
        let counts = stock::is_counted_at_product(product);
        return Some((name.to_owned(), product.stock.filter(|_| counts)?));
    };
    let variation = product.variations.iter().find(|it| it.id == id)?;
    let name = format!("{name}, {}", chosen(variation));
    Some((name, variation.stock?))
}

/// What makes `variation` another one than the others, such as `M, red`.
pub fn chosen(variation: &Variation) -> String {
    let choices: Vec<&str> = variation.options.values().map(String::as_str).collect();
    choices.join(", ")
}
