//! Bags that become orders, orders, and letters to send.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [carts(), cart_lines(), orders(), coupon_uses(), letters()] {
            manager.create_table(table).await?;
        }
        for (table, column) in [
            ("cart_lines", "cart_id"),
            ("orders", "customer_id"),
            ("orders", "email"),
            ("orders", "placed_at"),
            ("letters", "sent_at"),
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
        for table in ["letters", "coupon_uses", "orders", "cart_lines", "carts"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn carts() -> TableCreateStatement {
    Table::create()
        .table("carts")
        .col(big_pk_auto("id"))
        .col(string_uniq("public_id"))
        .col(string("uuid"))
        .col(binary_null("token_hash").unique_key())
        .col(big_integer_null("customer_id").unique_key())
        .col(text("details"))
        .col(big_integer("created_at"))
        .col(big_integer("updated_at"))
        .foreign_key(
            ForeignKey::create()
                .from("carts", "customer_id")
                .to("customers", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn cart_lines() -> TableCreateStatement {
    Table::create()
        .table("cart_lines")
        .col(big_pk_auto("id"))
        .col(big_integer("cart_id"))
        .col(big_integer("product_id"))
        .col(big_integer("quantity"))
        .col(text("chosen"))
        .foreign_key(
            ForeignKey::create()
                .from("cart_lines", "cart_id")
                .to("carts", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

/// An order has the number of the cart it was: no cart is ordered twice.
fn orders() -> TableCreateStatement {
    Table::create()
        .table("orders")
        .col(big_integer("id").primary_key())
        .col(string_uniq("public_id"))
        .col(binary("secret_hash"))
        .col(big_integer_null("customer_id"))
        .col(string("email"))
        .col(big_integer("placed_at"))
        .col(string("payment_status"))
        .col(string("fulfillment_status"))
        .col(big_integer("total"))
        .col(text("words"))
        .col(text("document"))
        .col(boolean("announced"))
        .col(big_integer_null("withdrawn_at"))
        .foreign_key(
            ForeignKey::create()
                .from("orders", "customer_id")
                .to("customers", "id")
                .on_delete(ForeignKeyAction::SetNull),
        )
        .to_owned()
}

fn coupon_uses() -> TableCreateStatement {
    Table::create()
        .table("coupon_uses")
        .col(string("code").primary_key())
        .col(big_integer("orders"))
        .to_owned()
}

fn letters() -> TableCreateStatement {
    Table::create()
        .table("letters")
        .col(big_pk_auto("id"))
        .col(big_integer("order_id"))
        .col(string("recipient"))
        .col(string("subject"))
        .col(text("text"))
        .col(text("html"))
        .col(big_integer("created_at"))
        .col(big_integer_null("sent_at"))
        .col(big_integer("attempts"))
        .col(big_integer("due_at"))
        .foreign_key(
            ForeignKey::create()
                .from("letters", "order_id")
                .to("orders", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
