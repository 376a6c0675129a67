//! What the merchant is told of: new orders and withdrawals, at the addresses of the setting `notify`.

use super::{Document, entity::order, letter, letter::Letter, store};
use crate::{base::error::AppError, request::context::Visit};
use sea_orm::ConnectionTrait;

/// Tells of an order that was placed at `now`.
pub async fn of_order(
    tx: &impl ConnectionTrait,
    visit: &Visit,
    order: &order::Model,
    document: &Document,
    now: i64,
) -> Result<(), AppError> {
    let language = visit.state.config.store_language;
    let letter = letter::news(order, document, &visit.state.shop, language);
    to_all(tx, visit, order, &letter, now).await
}

/// Tells that the shopper withdrew from `order` at `now`.
pub async fn of_withdrawal(
    tx: &impl ConnectionTrait,
    visit: &Visit,
    order: &order::Model,
    now: i64,
) -> Result<(), AppError> {
    let letter = letter::withdrawn(order, visit.state.config.store_language, now);
    to_all(tx, visit, order, &letter, now).await
}

async fn to_all(
    tx: &impl ConnectionTrait,
    visit: &Visit,
    order: &order::Model,
    letter: &Letter,
    now: i64,
) -> Result<(), AppError> {
    for recipient in &visit.state.config.notify {
        store::post(tx, order.id, recipient, letter.clone(), now).await?;
    }
    Ok(())
}
