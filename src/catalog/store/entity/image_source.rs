//! Where imports took pictures from, so that none is fetched twice: one row a URL or path.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use sea_orm::entity::prelude::*;

/// A row of `image_sources`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "image_sources")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub source: String,
    /// Of the picture that was there.
    pub hash: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
