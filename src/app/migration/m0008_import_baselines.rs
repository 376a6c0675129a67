//! What the last import of each kind of file said of a product, so that the next one changes only what
//! the file changed.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let baselines = Table::create()
            .table("import_baselines")
            .col(big_integer("product_id"))
            .col(string("kind"))
            .col(text("doc"))
            .primary_key(Index::create().col("product_id").col("kind"))
            .foreign_key(
                ForeignKey::create()
                    .from("import_baselines", "product_id")
                    .to("products", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(baselines).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::drop().table("import_baselines").to_owned();
        manager.drop_table(table).await
    }
}
