//! Who is to be told that a product is back, in the database; times in UNIX seconds.

use sea_orm::entity::prelude::*;

/// A row of `stock_alerts`: one product, or one variation of it, and one address.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stock_alerts")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub product_id: i64,
    /// 0 is whichever of the product.
    pub variation_id: i64,
    pub email: String,
    pub customer_id: Option<i64>,
    /// Code of the language that the shopper asked in.
    pub language: String,
    /// Scheme and host of the shop, as the shopper knows it.
    pub origin: String,
    pub asked_at: i64,
    /// When the e-mail was posted; then nothing is told any more.
    pub told_at: Option<i64>,
    /// SHA-256 of the token in that e-mail.
    pub token_hash: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
