//! What shoppers agree to, and are to have in writing with their order.

use crate::{
    base::error::AppError,
    content::pages::{self, Replaced, TextPage},
    platform::config::Config,
    text::Language,
};
use sea_orm::ConnectionTrait;

/// The pages that the law wants in the confirmation where shoppers may withdraw.
const IN_WRITING: [&str; 2] = ["terms", "returns"];

/// The shop's terms and how to withdraw, in `language`; nothing of what the shop has no page for, and nothing at all where shoppers
/// cannot withdraw.
pub async fn agreed(
    db: &impl ConnectionTrait,
    config: &Config,
    language: Language,
) -> Result<Vec<TextPage>, AppError> {
    let mut agreed = Vec::new();
    if config.withdrawal {
        for slug in IN_WRITING {
            agreed.extend(pages::get(db, &Replaced::default(), slug, language).await?);
        }
    }
    Ok(agreed)
}
