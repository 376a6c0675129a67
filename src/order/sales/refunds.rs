//! Money that went back, by when it did: the one place that knows where that is kept.

use crate::{base::error::AppError, platform::db::statement};
use sea_orm::ConnectionTrait;

/// Money that went back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refund {
    /// Id of the order.
    pub order: i64,
    /// In minor units.
    pub amount: i64,
}

/// What went back between two UNIX seconds: each refund, and of a paid order that was paid back or called off then what no refund
/// is noted of.
pub async fn between(
    db: &impl ConnectionTrait,
    (from, until): (i64, i64),
) -> Result<Vec<Refund>, AppError> {
    const FIND: &str = "SELECT order_id, amount FROM order_refunds WHERE refunded_at >= $1 AND refunded_at < $2 \
        UNION ALL SELECT id, rest FROM (SELECT o.id, \
        o.total - CAST(COALESCE((SELECT SUM(amount) FROM order_refunds r WHERE r.order_id = o.id), 0) AS BIGINT) AS rest \
        FROM orders o WHERE o.refunded_at >= $1 AND o.refunded_at < $2) AS whole WHERE rest > 0 ORDER BY 1";
    let find = statement(db, FIND, [from.into(), until.into()]);
    let mut refunds = Vec::new();
    for row in db.query_all_raw(find).await? {
        refunds.push(Refund {
            order: row.try_get_by_index(0)?,
            amount: row.try_get_by_index(1)?,
        });
    }
    Ok(refunds)
}
