//! E-mails about reviews.

use crate::{
    base::error::AppError,
    catalog::store::entity::review::{self, ReviewStatus},
    platform::{config::Config, mail::Email},
};

/// What the merchant gets of a `review` of the product called `product`: it waits to be looked at, or is seen.
pub fn news(config: &Config, review: &review::Model, product: &str) -> Result<Email, AppError> {
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
    Email::note(subject, &[&review.name, &said, &what_next])
}
