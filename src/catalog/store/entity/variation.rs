//! Variations: what is counted of each; the rest is in the product's `doc`.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use sea_orm::entity::prelude::*;

/// A row of `variations`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "variations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = true)]
    pub id: i64,
    pub product_id: i64,
    pub sku: String,
    /// How many are left; `NULL` follows the product.
    pub stock: Option<i64>,
    /// From how many on it runs low; `NULL` is as the product says.
    pub low_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
