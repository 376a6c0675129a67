//! Products that shoppers keep, and whom to tell when one is back in stock.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(favourites()).await?;
        manager.create_table(stock_alerts()).await?;
        for column in ["customer_id", "token_hash"] {
            let once = Index::create()
                .name(format!("favourites_{column}"))
                .table("favourites")
                .col(column)
                .col("product_id")
                .unique()
                .to_owned();
            manager.create_index(once).await?;
        }
        for (table, column) in [
            ("favourites", "product_id"),
            ("stock_alerts", "product_id"),
            ("stock_alerts", "token_hash"),
        ] {
            let index = Index::create()
                .name(format!("{table}_{column}"))
                .table(table)
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        let once = Index::create()
            .name("stock_alerts_email")
            .table("stock_alerts")
            .col("email")
            .col("product_id")
            .col("variation_id")
            .unique()
            .to_owned();
        manager.create_index(once).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["stock_alerts", "favourites"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn favourites() -> TableCreateStatement {
    Table::create()
        .table("favourites")
        .col(big_pk_auto("id"))
        .col(binary_null("token_hash"))
        .col(big_integer_null("customer_id"))
        .col(big_integer("product_id"))
        .col(big_integer("added_at"))
        .foreign_key(&mut of_customer("favourites"))
        .to_owned()
}

fn stock_alerts() -> TableCreateStatement {
    Table::create()
        .table("stock_alerts")
        .col(big_pk_auto("id"))
        .col(big_integer("product_id"))
        .col(big_integer("variation_id"))
        .col(string("email"))
        .col(big_integer_null("customer_id"))
        .col(string("language"))
        .col(string("origin"))
        .col(big_integer("asked_at"))
        .col(big_integer_null("told_at"))
        .col(binary_null("token_hash"))
        .foreign_key(&mut of_customer("stock_alerts"))
        .to_owned()
}

fn of_customer(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "customer_id")
        .to("customers", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}
