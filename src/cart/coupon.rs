//! How often each coupon was used.

use crate::{base::error::AppError, platform::db::statement};
use sea_orm::ConnectionTrait;

/// How many orders used the coupon `code`.
pub async fn uses(db: &impl ConnectionTrait, code: &str) -> Result<i64, AppError> {
    let sql = "SELECT orders FROM coupon_uses WHERE code = $1";
    let row = db.query_one_raw(statement(db, sql, [code.into()])).await?;
    Ok(row.map_or(Ok(0), |row| row.try_get_by_index(0))?)
}

/// Counts one more order with the coupon `code`; `false` if it was used `most` times already, maybe by
/// an order that was placed a moment ago.
pub async fn count_use(
    tx: &impl ConnectionTrait,
    code: &str,
    most: Option<i64>,
) -> Result<bool, AppError> {
    let sql = "INSERT INTO coupon_uses (code, orders) VALUES ($1, 1) \
               ON CONFLICT (code) DO UPDATE SET orders = coupon_uses.orders + 1 \
               WHERE coupon_uses.orders < $2";
    let values = [code.into(), most.unwrap_or(i64::MAX).into()];
    let counted = tx.execute_raw(statement(tx, sql, values)).await?;
    Ok(counted.rows_affected() > 0)
}
