//! Money that went back, by when it did: the one place that knows where that is kept.

use crate::{
    base::error::AppError,
    order::invoice::credit_note::{self, CreditNote},
    platform::db::statement,
};
use sea_orm::{ConnectionTrait, QueryResult};

/// Money that went back.
#[derive(Clone, Debug, PartialEq)]
pub struct Refund {
    /// Id of the order.
    pub order: i64,
    /// In minor units.
    pub amount: i64,
    /// What of the order went back before it.
    pub before: i64,
    /// Its credit note, if it has one.
    pub credit_note: Option<CreditNote>,
}

/// What went back between two UNIX seconds: each refund, and of a paid order that was paid back or called off then what no refund
/// is noted of.
pub async fn between(
    db: &impl ConnectionTrait,
    from: i64,
    until: i64,
) -> Result<Vec<Refund>, AppError> {
    const FIND: &str = "SELECT r.order_id, r.amount, \
        CAST(COALESCE((SELECT SUM(b.amount) FROM order_refunds b WHERE b.order_id = r.order_id AND b.id < r.id), 0) AS BIGINT), \
        n.document FROM order_refunds r LEFT JOIN credit_notes n ON n.refund_id = r.id \
        WHERE r.refunded_at >= $1 AND r.refunded_at < $2 \
        UNION ALL SELECT id, total - before, before, NULL FROM (SELECT o.id, o.total, \
        CAST(COALESCE((SELECT SUM(amount) FROM order_refunds r WHERE r.order_id = o.id), 0) AS BIGINT) AS before \
        FROM orders o WHERE o.refunded_at >= $1 AND o.refunded_at < $2) AS whole WHERE total > before ORDER BY 1";
    let find = statement(db, FIND, [from.into(), until.into()]);
    let rows = db.query_all_raw(find).await?;
    rows.iter().map(read).collect()
}

fn read(row: &QueryResult) -> Result<Refund, AppError> {
    let note: Option<String> = row.try_get_by_index(3)?;
    Ok(Refund {
        order: row.try_get_by_index(0)?,
        amount: row.try_get_by_index(1)?,
        before: row.try_get_by_index(2)?,
        credit_note: note.and_then(|text| credit_note::read(&text).ok()),
    })
}
