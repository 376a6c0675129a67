//! What the merchant is told of: new orders and withdrawals, at the addresses of the setting `notify`; of new orders browsers of
//! the staff are told too.

use super::{OrderDocument, emails, entity::order};
use crate::{
    base::error::AppError,
    platform::{
        config::Config,
        mail::{self, Email, Posting},
        push::{self, News},
    },
};
use sea_orm::ConnectionTrait;

/// Tells of an order that was placed at `now`.
pub async fn of_order(
    tx: &impl ConnectionTrait,
    config: &Config,
    order: &order::Model,
    document: &OrderDocument,
    now: i64,
) -> Result<(), AppError> {
    let email = emails::news(order, document, config)?;
    // A notice says what the subject does: the number, and what it comes to.
    let news = News {
        key: order.public_id.clone(),
        title: email.subject.clone(),
        to: format!("/orders/{}", order.public_id),
    };
    push::tell(tx, &news, now).await?;
    to_all(tx, config, order, &email, now).await
}

/// Tells that the shopper withdrew from `order` at `now`.
pub async fn of_withdrawal(
    tx: &impl ConnectionTrait,
    config: &Config,
    order: &order::Model,
    now: i64,
) -> Result<(), AppError> {
    let email = emails::withdrawn(order, config, now)?;
    to_all(tx, config, order, &email, now).await
}

async fn to_all(
    tx: &impl ConnectionTrait,
    config: &Config,
    order: &order::Model,
    email: &Email,
    now: i64,
) -> Result<(), AppError> {
    for recipient in &config.notify {
        mail::enqueue(
            tx,
            Posting::to(recipient, now).about(order.id),
            email.clone(),
        )
        .await?;
    }
    Ok(())
}
