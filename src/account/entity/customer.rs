//! Customers.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use sea_orm::entity::prelude::*;

/// A row of `customers`; times in UNIX seconds.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "customers")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(unique)]
    pub email: String,
    pub name: String,
    /// Empty for who signs in by code alone.
    pub password_hash: String,
    /// Raised to end every session at once.
    pub auth_epoch: i64,
    pub group_id: Option<i64>,
    pub registered_at: i64,
    /// Empty if it is not known.
    pub phone: String,
    /// Whether no tax is charged.
    pub is_exempt: bool,
    /// What the tax office knows them by; empty if it is not known.
    pub tax_id: String,
    /// How many orders they placed; the database calculates it with each of them.
    pub order_count: i64,
    /// What they paid, in minor units; the database calculates it too.
    pub spent: i64,
    /// When they ordered last; 0 is never. The database notes it too.
    pub last_order_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
