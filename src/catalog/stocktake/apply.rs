//! Making stock of what was counted, once.

use super::{Row, State, review, to_change};
use crate::{
    base::{date, error::AppError},
    catalog::store::stock::{self, AddedStock, Cause, Kind},
    content::version,
    platform::{
        audit::{self, Actor, Entry},
        db::{Db, retried, statement},
    },
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use serde_json::json;

/// Rows read at once.
const AT_ONCE: usize = 500;

/// What came of ending a stocktaking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// So many places have another stock since.
    Changed(usize),
    /// It was over already, or there is none.
    Already,
}

/// Moves stock by every difference that the stocktaking `id` found: what was sold since it was counted stays sold.
pub async fn apply(db: &Db, id: i64, actor: &Actor) -> Result<Ended, AppError> {
    let attempt = || async {
        let tx = db.begin().await?;
        let stocktake = to_change(&tx, id).await?;
        let Some(stocktake) = stocktake.filter(|it| it.state == State::Open) else {
            return Ok(Ended::Already);
        };
        let (mut after, mut changed, mut places) = (None, Vec::new(), 0);
        let cause = Cause::of(Kind::Counted, actor).because(&stocktake.name);
        loop {
            let rows = review::rows(&tx, id, true, after, AT_ONCE).await?;
            let Some(last) = rows.last() else { break };
            after = Some(last.place);
            for row in &rows {
                if let Some(delta) = moved(&tx, row, &cause).await? {
                    note(&tx, id, row, delta).await?;
                    changed.push(row.place.product);
                    places += 1;
                }
            }
        }
        let now = date::now();
        end(&tx, id, State::Applied, actor, now).await?;
        let count = json!({ "changed": places });
        let entry = Entry {
            after: Some(&count),
            ..Entry::of("stocktake.apply", &stocktake.name)
        };
        audit::record(&tx, actor, entry, now).await?;
        if !changed.is_empty() {
            version::touch_products(&tx, &changed).await?;
        }
        tx.commit().await?;
        Ok(Ended::Changed(places))
    };
    retried(attempt).await
}

/// Moves the stock of one place; by how much, if anything is there to move.
async fn moved(
    tx: &DatabaseTransaction,
    row: &Row,
    cause: &Cause<'_>,
) -> Result<Option<i64>, AppError> {
    if row.expected.is_none() {
        let is_set = stock::set(tx, row.place, Some(row.counted), cause).await?;
        return Ok(is_set.then_some(row.counted));
    }
    let delta = row.difference();
    Ok(match stock::add(tx, row.place, delta, cause).await? {
        AddedStock::Left(_) => Some(delta),
        // More was sold since than was there: nothing is left.
        AddedStock::OutOfBounds(left) if delta < 0 => {
            let is_set = stock::set(tx, row.place, Some(0), cause).await?;
            is_set.then_some(-left)
        }
        AddedStock::OutOfBounds(_) | AddedStock::NotCounted => None,
    })
}

async fn note(tx: &DatabaseTransaction, id: i64, row: &Row, delta: i64) -> Result<(), AppError> {
    const NOTE: &str = "UPDATE stocktake_counts SET difference = $4 \
        WHERE stocktake_id = $1 AND product_id = $2 AND variation_id = $3";
    let variation = row.place.variation.unwrap_or(0);
    let values = [
        id.into(),
        row.place.product.into(),
        variation.into(),
        delta.into(),
    ];
    tx.execute_raw(statement(tx, NOTE, values)).await?;
    Ok(())
}

async fn end(
    tx: &DatabaseTransaction,
    id: i64,
    state: State,
    actor: &Actor,
    now: i64,
) -> Result<(), AppError> {
    const END: &str =
        "UPDATE stocktakes SET state = $2, ended_at = $3, ended_by = $4 WHERE id = $1";
    let values = [
        id.into(),
        state.code().into(),
        now.into(),
        actor.who.as_str().into(),
    ];
    tx.execute_raw(statement(tx, END, values)).await?;
    Ok(())
}

/// Gives the stocktaking `id` up: nothing changes.
pub async fn drop_it(db: &Db, id: i64, actor: &Actor) -> Result<Ended, AppError> {
    let attempt = || async {
        let tx = db.begin().await?;
        let stocktake = to_change(&tx, id).await?;
        let Some(stocktake) = stocktake.filter(|it| it.state == State::Open) else {
            return Ok(Ended::Already);
        };
        let now = date::now();
        end(&tx, id, State::Dropped, actor, now).await?;
        let entry = Entry::of("stocktake.drop", &stocktake.name);
        audit::record(&tx, actor, entry, now).await?;
        tx.commit().await?;
        Ok(Ended::Changed(0))
    };
    retried(attempt).await
}
