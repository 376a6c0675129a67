//! Orders that came of a reminder, as they are listed.

use super::{entity::reminder, recovered::COUNTS};
use crate::{base::error::AppError, cart::abandoned::ListCursor, order::entity::order};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement, Value};
use std::collections::HashMap;

/// An order that came of a reminder.
pub struct Recovered {
    /// The reminder.
    pub reminder: reminder::Model,
    /// The order.
    pub order: order::Model,
}

/// Those orders, the latest first; those of `email` alone if that is not empty.
pub async fn recovered(
    db: &impl ConnectionTrait,
    before: Option<ListCursor>,
    email: &str,
    most: u64,
) -> Result<Vec<Recovered>, AppError> {
    let mut values: Vec<Value> = Vec::new();
    let mut sql = format!(
        "SELECT r.* FROM cart_reminders r JOIN orders o ON o.id = r.order_id WHERE r.order_id IS NOT NULL AND {COUNTS}"
    );
    if let Some((at, id)) = before {
        values.extend([at.into(), id.into()]);
        sql.push_str(" AND (r.recovered_at, r.id) < ($1, $2)");
    }
    if !email.is_empty() {
        values.push(email.into());
        sql.push_str(&format!(" AND o.email = ${}", values.len()));
    }
    sql.push_str(&format!(
        " ORDER BY r.recovered_at DESC, r.id DESC LIMIT {most}"
    ));
    let query = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let reminders = reminder::Entity::find().from_raw_sql(query).all(db).await?;
    let ids = reminders.iter().filter_map(|it| it.order_id);
    let orders = order::Entity::find().filter(order::Column::Id.is_in(ids));
    let orders = orders.all(db).await?.into_iter();
    let mut orders: HashMap<i64, order::Model> = orders.map(|it| (it.id, it)).collect();
    let pair = |reminder: reminder::Model| {
        let order = orders.remove(&reminder.order_id?)?;
        Some(Recovered { reminder, order })
    };
    Ok(reminders.into_iter().filter_map(pair).collect())
}

/// The reminder that was sent of the cart with this reminder's id, if it is known still.
pub async fn reminder(
    db: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<reminder::Model>, AppError> {
    Ok(reminder::Entity::find_by_id(id).one(db).await?)
}

/// When each of the reminders `ids` was sent.
pub async fn sent_at(
    db: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<HashMap<i64, i64>, AppError> {
    let found = reminder::Entity::find().filter(reminder::Column::Id.is_in(ids.iter().copied()));
    let found = found.all(db).await?.into_iter();
    Ok(found.map(|it| (it.id, it.sent_at)).collect())
}
