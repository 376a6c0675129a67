//! Published reviews, and what they come to.

use super::entity::{
    product,
    review::{self, ReviewStatus},
};
use crate::{
    base::error::AppError, catalog::rating::Ratings, content::version, platform::db::statement,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Up to `most` published reviews of product `id` behind the first `skipped`, the newest first.
pub async fn published(
    db: &impl ConnectionTrait,
    id: i64,
    skipped: u64,
    most: u64,
) -> Result<Vec<review::Model>, AppError> {
    let found = review::Entity::find()
        .filter(review::Column::ProductId.eq(id))
        .filter(review::Column::Status.eq(ReviewStatus::Published))
        .order_by_desc(review::Column::CreatedAt)
        .order_by_desc(review::Column::Id)
        .offset(skipped)
        .limit(most);
    Ok(found.all(db).await?)
}

/// Counts the published reviews of product `id` anew, and tells every instance of the shop.
///
/// It is the last of its transaction, as [`version::touch_products`] is.
pub async fn recount(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    const WRITE: &str = "UPDATE products SET ratings = $1 WHERE id = $2";
    // Of two that count at once the second waits here, and counts what the first did.
    let product = product::Entity::find_by_id(id).lock_exclusive();
    let Some(product) = product.one(tx).await? else {
        return Ok(());
    };
    let counts: Vec<(i64, i64)> = review::Entity::find()
        .select_only()
        .column(review::Column::Stars)
        .column_as(review::Column::Id.count(), "reviews")
        .filter(review::Column::ProductId.eq(id))
        .filter(review::Column::Status.eq(ReviewStatus::Published))
        .group_by(review::Column::Stars)
        .into_tuple()
        .all(tx)
        .await?;
    let mut ratings = Ratings::default();
    for (stars, count) in counts {
        let index = usize::try_from(stars - 1).unwrap_or(usize::MAX);
        if let Some(place) = ratings.0.get_mut(index) {
            *place = u32::try_from(count).unwrap_or(u32::MAX);
        }
    }
    if product
        .ratings
        .as_deref()
        .map(Ratings::parse)
        .unwrap_or_default()
        != ratings
    {
        let values = [ratings.format().into(), id.into()];
        tx.execute_raw(statement(tx, WRITE, values)).await?;
    }
    version::touch_products(tx, &[id]).await
}
