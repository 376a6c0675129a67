//! What is done to one order: its parcels, refunds with their credit notes, the staff's notes, and the answer to a withdrawal.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Withdrawals that wait for the merchant: there are few of them among all orders.
const OPEN: &str = "CREATE INDEX orders_withdrawn ON orders \
     (placed_at, id, payment_status, fulfillment_status, total, payment_method, delivery_method, country) \
     WHERE withdrawn_at IS NOT NULL AND withdrawal IN ('', 'ACCEPTED')";

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A version of before leaves it empty: a withdrawal that nobody answered.
        let add = Table::alter()
            .table("orders")
            .add_column(string("withdrawal").default(""))
            .to_owned();
        manager.alter_table(add).await?;
        for table in [parcels(), refunds(), credit_notes(), notes(), clicks()] {
            manager.create_table(table).await?;
        }
        for table in [
            "order_parcels",
            "order_refunds",
            "credit_notes",
            "order_notes",
        ] {
            let index = Index::create()
                .name(format!("{table}_order_id"))
                .table(table)
                .col("order_id")
                .to_owned();
            manager.create_index(index).await?;
        }
        let letters = Index::create()
            .name("letters_order_id")
            .table("letters")
            .col("order_id")
            .if_not_exists()
            .to_owned();
        manager.create_index(letters).await?;
        manager.get_connection().execute_unprepared(OPEN).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for index in ["orders_withdrawn", "letters_order_id"] {
            db.execute_unprepared(&format!("DROP INDEX {index}"))
                .await?;
        }
        for table in [
            "order_clicks",
            "order_notes",
            "credit_notes",
            "order_refunds",
            "order_parcels",
        ] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        let drop = Table::alter()
            .table("orders")
            .drop_column("withdrawal")
            .to_owned();
        manager.alter_table(drop).await
    }
}

fn of_order(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "order_id")
        .to("orders", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

/// What is in each is JSON: places of items, and how many of each.
fn parcels() -> TableCreateStatement {
    Table::create()
        .table("order_parcels")
        .col(big_pk_auto("id"))
        .col(big_integer("order_id"))
        .col(text("items"))
        .col(string("carrier"))
        .col(string("tracking_number"))
        .col(big_integer("sent_at"))
        .col(big_integer_null("delivered_at"))
        .foreign_key(&mut of_order("order_parcels"))
        .to_owned()
}

fn refunds() -> TableCreateStatement {
    Table::create()
        .table("order_refunds")
        .col(big_pk_auto("id"))
        .col(big_integer("order_id"))
        .col(big_integer("amount"))
        .col(string("currency"))
        .col(text("reason"))
        .col(text("items"))
        .col(boolean("has_shipping"))
        .col(big_integer("refunded_at"))
        .foreign_key(&mut of_order("order_refunds"))
        .to_owned()
}

/// No foreign key: a credit note stays whatever becomes of its order.
fn credit_notes() -> TableCreateStatement {
    Table::create()
        .table("credit_notes")
        .col(big_integer("refund_id").primary_key())
        .col(big_integer("order_id"))
        .col(string_uniq("number"))
        .col(big_integer("issued_at"))
        .col(text("document"))
        .to_owned()
}

fn notes() -> TableCreateStatement {
    Table::create()
        .table("order_notes")
        .col(big_pk_auto("id"))
        .col(big_integer("order_id"))
        .col(big_integer_null("staff_id"))
        .col(string("who"))
        .col(text("text"))
        .col(big_integer("written_at"))
        .col(big_integer_null("changed_at"))
        .foreign_key(&mut of_order("order_notes"))
        .to_owned()
}

/// Forms that were sent: of two clicks on one, the second finds it done.
fn clicks() -> TableCreateStatement {
    Table::create()
        .table("order_clicks")
        .col(big_integer("order_id"))
        .col(string("form"))
        .col(big_integer("at"))
        .primary_key(Index::create().col("order_id").col("form"))
        .foreign_key(&mut of_order("order_clicks"))
        .to_owned()
}
