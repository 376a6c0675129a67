//! The order of products: at the store root, and in a category.

use super::{
    CategoryRefused,
    category::{ProductsMoved, write},
    change,
};
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

/// Lets `wanted` stand in the category `id`, in this order and before all else; those of `shown` that are not wanted stand in it
/// no more. The last of its transaction.
pub async fn fill_category(
    tx: &impl ConnectionTrait,
    id: i64,
    shown: &[i64],
    wanted: &[i64],
    actor: &Actor,
    now: i64,
) -> Result<Result<(), CategoryRefused>, AppError> {
    let new = wanted.iter().filter(|it| !shown.contains(it));
    let gone = shown.iter().filter(|it| !wanted.contains(it));
    let mut all: Vec<i64> = new.chain(gone).copied().collect();
    all.sort_unstable();
    let mut moved = ProductsMoved::default();
    for product in all {
        let Some(before) = store::product_to_change(tx, product).await? else {
            continue;
        };
        let mut after = before.clone();
        match wanted.contains(&product) {
            true if before.categories.contains(&id) => {}
            true => {
                after.categories.push(id);
                moved.into.push(product);
            }
            false if before.categories.contains(&id) => {
                after.categories.retain(|it| *it != id);
                moved.out.push(product);
            }
            false => {}
        }
        change::write(tx, &before, &after, actor, now).await?;
    }
    version::lock(tx).await?;
    let Some((category, _)) = store::category(tx, id).await? else {
        return Ok(Err(CategoryRefused::Gone));
    };
    let rest = category.order.iter();
    let rest = rest.filter(|it| !wanted.contains(it) && !shown.contains(it));
    let filled = Category {
        order: wanted.iter().chain(rest).copied().collect(),
        ..category.clone()
    };
    write(tx, id, filled, &moved, actor, now).await?;
    version::touch(tx).await?;
    Ok(Ok(()))
}
