//! Devices that customers were signed in on before.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("known_devices")
            .col(big_integer("customer_id"))
            .col(binary("token_hash"))
            .col(big_integer("used_at"))
            .primary_key(Index::create().col("customer_id").col("token_hash"))
            .foreign_key(
                ForeignKey::create()
                    .from("known_devices", "customer_id")
                    .to("customers", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::drop().table("known_devices").to_owned();
        manager.drop_table(table).await
    }
}
