//! Apps that call the shop (REST): their tokens, scopes and secret, and what each keeps here; when products and
//! categories changed last, and which products are gone.
//!
//! A token that was published before may read what shoppers see: it was in every page already.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEX: &str = "deleted_products_deleted_at";

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in columns() {
            let mut change = Table::alter();
            change.table(table).add_column(column);
            manager.alter_table(change).await?;
        }
        let storage = Table::create()
            .table("app_storage")
            .col(string("client_id"))
            .col(string_len("key", 1_024))
            .col(text("value"))
            .primary_key(Index::create().col("client_id").col("key"))
            .to_owned();
        let deleted = Table::create()
            .table("deleted_products")
            .col(big_integer("product_id").primary_key())
            .col(big_integer("deleted_at"))
            .to_owned();
        for table in [storage, deleted] {
            manager.create_table(table).await?;
        }
        let index = Index::create()
            .name(INDEX)
            .table("deleted_products")
            .col("deleted_at")
            .to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["deleted_products", "app_storage"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        for (table, column) in columns() {
            let mut change = Table::alter();
            change
                .table(table)
                .drop_column(column.get_column_name().to_string());
            manager.alter_table(change).await?;
        }
        Ok(())
    }
}

fn columns() -> [(&'static str, ColumnDef); 6] {
    [
        ("apps", text_null("client_secret").take()),
        ("apps", binary_null("secret_token_hash").take()),
        ("apps", string("scopes").default("public_storefront").take()),
        ("products", big_integer("updated_at").default(0).take()),
        (
            "catalog_version",
            big_integer("products_changed_at").default(0).take(),
        ),
        (
            "catalog_version",
            big_integer("categories_changed_at").default(0).take(),
        ),
    ]
}
