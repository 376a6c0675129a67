//! What reminders brought.

use super::recovered::COUNTS;
use crate::{base::error::AppError, platform::db::statement};
use sea_orm::ConnectionTrait;

/// Reminders of some time, and what came of those.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReminderStatistics {
    /// How many were sent.
    pub sent: i64,
    /// How many orders came of one.
    pub recovered: i64,
    /// What those come to that are paid in the shop's currency, in minor units.
    pub total: i64,
}

/// Reminders that were sent within these seconds, and orders that were placed then because of one.
pub async fn within(
    db: &impl ConnectionTrait,
    from: i64,
    until: i64,
    currency: &str,
) -> Result<ReminderStatistics, AppError> {
    const SENT: &str = "SELECT COUNT(*) FROM cart_reminders WHERE sent_at >= $1 AND sent_at < $2";
    let sum = format!(
        "SELECT COUNT(*), CAST(COALESCE(SUM(CASE WHEN r.currency = $3 THEN o.total ELSE 0 END), 0) AS BIGINT) \
         FROM cart_reminders r JOIN orders o ON o.id = r.order_id \
         WHERE r.order_id IS NOT NULL AND r.recovered_at >= $1 AND r.recovered_at < $2 AND {COUNTS}"
    );
    let sent = statement(db, SENT, [from.into(), until.into()]);
    let sent = db.query_one_raw(sent).await?.ok_or(AppError::Internal)?;
    let sum = statement(db, &sum, [from.into(), until.into(), currency.into()]);
    let sum = db.query_one_raw(sum).await?.ok_or(AppError::Internal)?;
    Ok(ReminderStatistics {
        sent: sent.try_get_by_index(0)?,
        recovered: sum.try_get_by_index(0)?,
        total: sum.try_get_by_index(1)?,
    })
}
