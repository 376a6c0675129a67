//! Pictures: one row a file, by the hash of its contents.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use sea_orm::entity::prelude::*;

/// A row of `images`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "images")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub hash: String,
    pub width: i64,
    pub height: i64,
    /// Its edge, as JSON.
    pub border: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
