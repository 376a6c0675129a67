//! What the merchant is told of reviews, at the addresses of the setting `notify`.

use crate::{
    base::error::AppError,
    catalog::store::entity::review::{self, ReviewStatus},
    platform::{
        config::Config,
        mail::{self, Email, Posting},
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
    let p = config.own_language().product_texts();
    let stars = review.stars.to_string();
    let subject = p.news_subject(product, &stars);
    let id = review.id.to_string();
    let what_next = match review.status {
        ReviewStatus::Published => p.news_published(&id),
        ReviewStatus::Pending | ReviewStatus::Rejected => p.news_pending(&id),
    };
    let said = [&review.title, &review.text].into_iter();
    let said: Vec<&str> = said
        .map(String::as_str)
        .filter(|it| !it.is_empty())
        .collect();
    let said = said.join("\n\n");
    let email = Email::note(subject, &[&review.name, &said, &what_next])?;
    for recipient in &config.notify {
        mail::enqueue(tx, Posting::to(recipient, now), email.clone()).await?;
    }
    Ok(())
}
