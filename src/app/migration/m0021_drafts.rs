//! What the merchant prepared of the shop, and shoppers do not see yet.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drafts = Table::create()
            .table("drafts")
            .col(string("kind"))
            .col(string("name"))
            .col(text("value"))
            .col(string("began"))
            .col(big_integer("version"))
            .col(big_integer_null("staff_id"))
            .col(string("who"))
            .col(big_integer("changed_at"))
            .primary_key(Index::create().col("kind").col("name"))
            .to_owned();
        manager.create_table(drafts).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_table(Table::drop().table("drafts").to_owned())
            .await
    }
}
