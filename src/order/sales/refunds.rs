//! Money that went back, by when it did: the one place that knows where that is kept.

use crate::{
    base::error::AppError,
    order::invoice::credit_note::{self, CreditNote},
    platform::db::statement,
};
use sea_orm::{ConnectionTrait, QueryResult};
use std::collections::HashMap;

/// Money that went back.
#[derive(Clone, Debug, PartialEq)]
pub struct Refund {
    /// Id of the order.
    pub order: i64,
    /// In minor units.
    pub amount: i64,
    /// When, in UNIX seconds.
    pub at: i64,
    /// Its credit note, if it has one.
    pub credit_note: Option<CreditNote>,
}

/// Every refund of the orders of which something went back between two UNIX seconds, by the order's id, the first first.
///
/// What of a paid order that was paid back or called off no refund is noted of counts as its last one.
pub async fn around(
    db: &impl ConnectionTrait,
    from: i64,
    until: i64,
) -> Result<HashMap<i64, Vec<Refund>>, AppError> {
    const FIND: &str = "WITH touched AS (SELECT order_id AS id FROM order_refunds WHERE refunded_at >= $1 AND refunded_at < $2 \
        UNION SELECT id FROM orders WHERE refunded_at >= $1 AND refunded_at < $2) \
        SELECT r.order_id, r.amount, r.refunded_at, n.document, 0, r.id FROM order_refunds r \
        LEFT JOIN credit_notes n ON n.refund_id = r.id WHERE r.order_id IN (SELECT id FROM touched) \
        UNION ALL SELECT id, total - back, refunded_at, NULL, 1, 0 FROM (SELECT o.id, o.total, o.refunded_at, \
        CAST(COALESCE((SELECT SUM(amount) FROM order_refunds r WHERE r.order_id = o.id), 0) AS BIGINT) AS back \
        FROM orders o WHERE o.refunded_at IS NOT NULL AND o.id IN (SELECT id FROM touched)) AS whole WHERE total > back \
        ORDER BY 1, 5, 6";
    let find = statement(db, FIND, [from.into(), until.into()]);
    let mut by_order: HashMap<i64, Vec<Refund>> = HashMap::new();
    for row in db.query_all_raw(find).await? {
        let refund = read(&row)?;
        by_order.entry(refund.order).or_default().push(refund);
    }
    Ok(by_order)
}

fn read(row: &QueryResult) -> Result<Refund, AppError> {
    let order = row.try_get_by_index(0)?;
    let note: Option<String> = row.try_get_by_index(3)?;
    let note = note.and_then(|text| match credit_note::read(&text) {
        Ok(note) => Some(note),
        Err(error) => {
            tracing::error!(?error, order, "a credit note that cannot be read");
            None
        }
    });
    Ok(Refund {
        order,
        amount: row.try_get_by_index(1)?,
        at: row.try_get_by_index(2)?,
        credit_note: note,
    })
}
