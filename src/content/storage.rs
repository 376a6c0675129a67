//! What apps keep in the shop: texts by key, each app its own (`spec/rest.md` 6). The key `public` is what an app publishes
//! to scripts.

use super::{apps, version};
use crate::{base::error::AppError, platform::db::statement};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryResult,
    sea_query::OnConflict,
};

/// The key whose value every page tells.
pub const PUBLIC: &str = "public";
/// Longest key, in bytes.
pub const MAX_KEY_LENGTH: usize = 1_024;
/// Longest value, in bytes.
pub const MAX_LENGTH: usize = 1024 * 1024;

mod entity {
    use sea_orm::entity::prelude::*;

    /// A row of `app_storage`.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "app_storage")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub client_id: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        #[sea_orm(column_type = "Text")]
        pub value: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Everything that `client_id` keeps: keys and values, in order of the key.
pub async fn all(
    db: &impl ConnectionTrait,
    client_id: &str,
) -> Result<Vec<(String, String)>, AppError> {
    let rows = entity::Entity::find()
        .filter(entity::Column::ClientId.eq(client_id))
        .all(db)
        .await?;
    let mut all: Vec<_> = rows.into_iter().map(|row| (row.key, row.value)).collect();
    let public = published(db, client_id).await?;
    all.extend(public.map(|value| (PUBLIC.to_owned(), value)));
    // Engines have orders of text of their own.
    all.sort();
    Ok(all)
}

/// What `client_id` keeps besides what it publishes: keys in their order, each with how many letters its value has, at most
/// `most`.
pub async fn sizes(
    db: &impl ConnectionTrait,
    client_id: &str,
    most: u32,
) -> Result<Vec<(String, u64)>, AppError> {
    const SIZES: &str = "SELECT key, CAST(LENGTH(value) AS BIGINT) FROM app_storage WHERE client_id = $1 ORDER BY key LIMIT $2";
    let values = [client_id.into(), i64::from(most).into()];
    let rows = db.query_all_raw(statement(db, SIZES, values)).await?;
    let size = |row: &QueryResult| -> Result<(String, u64), AppError> {
        let letters: i64 = row.try_get_by_index(1)?;
        Ok((row.try_get_by_index(0)?, letters.unsigned_abs()))
    };
    rows.iter().map(size).collect()
}

/// What `client_id` keeps under `key`.
pub async fn get(
    db: &impl ConnectionTrait,
    client_id: &str,
    key: &str,
) -> Result<Option<String>, AppError> {
    if key == PUBLIC {
        return published(db, client_id).await;
    }
    let row = entity::Entity::find_by_id((client_id.to_owned(), key.to_owned()));
    Ok(row.one(db).await?.map(|row| row.value))
}

/// Keeps `value` under `key`.
pub async fn put(
    tx: &impl ConnectionTrait,
    client_id: &str,
    key: &str,
    value: &str,
) -> Result<(), AppError> {
    if key == PUBLIC {
        return publish(tx, client_id, Some(value.to_owned())).await;
    }
    let row = entity::ActiveModel {
        client_id: Set(client_id.to_owned()),
        key: Set(key.to_owned()),
        value: Set(value.to_owned()),
    };
    let replace = OnConflict::columns([entity::Column::ClientId, entity::Column::Key])
        .update_column(entity::Column::Value)
        .to_owned();
    entity::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Forgets what `client_id` keeps under `key`.
pub async fn remove(tx: &impl ConnectionTrait, client_id: &str, key: &str) -> Result<(), AppError> {
    if key == PUBLIC {
        return publish(tx, client_id, None).await;
    }
    let row = entity::Entity::delete_by_id((client_id.to_owned(), key.to_owned()));
    row.exec(tx).await?;
    Ok(())
}

/// Forgets everything that `client_id` keeps.
pub(super) async fn remove_all(tx: &impl ConnectionTrait, client_id: &str) -> Result<(), AppError> {
    let kept = entity::Entity::delete_many().filter(entity::Column::ClientId.eq(client_id));
    kept.exec(tx).await?;
    Ok(())
}

async fn published(db: &impl ConnectionTrait, client_id: &str) -> Result<Option<String>, AppError> {
    let app = apps::entity::Entity::find_by_id(client_id.to_owned());
    Ok(app.one(db).await?.and_then(|app| app.config))
}

async fn publish(
    tx: &impl ConnectionTrait,
    client_id: &str,
    value: Option<String>,
) -> Result<(), AppError> {
    use sea_orm::sea_query::Expr;
    apps::entity::Entity::update_many()
        .col_expr(apps::entity::Column::Config, Expr::value(value))
        .filter(apps::entity::Column::ClientId.eq(client_id))
        .exec(tx)
        .await?;
    version::touch_texts(tx).await
}
