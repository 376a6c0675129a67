//! Rows of `letters`: e-mails to send; times in UNIX seconds.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use sea_orm::entity::prelude::*;

/// An e-mail to send.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "letters")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The order it is about, if any.
    pub order_id: Option<i64>,
    pub recipient: String,
    pub subject: String,
    #[sea_orm(column_type = "Text")]
    pub text: String,
    #[sea_orm(column_type = "Text")]
    pub html: String,
    pub created_at: i64,
    pub sent_at: Option<i64>,
    /// Of no use since jobs count their own.
    pub attempts: i64,
    /// When it is to be sent.
    pub due_at: i64,
    /// Whether nothing of it is kept once it is sent.
    pub is_secret: bool,
    /// Where programs post that no more e-mails of its kind are wanted; empty if it is of no such kind.
    #[sea_orm(column_type = "Text")]
    pub unsubscribe: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
