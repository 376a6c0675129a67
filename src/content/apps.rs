//! What apps publish to scripts (`spec/js-api.md` 3): a token and a text, kept in the database.

use crate::{base::error::AppError, content::version};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, sea_query::OnConflict};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most bytes of what an app publishes.
pub const LONGEST: usize = 256 * 1024;

/// Rows of `apps`.
pub mod entity {
    #![expect(missing_docs, reason = "columns are named for what they hold")]
    use sea_orm::entity::prelude::*;

    /// An app.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "apps")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub client_id: String,
        pub token: Option<String>,
        #[sea_orm(column_type = "Text")]
        pub config: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What an app publishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct App {
    /// `Ecwid.getAppPublicToken(id)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// `Ecwid.getAppPublicConfig(id)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub config: Option<String>,
}

/// Every app by its client id.
pub async fn all(db: &impl ConnectionTrait) -> Result<BTreeMap<String, App>, AppError> {
    let rows = entity::Entity::find().all(db).await?;
    let app = |row: entity::Model| {
        (
            row.client_id,
            App {
                token: row.token,
                config: row.config,
            },
        )
    };
    Ok(rows.into_iter().map(app).collect())
}

/// Stores what an app publishes, in place of what it did before.
pub async fn put(db: &impl ConnectionTrait, client_id: &str, app: App) -> Result<(), AppError> {
    let row = entity::ActiveModel {
        client_id: Set(client_id.to_owned()),
        token: Set(app.token),
        config: Set(app.config),
    };
    let replace = OnConflict::column(entity::Column::ClientId)
        .update_columns([entity::Column::Token, entity::Column::Config])
        .to_owned();
    entity::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(db)
        .await?;
    version::touch_texts(db).await
}
