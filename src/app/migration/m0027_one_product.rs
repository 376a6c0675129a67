//! What is planned of products, and what finds their reviews and the carts that they lie in.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let schedules = Table::create()
            .table("product_schedules")
            .col(big_pk_auto("id"))
            .col(big_integer("product_id"))
            .col(text("kind"))
            .col(big_integer_null("starts_at"))
            .col(big_integer_null("ends_at"))
            .col(big_integer_null("price"))
            .col(big_integer_null("percent"))
            .col(text("state"))
            .col(text_null("prices"))
            .col(string("who"))
            .to_owned();
        manager.create_table(schedules).await?;
        for (name, table, columns) in [
            (
                "product_schedules_product_id",
                "product_schedules",
                &["product_id"][..],
            ),
            ("cart_lines_product_id", "cart_lines", &["product_id"]),
            ("reviews_status", "reviews", &["status", "id"]),
        ] {
            let mut index = Index::create().name(name).table(table).to_owned();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table) in [
            ("cart_lines_product_id", "cart_lines"),
            ("reviews_status", "reviews"),
        ] {
            let index = Index::drop().name(name).table(table).to_owned();
            manager.drop_index(index).await?;
        }
        let table = Table::drop().table("product_schedules").to_owned();
        manager.drop_table(table).await
    }
}
