//! Products: one row each; what no query asks for is in `doc`.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use sea_orm::entity::prelude::*;

/// A row of `products`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "products")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = true)]
    pub id: i64,
    pub sku: String,
    /// The import's name for it, such as a Shopify handle; empty if it has none.
    pub handle: String,
    pub enabled: bool,
    /// How many are left; `NULL` is unlimited.
    pub stock: Option<i64>,
    /// From how many on it runs low; `NULL` is as the shop says. It is in `doc` too: what changes stock asks here.
    pub low_at: Option<i64>,
    pub updated_at: i64,
    /// What the published reviews come to ([`crate::catalog::rating::Ratings`]).
    pub ratings: Option<String>,
    /// The whole [`crate::catalog::Product`] as JSON; its stock is the column's.
    #[sea_orm(column_type = "Text")]
    pub doc: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
