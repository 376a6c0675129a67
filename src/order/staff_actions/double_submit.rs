//! Clicks on forms: of two on the same, the first counts.

use super::ActionSource;
use crate::{
    base::{date::DAY, error::AppError},
    platform::db::statement,
};
use sea_orm::ConnectionTrait;

/// How long a form is remembered: nobody clicks twice a week apart.
const KEPT: i64 = 7 * DAY;

/// Whether the form of the order `id` that is called `form` was submitted before, and done.
pub async fn was_submitted(
    db: &impl ConnectionTrait,
    id: i64,
    form: &str,
) -> Result<bool, AppError> {
    const FIND: &str = "SELECT 1 FROM order_clicks WHERE order_id = $1 AND form = $2";
    let row = db.query_one_raw(statement(db, FIND, [id.into(), form.into()]));
    Ok(row.await?.is_some())
}

/// Whether nobody sent this form of the order `id` before; it counts as sent once the transaction holds.
pub async fn is_first(
    tx: &impl ConnectionTrait,
    id: i64,
    by: ActionSource<'_>,
) -> Result<bool, AppError> {
    const FORGET: &str = "DELETE FROM order_clicks WHERE order_id = $1 AND at < $2";
    const NOTE: &str = "INSERT INTO order_clicks (order_id, form, at) VALUES ($1, $2, $3) \
        ON CONFLICT (order_id, form) DO NOTHING";
    if by.form.is_empty() {
        return Ok(true);
    }
    let forget = statement(tx, FORGET, [id.into(), (by.now - KEPT).into()]);
    tx.execute_raw(forget).await?;
    let values = [id.into(), by.form.into(), by.now.into()];
    let noted = tx.execute_raw(statement(tx, NOTE, values)).await?;
    Ok(noted.rows_affected() > 0)
}
