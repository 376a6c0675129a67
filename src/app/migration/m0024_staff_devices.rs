//! Devices that staff were signed in on before.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("staff_devices")
            .col(big_integer("staff_id"))
            .col(binary("token_hash"))
            .col(big_integer("used_at"))
            .primary_key(Index::create().col("staff_id").col("token_hash"))
            .foreign_key(
                ForeignKey::create()
                    .from("staff_devices", "staff_id")
                    .to("staff", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::drop().table("staff_devices").to_owned();
        manager.drop_table(table).await
    }
}
