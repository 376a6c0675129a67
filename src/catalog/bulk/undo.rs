//! Taking a change back: each product is as it was, unless somebody changed the same facts since; what moved of its stock moves
//! back, beside what was sold.

use super::{
    patch::{self, StockDelta},
    record::{self, Record, Row, RowSelection},
    run::FEW,
    task,
};
use crate::{
    base::{date, error::AppError},
    catalog::{
        Product, bounds,
        store::{
            self,
            stock::{self, AddedStock, Cause, Kind},
        },
    },
    content::version,
    platform::{
        audit::{self, Actor, Entry},
        db::retried,
        services::Services,
    },
};
use sea_orm::DatabaseTransaction;

/// Why a change is not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BulkUndoError {
    /// It was, or there is no such change.
    Already,
    /// It is older than thirty days.
    TooOld,
    /// It is still being done.
    GoesOn,
}

/// Takes the change `id` back, or begins to.
pub async fn undo(
    services: &Services,
    id: i64,
    actor: &Actor,
) -> Result<Result<(), BulkUndoError>, AppError> {
    let attempt = || async {
        let now = date::now();
        let tx = services.db.begin().await?;
        let Some(record) = record::find(&tx, id).await? else {
            return Ok(Err(BulkUndoError::Already));
        };
        if record.at <= now - record::KEPT {
            return Ok(Err(BulkUndoError::TooOld));
        }
        if task::is_running(&tx, &record).await? {
            return Ok(Err(BulkUndoError::GoesOn));
        }
        if record.changed == 0 || !record::set_undone(&tx, id, now).await? {
            return Ok(Err(BulkUndoError::Already));
        }
        if usize::try_from(record.changed).unwrap_or(usize::MAX) > FEW {
            let task = task::add(&tx, id, None, actor, now).await?;
            record::set_task(&tx, id, task, true).await?;
        } else {
            some(&tx, &record, FEW, actor, now).await?;
        }
        let target = format!("change {id}");
        let entry = Entry::of("products.undo", &target);
        audit::record(&tx, actor, entry, now).await?;
        tx.commit().await?;
        Ok(Ok(()))
    };
    let done = retried(attempt).await?;
    services.task_waits.notify_one();
    Ok(done)
}

/// Undoes a bulk change for at most `most` of its products; returns how many it looked at.
pub(super) async fn some(
    tx: &DatabaseTransaction,
    record: &Record,
    most: usize,
    actor: &Actor,
    now: i64,
) -> Result<usize, AppError> {
    let rows = record::rows(tx, record.id, RowSelection::Open, 0, most).await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.product).collect();
    let products = store::products_to_change(tx, &ids).await?;
    let reason = format!("change {}", record.id);
    let cause = Cause::of(Kind::Undone, actor).because(&reason);
    let mut changed = Vec::new();
    for row in &rows {
        let outcome = match products.get(&row.product) {
            None => "It is gone.",
            Some(product) => one(tx, product, row, &cause, now).await?,
        };
        if outcome == "yes" {
            changed.push(row.product);
        }
        record::set_row_undone(tx, record.id, row.product, outcome).await?;
    }
    if !changed.is_empty() {
        version::touch_products(tx, &changed).await?;
    }
    Ok(rows.len())
}

/// Takes one product back: `yes`, or why it stays.
async fn one(
    tx: &DatabaseTransaction,
    product: &Product,
    row: &Row,
    cause: &Cause<'_>,
    now: i64,
) -> Result<&'static str, AppError> {
    let Some(back) = patch::taken_back(product, &row.before, &row.after)? else {
        return Ok("Somebody changed the same facts since.");
    };
    let moves = row
        .before
        .stock
        .iter()
        .map(|moved| (moved, left(product, moved)));
    let moves: Option<Vec<(&StockDelta, Option<i64>)>> =
        moves.map(|(moved, left)| Some((moved, left?))).collect();
    let Some(moves) = moves else {
        return Ok("Too few are left of it by now to take them away again.");
    };
    store::edit(tx, product, back, now).await?;
    for (moved, left) in moves {
        let place = moved.place(product.id);
        match (moved.was, moved.is) {
            (Some(was), Some(is)) => {
                let added = stock::add(tx, place, was - is, cause).await?;
                debug_assert!(matches!(added, AddedStock::Left(_)));
            }
            _ => drop(stock::set(tx, place, left, cause).await?),
        }
    }
    Ok("yes")
}

/// How many would be left where `moved` is taken back; `None` if that cannot be.
fn left(product: &Product, moved: &StockDelta) -> Option<Option<i64>> {
    let now = match moved.variation {
        None => product.stock,
        Some(id) => product.variations.iter().find(|it| it.id == id)?.stock,
    };
    match (moved.was, moved.is) {
        (Some(was), Some(is)) => {
            let left = now?.checked_add(was - is)?;
            let can_be = (0..=bounds::MAX_OF_ANYTHING).contains(&left);
            can_be.then_some(Some(left))
        }
        // It was not counted before: whatever was sold since, it is not again.
        (was, _) => Some(was),
    }
}
