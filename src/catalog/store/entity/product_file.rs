//! Rows of `product_files`; times in UNIX seconds.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use sea_orm::entity::prelude::*;

/// A file that comes with a product.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_files")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub product_id: i64,
    /// Name that it is saved under.
    pub name: String,
    pub mime: String,
    pub size: i64,
    /// SHA-256 of its bytes, its name in the directory of files.
    pub hash: String,
    pub created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
