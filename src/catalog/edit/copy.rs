//! Another product like one there is.

use super::change;
use crate::{
    base::error::AppError,
    catalog::{Product, schedule, store},
    platform::{audit::Actor, files::KeptFile},
};
use sea_orm::ConnectionTrait;

/// Adds a copy of the product `id` that shoppers do not see yet, with its files; its number, `None` if there is no such product.
///
/// SKUs, address and place at the store root stay the one's, and of what is counted there is none. Its prices are the ordinary
/// ones, as no sale of the copy would end.
pub async fn copy(
    tx: &impl ConnectionTrait,
    id: i64,
    actor: &Actor,
    now: i64,
) -> Result<Option<i64>, AppError> {
    let Some(there) = store::product(tx, id).await? else {
        return Ok(None);
    };
    let there = schedule::without_sale(tx, there).await?;
    let mut copy = Product {
        id: 0,
        sku: String::new(),
        slug: None,
        featured: None,
        enabled: false,
        created_at: 0,
        stock: there.stock.map(|_| 0),
        name: there.name.map(|name| format!("{name} (copy)")),
        ..there
    };
    for variation in &mut copy.variations {
        variation.id = 0;
        variation.sku.clear();
        variation.stock = variation.stock.map(|_| 0);
    }
    let new = change::add(tx, copy, actor, now).await?;
    for file in store::files(tx, &[id]).await? {
        let kept = KeptFile {
            hash: file.hash,
            size: file.size,
        };
        store::add_file(tx, new, &file.name, &kept, now).await?;
    }
    Ok(Some(new))
}
