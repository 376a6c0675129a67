//! What the merchant is told of: new orders and withdrawals, at the addresses of the setting `notify`.

use super::{Document, entity::order, letter, letter::Email, store};
use crate::{base::error::AppError, request::context::RequestContext};
use sea_orm::ConnectionTrait;

/// Tells of an order that was placed at `now`.
pub async fn of_order(
    tx: &impl ConnectionTrait,
    context: &RequestContext,
    order: &order::Model,
    document: &Document,
    now: i64,
) -> Result<(), AppError> {
    let language = context.state.config.store_language;
    let letter = letter::news(order, document, &context.state.shop, language);
    to_all(tx, context, order, &letter, now).await
}

/// Tells that the shopper withdrew from `order` at `now`.
pub async fn of_withdrawal(
    tx: &impl ConnectionTrait,
    context: &RequestContext,
    order: &order::Model,
    now: i64,
) -> Result<(), AppError> {
    let letter = letter::withdrawn(order, context.state.config.store_language, now);
    to_all(tx, context, order, &letter, now).await
}

async fn to_all(
    tx: &impl ConnectionTrait,
    context: &RequestContext,
    order: &order::Model,
    letter: &Email,
    now: i64,
) -> Result<(), AppError> {
    for recipient in &context.state.config.notify {
        store::post(tx, order.id, recipient, letter.clone(), now).await?;
    }
    Ok(())
}
