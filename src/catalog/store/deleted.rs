//! Products that are gone for good, and when that was: programs that keep a copy of the catalogue ask for them.

use super::{
    entity::{category, import_baseline, product, slug, variation},
    list_columns,
};
use crate::{base::error::AppError, content::version};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict,
};

mod entity {
    use sea_orm::entity::prelude::*;

    /// A row of `deleted_products`.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "deleted_products")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: i64,
        pub deleted_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Deletes the product `id`, its variations and its URLs; whether there was one. Orders keep what they say of it.
pub async fn delete_product(
    tx: &impl ConnectionTrait,
    id: i64,
    now: i64,
) -> Result<bool, AppError> {
    let baselines =
        import_baseline::Entity::delete_many().filter(import_baseline::Column::ProductId.eq(id));
    baselines.exec(tx).await?;
    let variations = variation::Entity::delete_many().filter(variation::Column::ProductId.eq(id));
    variations.exec(tx).await?;
    let slugs = slug::Entity::delete_many()
        .filter(slug::Column::IsProduct.eq(true))
        .filter(slug::Column::TargetId.eq(id));
    slugs.exec(tx).await?;
    list_columns::forget(tx, id).await?;
    let gone = product::Entity::delete_by_id(id).exec(tx).await?;
    if gone.rows_affected == 0 {
        return Ok(false);
    }
    let row = entity::ActiveModel {
        product_id: Set(id),
        deleted_at: Set(now),
    };
    // An import may have brought it back once.
    let again = OnConflict::column(entity::Column::ProductId)
        .update_column(entity::Column::DeletedAt)
        .to_owned();
    entity::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(tx)
        .await?;
    version::touch_products(tx, &[id]).await?;
    Ok(true)
}

/// Deletes the category `id` and its URLs. What stands in it, or below, is not looked at.
pub async fn delete_category(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    let slugs = slug::Entity::delete_many()
        .filter(slug::Column::IsProduct.eq(false))
        .filter(slug::Column::TargetId.eq(id));
    slugs.exec(tx).await?;
    category::Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Ids of the products that went from `from` to `to`, in UNIX seconds, and when, the first first: how many there are, and
/// so many of them from an offset on.
pub async fn deleted(
    db: &impl ConnectionTrait,
    from: Option<i64>,
    to: Option<i64>,
    offset: usize,
    most: usize,
) -> Result<(u64, Vec<(i64, i64)>), AppError> {
    let column = entity::Column::DeletedAt;
    let within = Condition::all()
        .add_option(from.map(|from| column.gte(from)))
        .add_option(to.map(|to| column.lte(to)));
    let gone = entity::Entity::find().filter(within);
    let total = gone.clone().count(db).await?;
    let number = |number: usize| u64::try_from(number).ok();
    let rows = gone
        .order_by_asc(column)
        .order_by_asc(entity::Column::ProductId)
        .offset(number(offset).filter(|it| *it < u64::from(u32::MAX)))
        .limit(number(most))
        .all(db)
        .await?;
    let pairs = rows.into_iter().map(|row| (row.product_id, row.deleted_at));
    Ok((total, pairs.collect()))
}
