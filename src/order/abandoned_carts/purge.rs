//! What is kept of reminders no longer than it is of use.

use super::{
    entity::reminder,
    link::{self, LASTS},
};
use crate::{
    account::hooks::DataSubject,
    base::{date::DAY, error::AppError},
    platform::{db::statement, link_key::LinkKey},
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

/// Nothing of a cart.
const NONE: &str = "[]";
/// Seconds for which the link that stops reminders works.
const STOPS: i64 = 90 * DAY;
/// Seconds for which a reminder of which nothing came is counted.
const COUNTED: i64 = 400 * DAY;

/// Forgets what was in carts whose link is over, then whom their reminders went to, and in the end those themselves of which no
/// order came; how many of these.
pub async fn purge(db: &impl ConnectionTrait, now: i64) -> Result<u64, AppError> {
    let forget = |column: reminder::Column, value: &'static str, age: i64| {
        reminder::Entity::update_many()
            .col_expr(column, Expr::value(value))
            .filter(reminder::Column::SentAt.lt(now - age))
            .filter(column.ne(value))
    };
    forget(reminder::Column::Lines, NONE, LASTS)
        .exec(db)
        .await?;
    forget(reminder::Column::Recipient, "", STOPS)
        .exec(db)
        .await?;
    let gone = reminder::Entity::delete_many()
        .filter(reminder::Column::SentAt.lt(now - COUNTED))
        .filter(reminder::Column::OrderId.is_null());
    Ok(gone.exec(db).await?.rows_affected)
}

/// Forgets what was in carts that `person` was reminded of, and that it was them.
pub async fn erase(tx: &impl ConnectionTrait, person: DataSubject<'_>) -> Result<(), AppError> {
    const OF_CUSTOMER: &str = "UPDATE cart_reminders SET lines = '[]', recipient = '' WHERE id IN \
        (SELECT reminder_id FROM carts WHERE customer_id = $1 AND reminder_id IS NOT NULL) \
        OR order_id IN (SELECT id FROM orders WHERE customer_id = $1)";
    tx.execute_raw(statement(tx, OF_CUSTOMER, [person.customer.id.into()]))
        .await?;
    if !person.reads_mail {
        return Ok(());
    }
    let key = LinkKey::of(tx).await?;
    let code = link::recipient(&key, &person.customer.email);
    let theirs = reminder::Entity::update_many()
        .col_expr(reminder::Column::Lines, Expr::value(NONE))
        .col_expr(reminder::Column::Recipient, Expr::value(""))
        .filter(reminder::Column::Recipient.eq(code));
    theirs.exec(tx).await?;
    Ok(())
}
