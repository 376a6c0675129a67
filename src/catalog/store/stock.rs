//! Stock: taken when something is ordered, put back when it is not sent.

use crate::{
    base::{date, error::AppError},
    platform::db::statement,
};
use sea_orm::ConnectionTrait;

/// Takes `quantity` off the stock of a product, or of its variation if that has its own; `None` if
/// there are not that many, else whether none are left.
pub async fn take(
    tx: &impl ConnectionTrait,
    product: i64,
    variation: Option<i64>,
    quantity: i64,
) -> Result<Option<bool>, AppError> {
    let (table, id) = match variation {
        Some(id) => ("variations", id),
        None => ("products", product),
    };
    let sql = format!(
        "UPDATE {table} SET stock = stock - $1 WHERE id = $2 AND stock >= $1 RETURNING stock"
    );
    let taken = tx
        .query_one_raw(statement(tx, &sql, [quantity.into(), id.into()]))
        .await?;
    Ok(match taken {
        Some(row) => Some(row.try_get_by_index::<i64>(0)? == 0),
        None => None,
    })
}

/// Adds `quantity` to the stock of a product, or of its variation if that has its own; nothing where
/// none is counted.
pub async fn put_back(
    tx: &impl ConnectionTrait,
    product: i64,
    variation: Option<i64>,
    quantity: i64,
) -> Result<(), AppError> {
    let at_variation = match variation {
        Some(variation) => give_back(tx, "variations", variation, quantity).await?,
        None => false,
    };
    if !at_variation {
        give_back(tx, "products", product, quantity).await?;
    }
    Ok(())
}

/// Adds `quantity` to the stock of the row `id`; whether it counts one.
async fn give_back(
    tx: &impl ConnectionTrait,
    table: &str,
    id: i64,
    quantity: i64,
) -> Result<bool, AppError> {
    let sql = format!("UPDATE {table} SET stock = stock + $1 WHERE id = $2 AND stock IS NOT NULL");
    let done = tx
        .execute_raw(statement(tx, &sql, [quantity.into(), id.into()]))
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Tells every instance of the shop that `products` sold out, or can be bought again.
pub async fn note(tx: &impl ConnectionTrait, products: &[i64]) -> Result<(), AppError> {
    const RAISE: &str =
        "UPDATE catalog_version SET stock_version = stock_version + 1, products_changed_at = $1";
    const NOTE: &str = "UPDATE products SET updated_at = $2, stock_version = \
        (SELECT stock_version FROM catalog_version) WHERE id = $1";
    let now = date::now();
    if products.is_empty() {
        return Ok(());
    }
    tx.execute_raw(statement(tx, RAISE, [now.into()])).await?;
    for id in products {
        let note = statement(tx, NOTE, [(*id).into(), now.into()]);
        tx.execute_raw(note).await?;
    }
    Ok(())
}
