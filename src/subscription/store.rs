//! Subscriptions in the database.

use super::{
    entity::{SubscriptionStatus, Trouble, made, subscription},
    schedule,
};
use crate::{base::error::AppError, order::OrderDocument};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait,
    QueryFilter, QueryOrder, QuerySelect, TryInsertResult,
};

/// Adds a subscription and returns its id; `None` if the item of the order has one already.
pub async fn add(
    tx: &impl ConnectionTrait,
    row: subscription::ActiveModel,
) -> Result<Option<i64>, AppError> {
    use subscription::Column::{Item, OrderId};
    let insert = subscription::Entity::insert(row).on_conflict_do_nothing_on([OrderId, Item]);
    match insert.exec(tx).await? {
        TryInsertResult::Inserted(added) => Ok(Some(added.last_insert_id)),
        TryInsertResult::Empty | TryInsertResult::Conflicted => Ok(None),
    }
}

/// The subscription `id`.
pub async fn find(
    db: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<subscription::Model>, AppError> {
    Ok(subscription::Entity::find_by_id(id).one(db).await?)
}

/// The subscription `id`, which nobody else changes until the transaction ends.
pub async fn to_change(
    tx: &DatabaseTransaction,
    id: i64,
) -> Result<Option<subscription::Model>, AppError> {
    let found = subscription::Entity::find_by_id(id).lock_exclusive();
    Ok(found.one(tx).await?)
}

/// Subscriptions of a customer, and those that began with one of the `orders`: the latest first.
pub async fn list(
    db: &impl ConnectionTrait,
    customer: Option<i64>,
    orders: Vec<i64>,
) -> Result<Vec<subscription::Model>, AppError> {
    let mut any = Condition::any().add(subscription::Column::OrderId.is_in(orders));
    if let Some(customer) = customer {
        any = any.add(subscription::Column::CustomerId.eq(customer));
    }
    let found = subscription::Entity::find()
        .filter(any)
        .order_by_desc(subscription::Column::Id);
    Ok(found.all(db).await?)
}

/// Every subscription, the latest first.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<subscription::Model>, AppError> {
    let found = subscription::Entity::find().order_by_desc(subscription::Column::Id);
    Ok(found.all(db).await?)
}

/// Ids of those whose order is due `now`, the longest due first.
pub async fn due(db: &impl ConnectionTrait, now: i64) -> Result<Vec<i64>, AppError> {
    let found = subscription::Entity::find()
        .select_only()
        .column(subscription::Column::Id)
        .filter(subscription::Column::Status.eq(SubscriptionStatus::Active))
        .filter(subscription::Column::DueAt.lte(now))
        .order_by_asc(subscription::Column::DueAt)
        .order_by_asc(subscription::Column::Id);
    Ok(found.into_tuple().all(db).await?)
}

/// Returns the document that the subscription's orders are made from; an internal error if its JSON cannot be read.
pub fn document(row: &subscription::Model) -> Result<OrderDocument, AppError> {
    serde_json::from_str(&row.document).map_err(|error| {
        tracing::error!(%error, subscription = row.id, "a subscription that cannot be read");
        AppError::Internal
    })
}

/// Ids of the orders that the subscription `id` made.
pub async fn made_by(db: &impl ConnectionTrait, id: i64) -> Result<Vec<i64>, AppError> {
    let found = made::Entity::find()
        .select_only()
        .column(made::Column::OrderId)
        .filter(made::Column::SubscriptionId.eq(id));
    Ok(found.into_tuple().all(db).await?)
}

/// Notes that `order` is the one of the present date, and moves on to the first date after `now`.
pub async fn note_made(
    tx: &impl ConnectionTrait,
    row: &subscription::Model,
    order: i64,
    now: i64,
) -> Result<(), AppError> {
    let made = made::ActiveModel {
        subscription_id: Set(row.id),
        cycle: Set(row.cycle),
        order_id: Set(order),
    };
    made::Entity::insert(made)
        .exec_without_returning(tx)
        .await?;
    let mut change = move_on(row, row.cycle + 1, now);
    change.trouble = Set(None);
    subscription::Entity::update(change).exec(tx).await?;
    Ok(())
}

/// Notes why the order of the present date could not be made, and when it is tried again.
pub async fn note_trouble(
    tx: &impl ConnectionTrait,
    id: i64,
    trouble: Trouble,
    due: i64,
) -> Result<(), AppError> {
    let change = subscription::ActiveModel {
        id: Set(id),
        trouble: Set(Some(trouble)),
        due_at: Set(due),
        ..Default::default()
    };
    subscription::Entity::update(change).exec(tx).await?;
    Ok(())
}

/// Pauses the subscription, or resumes it and skips the dates that passed; returns `true` if the row changed.
pub async fn pause(
    tx: &impl ConnectionTrait,
    row: &subscription::Model,
    is_paused: bool,
    now: i64,
) -> Result<bool, AppError> {
    let (from, to) = if is_paused {
        (SubscriptionStatus::Active, SubscriptionStatus::Paused)
    } else {
        (SubscriptionStatus::Paused, SubscriptionStatus::Active)
    };
    if row.status != from {
        return Ok(false);
    }
    let mut change = if is_paused {
        of(row.id)
    } else {
        move_on(row, row.cycle, now)
    };
    (change.status, change.trouble) = (Set(to), Set(None));
    subscription::Entity::update(change).exec(tx).await?;
    Ok(true)
}

/// Ends it for good. Returns `true` if the row changed.
pub async fn cancel(
    tx: &impl ConnectionTrait,
    row: &subscription::Model,
    now: i64,
) -> Result<bool, AppError> {
    if row.status == SubscriptionStatus::Cancelled {
        return Ok(false);
    }
    let change = subscription::ActiveModel {
        status: Set(SubscriptionStatus::Cancelled),
        ended_at: Set(Some(now)),
        ..of(row.id)
    };
    subscription::Entity::update(change).exec(tx).await?;
    Ok(true)
}

/// Deletes the personal data of an ended subscription.
pub async fn forget_customer(
    tx: &impl ConnectionTrait,
    row: &subscription::Model,
) -> Result<(), AppError> {
    // What cannot be read is nobody's either.
    let nobody = document(row).map(OrderDocument::without_people).ok();
    let document = nobody.map_or_else(|| Ok("{}".to_owned()), |it| serde_json::to_string(&it));
    let change = subscription::ActiveModel {
        customer_id: Set(None),
        email: Set(String::new()),
        document: Set(document.map_err(AppError::internal)?),
        ..of(row.id)
    };
    subscription::Entity::update(change).exec(tx).await?;
    Ok(())
}

fn of(id: i64) -> subscription::ActiveModel {
    subscription::ActiveModel {
        id: Set(id),
        ..Default::default()
    }
}

/// The change to the first date after `now` from `cycle` on; a calendar without one is never due.
fn move_on(row: &subscription::Model, cycle: i64, now: i64) -> subscription::ActiveModel {
    let next = schedule::next(row.started_at, row.interval(), cycle, now);
    let (cycle, at) = next.unwrap_or((cycle, i64::MAX));
    subscription::ActiveModel {
        cycle: Set(cycle),
        next_at: Set(at),
        due_at: Set(at),
        ..of(row.id)
    }
}
