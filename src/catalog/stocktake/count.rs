//! Counting: each scan and each number typed is an entry of its own, kept with who it was.

use super::{State, to_change};
use crate::{
    base::{date, error::AppError},
    catalog::{Product, bounds::MAX_OF_ANYTHING, store, store::stock::StockPlace},
    platform::{
        audit::Actor,
        db::{Db, retried, statement},
    },
};
use sea_orm::{ConnectionTrait, DatabaseTransaction, QueryResult};

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountEntry {
    /// So many more are there.
    More(i64),
    /// So many are there in all.
    InAll(i64),
}

/// What came of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountOutcome {
    /// So many are counted in all.
    InAll(i64),
    /// The form was sent before, and counted then.
    Again,
    /// The stocktaking is over, or there is none.
    Over,
    /// There is no such product.
    Gone,
    /// It would be less than nothing, or more than can be counted.
    OutOfBounds,
}

/// Where `variation` of `product` is counted: at itself, if it has stock of its own or nothing is counted of the product.
pub fn place_of(product: &Product, variation: Option<i64>) -> Option<StockPlace> {
    let Some(id) = variation else {
        return Some(StockPlace {
            product: product.id,
            variation: None,
        });
    };
    let variation = product.variations.iter().find(|it| it.id == id)?;
    let is_own = variation.stock.is_some() || product.stock.is_none();
    Some(StockPlace {
        product: product.id,
        variation: is_own.then_some(id),
    })
}

/// Counts at `place` in the stocktaking `id`; the same `form` counts once.
pub async fn count(
    db: &Db,
    id: i64,
    place: StockPlace,
    wanted: CountEntry,
    form: &str,
    actor: &Actor,
) -> Result<CountOutcome, AppError> {
    let attempt = || async {
        let tx = db.begin().await?;
        let stocktake = to_change(&tx, id).await?;
        if stocktake.is_none_or(|it| it.state != State::Open) {
            return Ok(CountOutcome::Over);
        }
        let product = store::product(&tx, place.product).await?;
        let expected = product.and_then(|product| match place.variation {
            None => Some(product.stock),
            Some(id) => Some(product.variations.iter().find(|it| it.id == id)?.stock),
        });
        let Some(expected) = expected else {
            return Ok(CountOutcome::Gone);
        };
        let before = counted(&tx, id, place).await?;
        let more = match wanted {
            CountEntry::More(more) => more,
            CountEntry::InAll(all) => all - before,
        };
        let all = before + more;
        if !(0..=MAX_OF_ANYTHING).contains(&all) {
            return Ok(CountOutcome::OutOfBounds);
        }
        let now = date::now();
        if !add(&tx, id, form, place, more, actor, now).await? {
            return Ok(CountOutcome::Again);
        }
        put(&tx, id, place, all, expected, actor, now).await?;
        tx.commit().await?;
        Ok(CountOutcome::InAll(all))
    };
    retried(attempt).await
}

fn stored(place: StockPlace) -> i64 {
    place.variation.unwrap_or(0)
}

/// How many are counted at `place` in the stocktaking `id`.
pub async fn counted(
    db: &impl ConnectionTrait,
    id: i64,
    place: StockPlace,
) -> Result<i64, AppError> {
    const READ: &str = "SELECT counted FROM stocktake_counts \
        WHERE stocktake_id = $1 AND product_id = $2 AND variation_id = $3";
    let values = [id.into(), place.product.into(), stored(place).into()];
    let row = db.query_one_raw(statement(db, READ, values)).await?;
    Ok(row.map_or(Ok(0), |row| row.try_get_by_index(0))?)
}

/// Keeps an entry; `false` if the form was sent before.
async fn add(
    tx: &DatabaseTransaction,
    id: i64,
    form: &str,
    place: StockPlace,
    quantity: i64,
    actor: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    const ADD: &str = "INSERT INTO stocktake_entries (stocktake_id, form, product_id, variation_id, quantity, at, who) \
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (stocktake_id, form) DO NOTHING";
    let values = [
        id.into(),
        form.into(),
        place.product.into(),
        stored(place).into(),
        quantity.into(),
        now.into(),
        actor.who.as_str().into(),
    ];
    let added = tx.execute_raw(statement(tx, ADD, values)).await?;
    Ok(added.rows_affected() == 1)
}

/// Says how many are counted, where so many were expected at that moment.
async fn put(
    tx: &DatabaseTransaction,
    id: i64,
    place: StockPlace,
    all: i64,
    expected: Option<i64>,
    actor: &Actor,
    now: i64,
) -> Result<(), AppError> {
    const PUT: &str = "INSERT INTO stocktake_counts \
        (stocktake_id, product_id, variation_id, counted, expected, counted_at, who) VALUES ($1, $2, $3, $4, $5, $6, $7) \
        ON CONFLICT (stocktake_id, product_id, variation_id) DO UPDATE SET counted = $4, expected = $5, counted_at = $6, who = $7";
    let values = [
        id.into(),
        place.product.into(),
        stored(place).into(),
        all.into(),
        expected.into(),
        now.into(),
        actor.who.as_str().into(),
    ];
    tx.execute_raw(statement(tx, PUT, values)).await?;
    Ok(())
}

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where.
    pub place: StockPlace,
    /// How many more were counted.
    pub quantity: i64,
    /// When.
    pub at: i64,
    /// By whom.
    pub who: String,
}

/// The latest entries of the stocktaking `id`, the last first.
pub async fn entries(
    db: &impl ConnectionTrait,
    id: i64,
    most: u32,
) -> Result<Vec<Entry>, AppError> {
    const LATEST: &str = "SELECT product_id, variation_id, quantity, at, who FROM stocktake_entries \
        WHERE stocktake_id = $1 ORDER BY id DESC LIMIT $2";
    let values = [id.into(), i64::from(most).into()];
    let rows = db.query_all_raw(statement(db, LATEST, values)).await?;
    let read = |row: &QueryResult| {
        let variation: i64 = row.try_get_by_index(1)?;
        Ok(Entry {
            place: StockPlace {
                product: row.try_get_by_index(0)?,
                variation: Some(variation).filter(|id| *id != 0),
            },
            quantity: row.try_get_by_index(2)?,
            at: row.try_get_by_index(3)?,
            who: row.try_get_by_index(4)?,
        })
    };
    rows.iter().map(read).collect()
}
