//! Rows of `jobs`: work to do once, and what became of it; times in UNIX seconds.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use sea_orm::entity::prelude::*;

/// A job.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "jobs")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Who does it.
    pub kind: String,
    /// What makes it the same job as another one, if anything.
    #[sea_orm(unique)]
    pub key: Option<String>,
    /// What is to be done, as its kind writes it.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    pub created_at: i64,
    /// When it is tried next.
    pub due_at: i64,
    /// Tries that were begun.
    pub attempts: i64,
    /// Until when it belongs to whoever took it last.
    pub leased_until: i64,
    pub leased_by: String,
    /// When it was done, or cancelled.
    pub done_at: Option<i64>,
    /// When the last try of all failed.
    pub failed_at: Option<i64>,
    /// Why the last try failed, or that it was cancelled.
    #[sea_orm(column_type = "Text", nullable)]
    pub error: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
