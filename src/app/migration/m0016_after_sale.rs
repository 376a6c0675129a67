//! What follows an order: payments online, subscriptions, files to download, invoices.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 8] = [
    "secrets",
    "counters",
    "invoices",
    "downloads",
    "product_files",
    "subscription_orders",
    "subscriptions",
    "payments",
];

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["paid_at", "shipped_at"] {
            let add = Table::alter()
                .table("orders")
                .add_column(big_integer_null(column))
                .to_owned();
            manager.alter_table(add).await?;
        }
        for table in [
            payments(),
            subscriptions(),
            subscription_orders(),
            product_files(),
            downloads(),
            invoices(),
            counters(),
            secrets(),
        ] {
            manager.create_table(table).await?;
        }
        for (table, column) in [
            ("payments", "order_id"),
            ("subscriptions", "customer_id"),
            ("subscriptions", "due_at"),
            ("subscription_orders", "order_id"),
        ] {
            let index = Index::create()
                .name(format!("{table}_{column}"))
                .table(table)
                .col(column)
                .to_owned();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        for column in ["paid_at", "shipped_at"] {
            let drop = Table::alter()
                .table("orders")
                .drop_column(column)
                .to_owned();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}

fn of_order(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "order_id")
        .to("orders", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

fn payments() -> TableCreateStatement {
    Table::create()
        .table("payments")
        .col(big_pk_auto("id"))
        .col(big_integer("order_id"))
        .col(string("method"))
        .col(string("state"))
        .col(text("cart"))
        .col(big_integer("created_at"))
        .col(big_integer_null("settled_at"))
        .foreign_key(&mut of_order("payments"))
        .to_owned()
}

fn subscriptions() -> TableCreateStatement {
    Table::create()
        .table("subscriptions")
        .col(big_pk_auto("id"))
        .col(big_integer("order_id"))
        .col(big_integer("item"))
        .col(big_integer_null("customer_id"))
        .col(string("email"))
        .col(string("status"))
        .col(string("unit"))
        .col(big_integer("count"))
        .col(big_integer("started_at"))
        .col(big_integer("cycle"))
        .col(big_integer("next_at"))
        .col(big_integer("due_at"))
        .col(string_null("trouble"))
        .col(big_integer_null("ended_at"))
        .col(text("document"))
        .index(Index::create().unique().col("order_id").col("item"))
        .foreign_key(&mut of_order("subscriptions"))
        .foreign_key(
            ForeignKey::create()
                .from("subscriptions", "customer_id")
                .to("customers", "id")
                .on_delete(ForeignKeyAction::SetNull),
        )
        .to_owned()
}

/// An order of each date: none is made twice.
fn subscription_orders() -> TableCreateStatement {
    Table::create()
        .table("subscription_orders")
        .col(big_integer("subscription_id"))
        .col(big_integer("cycle"))
        .col(big_integer("order_id"))
        .primary_key(Index::create().col("subscription_id").col("cycle"))
        .foreign_key(&mut of_order("subscription_orders"))
        .foreign_key(
            ForeignKey::create()
                .from("subscription_orders", "subscription_id")
                .to("subscriptions", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn product_files() -> TableCreateStatement {
    Table::create()
        .table("product_files")
        .col(big_pk_auto("id"))
        .col(big_integer("product_id"))
        .col(string("name"))
        .col(string("mime"))
        .col(big_integer("size"))
        .col(string("hash"))
        .col(big_integer("created_at"))
        .index(Index::create().unique().col("product_id").col("name"))
        .to_owned()
}

fn downloads() -> TableCreateStatement {
    Table::create()
        .table("downloads")
        .col(big_integer("order_id"))
        .col(big_integer("item"))
        .col(big_integer("file_id"))
        .col(big_integer("count"))
        .col(big_integer("started_at"))
        .primary_key(Index::create().col("order_id").col("item").col("file_id"))
        .foreign_key(&mut of_order("downloads"))
        .to_owned()
}

/// No foreign key: an invoice stays whatever becomes of its order.
fn invoices() -> TableCreateStatement {
    Table::create()
        .table("invoices")
        .col(big_integer("order_id").primary_key())
        .col(string_uniq("number"))
        .col(big_integer("issued_at"))
        .col(text("document"))
        .to_owned()
}

/// Numbers without gaps, which generated ids are not.
fn counters() -> TableCreateStatement {
    Table::create()
        .table("counters")
        .col(string("name").primary_key())
        .col(big_integer("value"))
        .to_owned()
}

fn secrets() -> TableCreateStatement {
    Table::create()
        .table("secrets")
        .col(string("name").primary_key())
        .col(binary("value"))
        .to_owned()
}
