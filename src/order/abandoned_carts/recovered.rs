//! Which orders came of a reminder.

use crate::{base::error::AppError, cart::Details, order::entity::order, platform::db::statement};
use sea_orm::ConnectionTrait;

/// What is an order as the reports count it (`sales`): not one whose payment never came, nor one called off before it was paid.
pub const COUNTS: &str = "o.payment_status <> 'INCOMPLETE' AND (o.payment_status <> 'CANCELLED' OR o.paid_at IS NOT NULL)";

/// Notes that `order`, paid in `currency`, came of the reminder that its cart was reminded by, if any.
///
/// It is that cart, or one
/// that the link brought its things to. The first order counts, unless nothing came of it.
pub async fn note(
    tx: &impl ConnectionTrait,
    details: &Details,
    order: &order::Model,
    currency: &str,
) -> Result<(), AppError> {
    let Some(reminder) = details.reminder else {
        return Ok(());
    };
    let note = format!(
        "UPDATE cart_reminders SET order_id = $2, recovered_at = $3, currency = $4 WHERE id = $1 AND NOT EXISTS \
         (SELECT 1 FROM orders o WHERE o.id = cart_reminders.order_id AND {COUNTS})"
    );
    let values = [
        reminder.into(),
        order.id.into(),
        order.placed_at.into(),
        currency.into(),
    ];
    tx.execute_raw(statement(tx, &note, values)).await?;
    Ok(())
}
