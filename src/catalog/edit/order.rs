//! The order of products: at the store root, and in a category.

use super::change;
use crate::{
    base::error::AppError,
    catalog::{Category, store},
    content::version,
    platform::audit::Actor,
};
use sea_orm::ConnectionTrait;

/// Shows `wanted` at the store root, in this order, and of `shown` nothing else: those that were not on the form stay as they
/// are. The last of its transaction.
pub async fn feature(
    tx: &impl ConnectionTrait,
    shown: &[i64],
    wanted: &[i64],
    actor: &Actor,
    now: i64,
) -> Result<(), AppError> {
    let mut all: Vec<i64> = shown.iter().chain(wanted).copied().collect();
    // In one order, so that of two who do this neither waits for the other for ever.
    all.sort_unstable();
    all.dedup();
    let mut changed = Vec::new();
    for id in all {
        let Some(before) = store::product_to_change(tx, id).await? else {
            continue;
        };
        let place = wanted.iter().position(|it| *it == id);
        let mut after = before.clone();
        after.featured = place.and_then(|place| i64::try_from(place + 1).ok());
        if change::write(tx, &before, &after, actor, now).await? {
            changed.push(id);
        }
    }
    if !changed.is_empty() {
        version::touch_products(tx, &changed).await?;
    }
    Ok(())
}

/// The order of `category` where `wanted` stand first, and what else had a place keeps it behind them.
pub fn put_in_order(category: &Category, wanted: &[i64]) -> Vec<i64> {
    let rest = category.order.iter().filter(|id| !wanted.contains(id));
    wanted.iter().chain(rest).copied().collect()
}
