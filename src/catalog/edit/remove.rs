//! Deleting a product, and what else of it there is.

use super::{REMOVED, target};
use crate::{
    base::error::AppError,
    catalog::{schedule, store},
    content::drafts::{self, DraftKind},
    platform::{
        audit::{self, Actor, Entry},
        db::statement,
    },
};
use sea_orm::ConnectionTrait;
use serde_json::json;

/// What refers to a product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traces {
    /// Carts that it lies in.
    pub carts: i64,
    /// Shoppers who keep it for later, or wait for it.
    pub favourites: i64,
    /// What buyers said of it.
    pub reviews: i64,
    /// Files that come with it.
    pub files: i64,
}

/// What refers to the product `id`. Orders do not: they keep what they say of it.
pub async fn traces(db: &impl ConnectionTrait, id: i64) -> Result<Traces, AppError> {
    const COUNT: &str = "SELECT \
        (SELECT COUNT(DISTINCT cart_id) FROM cart_lines WHERE product_id = $1), \
        (SELECT COUNT(*) FROM favourites WHERE product_id = $1) + (SELECT COUNT(*) FROM stock_alerts WHERE product_id = $1), \
        (SELECT COUNT(*) FROM reviews WHERE product_id = $1), \
        (SELECT COUNT(*) FROM product_files WHERE product_id = $1)";
    let row = db.query_one_raw(statement(db, COUNT, [id.into()])).await?;
    let row = row.ok_or(AppError::Internal)?;
    Ok(Traces {
        carts: row.try_get_by_index(0)?,
        favourites: row.try_get_by_index(1)?,
        reviews: row.try_get_by_index(2)?,
        files: row.try_get_by_index(3)?,
    })
}

/// Deletes the product `id` for good, with what was planned and drafted of it, and notes that in the log; whether there was
/// one. The last of its transaction.
pub async fn remove(
    tx: &impl ConnectionTrait,
    id: i64,
    actor: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    let Some(there) = store::product_to_change(tx, id).await? else {
        return Ok(false);
    };
    schedule::forget(tx, id).await?;
    drafts::end(tx, DraftKind::Product, &id.to_string()).await?;
    let name = there.name.iter().next().map(|(_, text)| text.to_owned());
    let (before, target) = (json!(name.unwrap_or_default()), target(id));
    let entry = Entry {
        before: Some(&before),
        ..Entry::of(REMOVED, &target)
    };
    audit::record(tx, actor, entry, now).await?;
    store::delete_product(tx, id, now).await
}
