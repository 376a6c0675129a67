//! Deleting a category, and what of it is kept so that it can come back.

use super::category::{ProductsMoved, category_target, named, write};
use super::change;
use crate::{
    base::error::AppError,
    catalog::{Category, store},
    content::version,
    platform::audit::{self, Actor, Entry},
};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};

/// What the log calls a category that is gone.
pub const CATEGORY_REMOVED: &str = "category.remove";

/// A category that is gone, as the log keeps it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct RemovedCategory {
    /// What it was called, for whoever reads the log.
    pub name: String,
    /// All that it said.
    pub category: Category,
    /// The path of names by which imports knew it.
    pub path: String,
    /// The categories that stood below it, each with its place there.
    pub below: Vec<Below>,
    /// The products that stood in it.
    pub products: Vec<Stood>,
}

/// A category that stood below one that is gone.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Below {
    pub id: i64,
    pub position: i64,
}

/// A product that stood in a category that is gone.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Stood {
    pub id: i64,
    /// The category's position in the product's list of categories, if it was in that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<usize>,
    /// How many of it were shown beside the product, if they were.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<u32>,
}

/// Deletes the category `id`; `false` if there is none. Its subcategories move to where it stood, and `products` leave it. It
/// must be the last of its transaction.
pub async fn remove_category(
    tx: &impl ConnectionTrait,
    id: i64,
    products: &[i64],
    actor: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    let mut stood = Vec::new();
    for product in products {
        let Some(before) = store::product_to_change(tx, *product).await? else {
            continue;
        };
        let mut after = before.clone();
        let beside = before.related.category.filter(|it| it.id == id);
        after.categories.retain(|it| *it != id);
        if beside.is_some() {
            after.related.category = None;
        }
        stood.push(Stood {
            id: *product,
            place: before.categories.iter().position(|it| *it == id),
            beside: beside.map(|it| it.count),
        });
        change::write(tx, &before, &after, actor, now).await?;
    }
    version::lock(tx).await?;
    let Some((gone, path)) = store::category(tx, id).await? else {
        return Ok(false);
    };
    let mut below = Vec::new();
    for category in store::categories(tx).await? {
        if category.parent == Some(id) {
            let number = category.id;
            below.push(Below {
                id: number,
                position: category.position,
            });
            let raised = Category {
                parent: gone.parent,
                position: gone.position,
                ..category
            };
            write(tx, number, raised, &ProductsMoved::default(), actor, now).await?;
        }
    }
    store::delete_category(tx, id).await?;
    let kept = RemovedCategory {
        name: named(&gone).to_owned(),
        category: gone,
        path,
        below,
        products: stood,
    };
    let before = serde_json::to_value(&kept).map_err(AppError::internal)?;
    let target = category_target(id);
    let entry = Entry {
        before: Some(&before),
        ..Entry::of(CATEGORY_REMOVED, &target)
    };
    audit::record(tx, actor, entry, now).await?;
    version::touch(tx).await?;
    Ok(true)
}
