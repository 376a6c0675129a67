//! Storing what staff changed of a product.

use super::{ADDED, CHANGED, COUNTED, diff::differences, target};
use crate::{
    base::error::AppError,
    catalog::{
        Product,
        product::Variation,
        store::{
            self,
            stock::{self, Cause, Kind, StockPlace},
        },
    },
    content::version,
    platform::audit::{self, Actor, Entry},
};
use sea_orm::ConnectionTrait;
use serde_json::{Map, Value, json};

/// Adds `wanted`, notes that in the log, and tells every instance of the shop; its number.
pub async fn add(
    tx: &impl ConnectionTrait,
    wanted: Product,
    actor: &Actor,
    now: i64,
) -> Result<i64, AppError> {
    let name = wanted.name.iter().next().map(|(_, text)| text.to_owned());
    let cause = Cause::of(Kind::Typed, actor);
    let added = store::put_over(tx, None, wanted, "", now, &cause).await?;
    let after = json!(name.unwrap_or_default());
    let target = target(added.id());
    let entry = Entry {
        after: Some(&after),
        ..Entry::of(ADDED, &target)
    };
    audit::record(tx, actor, entry, now).await?;
    version::touch_products(tx, &[added.id()]).await?;
    Ok(added.id())
}

/// Stores `wanted` in place of `before`, logs what differs and tells every instance of the shop; `false` if nothing does.
///
/// `before` must have been read to be changed in this transaction. The call must be the last in it, as one of
/// [`version::touch_products`] must be.
pub async fn store(
    tx: &impl ConnectionTrait,
    before: &Product,
    wanted: &Product,
    actor: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    let is_changed = write(tx, before, wanted, actor, now).await?;
    if is_changed {
        version::touch_products(tx, &[before.id]).await?;
    }
    Ok(is_changed)
}

/// Stores `wanted` in place of `before` and logs what differs; `false` if nothing does.
///
/// The caller has to call [`version::touch_products`] with every product it changed.
pub(super) async fn write(
    tx: &impl ConnectionTrait,
    before: &Product,
    wanted: &Product,
    actor: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    let target = target(before.id);
    // What is left is no fact of the product: it goes its own way.
    let mut facts = wanted.clone();
    facts.stock = before.stock;
    for variation in &mut facts.variations {
        if let Some(there) = of_id(&before.variations, variation.id) {
            variation.stock = there.stock;
        }
    }
    let handle = store::handle(tx, before.id).await?;
    let cause = Cause::of(Kind::Typed, actor);
    let put = store::put_over(tx, Some(before.clone()), facts, &handle, now, &cause).await?;
    if put.is_change() {
        let stored = store::product(tx, before.id).await?;
        let (was, is) = differences(before, &stored.ok_or(AppError::Internal)?)?;
        let (was, is) = (Value::Object(was), Value::Object(is));
        let entry = Entry {
            before: Some(&was),
            after: Some(&is),
            ..Entry::of(CHANGED, &target)
        };
        audit::record(tx, actor, entry, now).await?;
    }
    let (was, is) = count(tx, before, wanted, &cause).await?;
    let is_counted = was != is;
    if is_counted {
        let (was, is) = (Value::Object(was), Value::Object(is));
        let entry = Entry {
            before: Some(&was),
            after: Some(&is),
            ..Entry::of(COUNTED, &target)
        };
        audit::record(tx, actor, entry, now).await?;
    }
    Ok(put.is_change() || is_counted)
}

/// Sets the stock where `wanted` says another number; returns the old and the new stock of what changed, for the log.
async fn count(
    tx: &impl ConnectionTrait,
    before: &Product,
    wanted: &Product,
    cause: &Cause<'_>,
) -> Result<(Map<String, Value>, Map<String, Value>), AppError> {
    let (mut was, mut is) = (Map::new(), Map::new());
    if before.stock != wanted.stock {
        let place = StockPlace {
            product: before.id,
            variation: None,
        };
        stock::set(tx, place, wanted.stock, cause).await?;
        was.insert("stock".to_owned(), stock_value(before.stock));
        is.insert("stock".to_owned(), stock_value(wanted.stock));
    }
    for variation in &wanted.variations {
        let Some(there) = of_id(&before.variations, variation.id) else {
            continue;
        };
        if there.stock != variation.stock {
            let place = StockPlace {
                product: before.id,
                variation: Some(variation.id),
            };
            stock::set(tx, place, variation.stock, cause).await?;
            let choices: Vec<&str> = variation.options.values().map(String::as_str).collect();
            let name = choices.join(", ");
            was.insert(name.clone(), stock_value(there.stock));
            is.insert(name, stock_value(variation.stock));
        }
    }
    Ok((was, is))
}

/// A number, or that nobody counts.
fn stock_value(stock: Option<i64>) -> Value {
    stock.map_or_else(|| json!("not counted"), |left| json!(left))
}

fn of_id(all: &[Variation], id: i64) -> Option<&Variation> {
    all.iter().find(|it| it.id == id && id != 0)
}

/// Which product or category other than `id` has the URL `slug` now, if any: whether it is a product, and its id.
pub async fn slug_holder(
    db: &impl ConnectionTrait,
    slug: &str,
    is_product: bool,
    id: i64,
) -> Result<Option<(bool, i64)>, AppError> {
    let found = store::slug(db, slug).await?;
    let other = found.filter(|it| it.current && (it.is_product, it.target_id) != (is_product, id));
    Ok(other.map(|it| (it.is_product, it.target_id)))
}
