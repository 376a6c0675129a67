//! Apps of the merchant: what they publish to scripts (`spec/js-api.md` 3), what they may ask of the shop, and the secret
//! that they sign with.

mod access;
mod change;
mod key;

pub use access::{Access, Scope, Tokens, hash};
pub use change::{Change, enter, remove};
pub use key::Key;

use crate::base::error::AppError;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most bytes of what an app publishes.
pub const MAX_LENGTH: usize = 256 * 1024;

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
        /// Its public token, which is in every page.
        pub token: Option<String>,
        #[sea_orm(column_type = "Text")]
        pub config: Option<String>,
        /// What it signs with: a signature can only be looked at with the secret itself.
        #[sea_orm(column_type = "Text")]
        pub client_secret: Option<String>,
        /// SHA-256 of its secret token.
        pub secret_token_hash: Option<Vec<u8>>,
        /// What its tokens may do, names with spaces between.
        pub scopes: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What an app publishes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct App {
    /// `Ecwid.getAppPublicToken(id)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// `Ecwid.getAppPublicConfig(id)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub config: Option<String>,
}

/// Every app by its client id, and what their tokens may do.
pub async fn all(db: &impl ConnectionTrait) -> Result<(BTreeMap<String, App>, Tokens), AppError> {
    let rows = rows(db).await?;
    let tokens = Tokens::new(&rows);
    let app = |row: entity::Model| {
        (
            row.client_id,
            App {
                token: row.token,
                config: row.config,
            },
        )
    };
    Ok((rows.into_iter().map(app).collect(), tokens))
}

/// Every row, in order of the client id.
pub async fn rows(db: &impl ConnectionTrait) -> Result<Vec<entity::Model>, AppError> {
    let rows = entity::Entity::find().order_by_asc(entity::Column::ClientId);
    Ok(rows.all(db).await?)
}

/// The row of the app `client_id`.
pub async fn one(
    db: &impl ConnectionTrait,
    client_id: &str,
) -> Result<Option<entity::Model>, AppError> {
    let row = entity::Entity::find_by_id(client_id.to_owned());
    Ok(row.one(db).await?)
}

/// The row of the app `client_id`, locked until the transaction ends, so that it can be changed by what it holds.
pub async fn one_to_change(
    tx: &impl ConnectionTrait,
    client_id: &str,
) -> Result<Option<entity::Model>, AppError> {
    let row = entity::Entity::find_by_id(client_id.to_owned()).lock_exclusive();
    Ok(row.one(tx).await?)
}

/// The secret that the app `client_id` signs with; `None` if there is no such app, or it has none.
pub async fn client_secret(
    db: &impl ConnectionTrait,
    client_id: &str,
) -> Result<Option<String>, AppError> {
    let row = one(db, client_id).await?;
    Ok(row.and_then(|row| row.client_secret))
}
