//! Reminders of carts that were left: to whom one may go, which were sent, and who wants none.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 2] = ["cart_reminder_stops", "cart_reminders"];
const COLUMNS: [(&str, &str); 3] = [
    ("letters", "unsubscribe"),
    ("carts", "reminder_id"),
    ("carts", "remind_email"),
];

/// Carts of which nobody wants to be reminded are in none of the indexes on carts.
const INDEXES: [(&str, &str); 7] = [
    (
        "carts_to_remind",
        "carts (updated_at, id) WHERE remind_email IS NOT NULL AND reminder_id IS NULL",
    ),
    (
        "carts_remind_email",
        "carts (remind_email) WHERE remind_email IS NOT NULL",
    ),
    (
        "carts_reminder_id",
        "carts (reminder_id, id) WHERE reminder_id IS NOT NULL",
    ),
    ("cart_reminders_sent_at", "cart_reminders (sent_at)"),
    (
        "cart_reminders_recipient",
        "cart_reminders (recipient, sent_at)",
    ),
    (
        "cart_reminders_recovered_at",
        "cart_reminders (recovered_at, id) WHERE order_id IS NOT NULL",
    ),
    ("cart_reminders_order_id", "cart_reminders (order_id)"),
];

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [
            ("carts", string_null("remind_email")),
            ("carts", big_integer_null("reminder_id")),
            ("letters", text("unsubscribe").default("").take()),
        ] {
            let mut change = Table::alter();
            change.table(table).add_column(column);
            manager.alter_table(change).await?;
        }
        for table in [reminders(), stops()] {
            manager.create_table(table).await?;
        }
        let db = manager.get_connection();
        for (name, on) in INDEXES {
            db.execute_unprepared(&format!("CREATE INDEX {name} ON {on}"))
                .await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        for (name, _) in INDEXES {
            db.execute_unprepared(&format!("DROP INDEX {name}")).await?;
        }
        for table in TABLES {
            let drop = Table::drop().table(table).to_owned();
            manager.drop_table(drop).await?;
        }
        for (table, column) in COLUMNS {
            let change = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(change).await?;
        }
        Ok(())
    }
}

/// A reminder outlives its cart, so that it is counted: whom it went to stands in it as a code that only the shop can make.
fn reminders() -> TableCreateStatement {
    Table::create()
        .table("cart_reminders")
        .col(big_pk_auto("id"))
        .col(big_integer("cart_id"))
        .col(string("recipient"))
        .col(text("lines"))
        .col(big_integer("sent_at"))
        .col(big_integer_null("order_id"))
        .col(big_integer_null("recovered_at"))
        .col(string("currency"))
        .foreign_key(
            ForeignKey::create()
                .from("cart_reminders", "order_id")
                .to("orders", "id")
                .on_delete(ForeignKeyAction::SetNull),
        )
        .to_owned()
}

fn stops() -> TableCreateStatement {
    Table::create()
        .table("cart_reminder_stops")
        .col(string("recipient").primary_key())
        .col(big_integer("at"))
        .to_owned()
}
