//! URL texts without ids, and all that were ever used.

use super::entity::slug;
use crate::base::error::AppError;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, SimpleExpr},
};
use std::collections::HashMap;

/// What a slug leads to, by its id.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SlugTarget {
    /// A product.
    Product(i64),
    /// A category.
    Category(i64),
}

impl SlugTarget {
    /// As the row of a slug has it: whether it is a product, and its id.
    fn columns(self) -> (bool, i64) {
        match self {
            Self::Product(id) => (true, id),
            Self::Category(id) => (false, id),
        }
    }
}

/// Makes `wanted`, or `wanted-2` and so on where another holds it, the present slug of the target;
/// what it had before keeps leading to it.
pub async fn claim(
    tx: &impl ConnectionTrait,
    wanted: &str,
    target: SlugTarget,
) -> Result<(), AppError> {
    let free = free(tx, wanted, target).await?;
    let (is_product, target_id) = target.columns();
    slug::Entity::update_many()
        .col_expr(slug::Column::Current, Expr::value(false))
        .filter(slug::Column::IsProduct.eq(is_product))
        .filter(slug::Column::TargetId.eq(target_id))
        .exec(tx)
        .await?;
    slug::Entity::delete_by_id(free.clone()).exec(tx).await?;
    let row = slug::ActiveModel {
        slug: Set(free),
        is_product: Set(is_product),
        target_id: Set(target_id),
        current: Set(true),
    };
    slug::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Present slugs of products by their ids: of all, or of those that `which` says.
pub async fn product_slugs(
    db: &impl ConnectionTrait,
    which: Option<SimpleExpr>,
) -> Result<HashMap<i64, String>, AppError> {
    current(db, true, which).await
}

/// Present slugs of categories by their ids.
pub async fn category_slugs(db: &impl ConnectionTrait) -> Result<HashMap<i64, String>, AppError> {
    current(db, false, None).await
}

async fn current(
    db: &impl ConnectionTrait,
    is_product: bool,
    which: Option<SimpleExpr>,
) -> Result<HashMap<i64, String>, AppError> {
    let mut slugs = slug::Entity::find()
        .select_only()
        .columns([slug::Column::TargetId, slug::Column::Slug])
        .filter(slug::Column::IsProduct.eq(is_product))
        .filter(slug::Column::Current.eq(true));
    if let Some(which) = which {
        slugs = slugs.filter(which);
    }
    let rows: Vec<(i64, String)> = slugs.into_tuple().all(db).await?;
    Ok(rows.into_iter().collect())
}

async fn free(
    tx: &impl ConnectionTrait,
    wanted: &str,
    target: SlugTarget,
) -> Result<String, AppError> {
    let mut candidate = wanted.to_owned();
    for attempt in 2.. {
        match slug::Entity::find_by_id(candidate.clone()).one(tx).await? {
            Some(row) if (row.is_product, row.target_id) != target.columns() && row.current => {}
            _ => break,
        }
        // After a few the id decides at once: a thousand products may share a name.
        candidate = if attempt < 5 {
            format!("{wanted}-{attempt}")
        } else {
            match target {
                SlugTarget::Product(id) => format!("{wanted}-n{id}"),
                SlugTarget::Category(id) => format!("{wanted}-k{id}"),
            }
        };
    }
    Ok(candidate)
}
