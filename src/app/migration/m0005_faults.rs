//! What faults need: a row that `/healthz` writes to see that the shop can, a place for documents
//! that cannot be read, and a version of the stock beside that of the catalogue.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let health = Table::create()
            .table("health")
            .col(big_integer("id").primary_key())
            .col(big_integer("checks"))
            .to_owned();
        let unreadable = Table::create()
            .table("unreadable_documents")
            .col(big_pk_auto("id"))
            .col(string("origin"))
            .col(text("document"))
            .col(big_integer("found_at"))
            .to_owned();
        for table in [health, unreadable] {
            manager.create_table(table).await?;
        }
        for table in VERSIONED {
            let mut change = Table::alter();
            change
                .table(table)
                .add_column(big_integer("stock_version").default(0));
            manager.alter_table(change).await?;
        }
        let index = Index::create()
            .name("products_stock_version")
            .table("products")
            .col("stock_version")
            .to_owned();
        manager.create_index(index).await?;
        let index = Index::create()
            .name("orders_secret_hash")
            .table("orders")
            .col("secret_hash")
            .to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for index in ["orders_secret_hash", "products_stock_version"] {
            let index = Index::drop().name(index).to_owned();
            manager.drop_index(index).await?;
        }
        for table in VERSIONED {
            let mut change = Table::alter();
            change.table(table).drop_column("stock_version");
            manager.alter_table(change).await?;
        }
        for table in ["unreadable_documents", "health"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

const VERSIONED: [&str; 2] = ["catalog_version", "products"];
