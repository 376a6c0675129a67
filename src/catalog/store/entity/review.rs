//! Reviews of products by those who bought them.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use sea_orm::entity::prelude::*;

/// A row of `reviews`; times in UNIX seconds.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reviews")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub product_id: i64,
    /// Who bought it, as the customer or by the e-mail address of a guest's order: each reviews a product once.
    pub buyer: String,
    pub customer_id: Option<i64>,
    /// The order that it was bought with.
    pub order_id: Option<i64>,
    /// 1 to 5.
    pub stars: i64,
    pub title: String,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// What the buyer wants to be called.
    pub name: String,
    /// Code of the language that it was written in.
    pub language: String,
    pub status: ReviewStatus,
    pub created_at: i64,
    pub changed_at: i64,
}

/// Whether shoppers see a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(
    rs_type = "String",
    db_type = "Text",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
pub enum ReviewStatus {
    /// Nobody has looked at it.
    Pending,
    /// They do.
    Published,
    /// The merchant wants it not to be seen.
    Rejected,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
