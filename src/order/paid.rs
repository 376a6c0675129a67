//! What comes with the payment of an order: links to its files.

use super::{Document, downloads, entity::order};
use crate::{base::error::AppError, platform::config::Config};
use sea_orm::ConnectionTrait;

/// The links, for an e-mail; nothing if `order` is not paid, or nothing comes with it.
pub async fn links(
    tx: &impl ConnectionTrait,
    config: &Config,
    order: &order::Model,
    document: &Document,
    origin: &str,
) -> Result<String, AppError> {
    let a = document.language.after_sale_texts();
    if !downloads::is_open(order) {
        return Ok(String::new());
    }
    let files = downloads::all(tx, config, order, document).await?;
    if files.is_empty() {
        return Ok(String::new());
    }
    let links = downloads::text(&files, origin, a);
    Ok(format!("{}:\n{links}", a.downloads))
}
