//! Carts that were left, in the database: who is to be reminded, and what the merchant sees of them.

use super::{CartRow, Details, entity::cart};
use crate::{base::error::AppError, platform::db::statement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect, Statement, Value,
};

/// Where a cart stands in a list: a time or a number, and its id.
pub type ListCursor = (i64, i64);

/// What has something in it.
const FILLED: &str = "EXISTS (SELECT 1 FROM cart_lines l WHERE l.cart_id = c.id)";
/// Of which a reminder is to be sent; the index on these knows no other carts.
const TO_REMIND: &str = "c.remind_email IS NOT NULL AND c.reminder_id IS NULL";

/// Carts whose shoppers agreed to a reminder, which was not sent, untouched since `from` and `until`, those behind `after` in
/// the order in which they were left.
pub async fn due(
    db: &impl ConnectionTrait,
    from: i64,
    until: i64,
    after: ListCursor,
    most: u64,
) -> Result<Vec<CartRow>, AppError> {
    let sql = format!(
        "SELECT c.* FROM carts c WHERE {TO_REMIND} AND c.updated_at >= $1 AND c.updated_at <= $2 \
         AND (c.updated_at, c.id) > ($3, $4) AND {FILLED} ORDER BY c.updated_at, c.id LIMIT {most}"
    );
    let values = [from.into(), until.into(), after.0.into(), after.1.into()];
    found(db, statement(db, &sql, values)).await
}

/// Carts with something in them that wait for their reminder, the one that was left last first; those of `email` alone if
/// that is not empty.
pub async fn waiting(
    db: &impl ConnectionTrait,
    before: Option<ListCursor>,
    email: &str,
    most: u64,
) -> Result<Vec<CartRow>, AppError> {
    let rest = format!("{TO_REMIND} AND {FILLED}");
    listed(db, &rest, "updated_at", before, email, most).await
}

/// Carts of which a reminder was sent and that became no order since, the last reminder first.
pub async fn reminded(
    db: &impl ConnectionTrait,
    before: Option<ListCursor>,
    email: &str,
    most: u64,
) -> Result<Vec<CartRow>, AppError> {
    let rest = "c.remind_email IS NOT NULL AND c.reminder_id IS NOT NULL AND NOT EXISTS \
        (SELECT 1 FROM cart_reminders r WHERE r.id = c.reminder_id AND r.order_id IS NOT NULL)";
    listed(db, rest, "reminder_id", before, email, most).await
}

/// Carts with something in them that were begun at `since` or later, the latest first, whoever they are of.
pub async fn begun(
    db: &impl ConnectionTrait,
    since: i64,
    before: Option<ListCursor>,
    most: u64,
) -> Result<Vec<CartRow>, AppError> {
    let rest = format!("c.created_at >= {since} AND {FILLED}");
    listed(db, &rest, "created_at", before, "", most).await
}

async fn listed(
    db: &impl ConnectionTrait,
    rest: &str,
    column: &str,
    before: Option<ListCursor>,
    email: &str,
    most: u64,
) -> Result<Vec<CartRow>, AppError> {
    let mut values: Vec<Value> = Vec::new();
    let mut sql = format!("SELECT c.* FROM carts c WHERE {rest}");
    if let Some((at, id)) = before {
        values.extend([at.into(), id.into()]);
        sql.push_str(&format!(" AND (c.{column}, c.id) < ($1, $2)"));
    }
    if !email.is_empty() {
        values.push(email.into());
        sql.push_str(&format!(" AND c.remind_email = ${}", values.len()));
    }
    sql.push_str(&format!(
        " ORDER BY c.{column} DESC, c.id DESC LIMIT {most}"
    ));
    let query = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    found(db, query).await
}

async fn found(db: &impl ConnectionTrait, query: Statement) -> Result<Vec<CartRow>, AppError> {
    Ok(cart::Entity::find().from_raw_sql(query).all(db).await?)
}

/// How many wait for their reminder; nothing is counted beyond `most`.
pub async fn count_waiting(db: &impl ConnectionTrait, most: u64) -> Result<usize, AppError> {
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT 1 FROM carts c WHERE {TO_REMIND} AND {FILLED} LIMIT {most}) AS w"
    );
    let row = db.query_one_raw(statement(db, &sql, [])).await?;
    let count: i64 = row.ok_or(AppError::Internal)?.try_get_by_index(0)?;
    Ok(usize::try_from(count).unwrap_or(0))
}

/// The cart `id`.
pub async fn find(db: &impl ConnectionTrait, id: i64) -> Result<Option<CartRow>, AppError> {
    Ok(cart::Entity::find_by_id(id).one(db).await?)
}

/// The cart `id`, which nobody else changes or orders until the transaction ends.
pub async fn to_change(tx: &DatabaseTransaction, id: i64) -> Result<Option<CartRow>, AppError> {
    let found = cart::Entity::find_by_id(id).lock_exclusive();
    Ok(found.one(tx).await?)
}

/// Guests' carts whose reminder would go to `email`.
pub async fn of_guests(db: &impl ConnectionTrait, email: &str) -> Result<Vec<CartRow>, AppError> {
    let found = cart::Entity::find()
        .filter(cart::Column::RemindEmail.eq(email))
        .filter(cart::Column::CustomerId.is_null());
    Ok(found.all(db).await?)
}

/// Notes that the reminder of this id was sent of `cart`, which is no change of it; `false` if another one was.
pub async fn note_reminder(
    tx: &DatabaseTransaction,
    cart: &CartRow,
    details: Details,
    reminder: i64,
) -> Result<bool, AppError> {
    let details = Details {
        reminder: Some(reminder),
        ..details
    };
    let row = cart::ActiveModel {
        reminder_id: Set(Some(reminder)),
        details: Set(serde_json::to_string(&details).map_err(AppError::internal)?),
        ..Default::default()
    };
    let noted = cart::Entity::update_many()
        .set(row)
        .filter(cart::Column::Id.eq(cart.id))
        .filter(cart::Column::ReminderId.is_null());
    Ok(noted.exec(tx).await?.rows_affected == 1)
}
