//! Sessions: one row a signed-in browser.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use sea_orm::entity::prelude::*;

/// A row of `sessions`; times in UNIX seconds.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// SHA-256 of the token in the browser's cookie.
    #[sea_orm(unique)]
    pub token_hash: Vec<u8>,
    pub customer_id: i64,
    /// The customer's epoch at sign-in; the session is over when the two differ.
    pub auth_epoch: i64,
    pub created_at: i64,
    pub last_seen_at: i64,
    pub expires_at: i64,
    pub user_agent: String,
    /// The network that the customer signed in from; empty if that is not known.
    pub network: String,
    /// Who of the staff is signed in as the customer; empty for the customer.
    pub staff: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
