//! Accounts that somebody asked for and whose e-mail address is not proved yet.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("registrations")
            .col(binary("token_hash").primary_key())
            .col(string("email"))
            .col(string("name"))
            .col(string("password_hash"))
            .col(big_integer("created_at"))
            .to_owned();
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::drop().table("registrations").to_owned();
        manager.drop_table(table).await
    }
}
