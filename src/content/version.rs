//! The version of everything that is kept in memory: what changes it raises it, and notes what it changed, so that
//! the instances of the shop take over that alone.

use crate::{
    base::{date, error::AppError},
    platform::db::statement,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use std::collections::BTreeSet;

/// No product: pages of text, or what apps publish.
const TEXTS: i64 = 0;
/// Rows of one statement.
const AT_ONCE: usize = 500;
/// How long it is known what a version changed: an instance that is further behind reads everything.
const KEPT: i64 = date::DAY;

/// What each version changed; of a version that is not in it, anything may have.
mod entity {
    use sea_orm::entity::prelude::*;

    /// A row of `catalog_changes`.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "catalog_changes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub version: i64,
        /// The product; 0 is none.
        #[sea_orm(primary_key, auto_increment = false)]
        pub product_id: i64,
        pub noted_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Waits until no other transaction changes what is kept in memory, and lets none begin.
pub async fn lock(tx: &impl ConnectionTrait) -> Result<(), AppError> {
    let sql = "UPDATE catalog_version SET version = version";
    tx.execute_raw(statement(tx, sql, [])).await?;
    Ok(())
}

/// Tells every instance of the shop that the catalogue is other than it was: it is read anew as a whole.
pub async fn touch(tx: &impl ConnectionTrait) -> Result<(), AppError> {
    raise(
        tx,
        Some("products_changed_at = $1, categories_changed_at = $1"),
    )
    .await?;
    Ok(())
}

/// Tells every instance of the shop that these products are other than they were, and no category is.
///
/// It is the last statement but the commit: who raises the version waits for whoever did before, so that the versions
/// are seen in their order.
pub async fn touch_products(tx: &impl ConnectionTrait, ids: &[i64]) -> Result<(), AppError> {
    let version = raise(tx, Some("products_changed_at = $1")).await?;
    let ids: Vec<i64> = ids
        .iter()
        .copied()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    for ids in ids.chunks(AT_ONCE) {
        note(tx, version, ids).await?;
    }
    Ok(())
}

/// Tells every instance of the shop that pages of text, or what apps publish, are other than they were.
pub async fn touch_texts(tx: &impl ConnectionTrait) -> Result<(), AppError> {
    let version = raise(tx, None).await?;
    note(tx, version, &[TEXTS]).await
}

/// Products that changed after version `after`, up to `version`; `None` if that is not known, or more than `most` did.
pub async fn changed_products(
    db: &impl ConnectionTrait,
    after: i64,
    version: i64,
    most: u64,
) -> Result<Option<Vec<i64>>, AppError> {
    let steps = u64::try_from(version - after).unwrap_or(u64::MAX);
    // A row a product, and one where a version changed texts.
    let enough = most.saturating_add(steps).saturating_add(1);
    let rows: Vec<(i64, i64)> = entity::Entity::find()
        .select_only()
        .columns([entity::Column::Version, entity::Column::ProductId])
        .filter(entity::Column::Version.gt(after))
        .filter(entity::Column::Version.lte(version))
        .order_by_asc(entity::Column::Version)
        .limit(enough.min(u64::from(u32::MAX)))
        .into_tuple()
        .all(db)
        .await?;
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let versions: BTreeSet<i64> = rows.iter().map(|(version, _)| *version).collect();
    let products: BTreeSet<i64> = rows.iter().map(|(_, id)| *id).collect();
    let products: Vec<i64> = products.into_iter().filter(|id| *id != TEXTS).collect();
    let is_all = count(rows.len()) < enough && count(versions.len()) == steps;
    Ok((is_all && count(products.len()) <= most).then_some(products))
}

/// Forgets what was changed long before `now`; returns how many rows that were.
pub async fn purge(db: &impl ConnectionTrait, now: i64) -> Result<u64, AppError> {
    let old = entity::Entity::delete_many().filter(entity::Column::NotedAt.lt(now - KEPT));
    Ok(old.exec(db).await?.rows_affected)
}

/// Raises the version; `times` sets to now when something changed last.
async fn raise(tx: &impl ConnectionTrait, times: Option<&str>) -> Result<i64, AppError> {
    const RAISE: &str = "UPDATE catalog_version SET version = version + 1";
    const SAY: &str = "RETURNING version";
    let raise = match times {
        None => statement(tx, &format!("{RAISE} {SAY}"), []),
        Some(times) => {
            let sql = format!("{RAISE}, {times} {SAY}");
            statement(tx, &sql, [date::now().into()])
        }
    };
    let row = tx.query_one_raw(raise).await?.ok_or(AppError::Internal)?;
    Ok(row.try_get_by_index(0)?)
}

async fn note(tx: &impl ConnectionTrait, version: i64, ids: &[i64]) -> Result<(), AppError> {
    let now = date::now();
    let row = |id: &i64| entity::ActiveModel {
        version: Set(version),
        product_id: Set(*id),
        noted_at: Set(now),
    };
    if ids.is_empty() {
        return Ok(());
    }
    let rows = entity::Entity::insert_many(ids.iter().map(row));
    rows.exec_without_returning(tx).await?;
    Ok(())
}
