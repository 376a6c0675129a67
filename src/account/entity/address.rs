//! Addresses of customers: at most one for billing, any number for shipping.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use sea_orm::entity::prelude::*;

/// A row of `addresses`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "addresses")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub customer_id: i64,
    /// Place in the address book, from 0; `None` is the billing address.
    pub position: Option<i64>,
    pub name: String,
    pub company_name: Option<String>,
    pub street: Option<String>,
    pub city: Option<String>,
    pub country_code: Option<String>,
    pub country_name: Option<String>,
    pub postal_code: Option<String>,
    pub state_or_province_code: Option<String>,
    pub phone: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
