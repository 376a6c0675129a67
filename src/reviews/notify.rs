//! What the merchant is told of reviews, at the addresses of the setting `notify`.

use super::emails;
use crate::{
    base::error::AppError,
    catalog::store::entity::review,
    platform::{
        config::Config,
        mail::{self, Posting},
    },
};
use sea_orm::ConnectionTrait;

/// Tells of a review of the product called `product` that waits to be looked at, or is seen from `now` on.
pub async fn of_review(
    tx: &impl ConnectionTrait,
    config: &Config,
    review: &review::Model,
    product: &str,
    now: i64,
) -> Result<(), AppError> {
    let email = emails::news(config, review, product)?;
    for recipient in &config.notify {
        mail::enqueue(tx, Posting::to(recipient, now), email.clone()).await?;
    }
    Ok(())
}
