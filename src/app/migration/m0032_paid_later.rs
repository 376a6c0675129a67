//! Orders that are paid at the door or at the counter: they are to be sent before they are paid, and counted so.

use super::m0023_orders_inbox::{LISTED, by_status_and_delivery};
use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*, sea_orm::DbBackend};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TO_DO: &str = "WHERE (payment_status IN ('', 'PAID', 'PARTIALLY_REFUNDED') OR (payment_status = 'AWAITING_PAYMENT' AND paid_later)) \
     AND fulfillment_status IN ('AWAITING_PROCESSING', 'PROCESSING') AND is_delivered";
const TO_DO_BEFORE: &str = "WHERE payment_status IN ('', 'PAID', 'PARTIALLY_REFUNDED') \
     AND fulfillment_status IN ('AWAITING_PROCESSING', 'PROCESSING') AND is_delivered";

const COUNT: &str = "INSERT INTO order_counts (payment_status, fulfillment_status, is_delivered, paid_later, slot, orders) \
     SELECT payment_status, fulfillment_status, is_delivered, paid_later, id % 16, COUNT(*) FROM orders \
     GROUP BY payment_status, fulfillment_status, is_delivered, paid_later, id % 16";
const ONE_MORE: &str = "INSERT INTO order_counts (payment_status, fulfillment_status, is_delivered, paid_later, slot, orders) \
     VALUES (NEW.payment_status, NEW.fulfillment_status, NEW.is_delivered, NEW.paid_later, NEW.id % 16, 1) \
     ON CONFLICT (payment_status, fulfillment_status, is_delivered, paid_later, slot) DO UPDATE SET orders = order_counts.orders + 1;";
const ONE_LESS: &str = "UPDATE order_counts SET orders = orders - 1 WHERE payment_status = OLD.payment_status \
     AND fulfillment_status = OLD.fulfillment_status AND is_delivered = OLD.is_delivered AND paid_later = OLD.paid_later \
     AND slot = OLD.id % 16;";
const MOVED: &str = "UPDATE OF payment_status, fulfillment_status, is_delivered, paid_later";

fn counting(is_postgres: bool) -> Vec<String> {
    if is_postgres {
        return vec![
            format!(
                "CREATE FUNCTION count_orders() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 IF TG_OP <> 'INSERT' THEN {ONE_LESS} END IF; IF TG_OP <> 'DELETE' THEN {ONE_MORE} END IF; \
                 RETURN NULL; END $$"
            ),
            format!(
                "CREATE TRIGGER orders_counted AFTER INSERT OR DELETE OR {MOVED} ON orders \
                 FOR EACH ROW EXECUTE FUNCTION count_orders()"
            ),
        ];
    }
    let trigger = |name: &str, when: &str, does: String| {
        format!("CREATE TRIGGER {name} AFTER {when} ON orders BEGIN {does} END")
    };
    vec![
        trigger("orders_counted", "INSERT", ONE_MORE.to_owned()),
        trigger("orders_uncounted", "DELETE", ONE_LESS.to_owned()),
        trigger("orders_moved", MOVED, format!("{ONE_LESS} {ONE_MORE}")),
    ]
}

/// Nobody counts any more, and nothing is counted.
async fn uncount(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    let triggers: &[&str] = match manager.get_database_backend() {
        DbBackend::Postgres => &[
            "DROP TRIGGER orders_counted ON orders",
            "DROP FUNCTION count_orders",
        ],
        _ => &[
            "DROP TRIGGER orders_counted",
            "DROP TRIGGER orders_uncounted",
            "DROP TRIGGER orders_moved",
        ],
    };
    for sql in triggers
        .iter()
        .chain(&["DROP TABLE order_counts", "DROP INDEX orders_to_do"])
    {
        db.execute_unprepared(sql).await?;
    }
    Ok(())
}

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        let mut change = Table::alter();
        change
            .table("orders")
            .add_column(boolean("paid_later").default(false).take());
        manager.alter_table(change).await?;
        uncount(manager).await?;
        manager.create_table(counts()).await?;
        let is_postgres = manager.get_database_backend() == DbBackend::Postgres;
        let index = format!("CREATE INDEX orders_to_do ON orders {LISTED} {TO_DO}");
        let counting = counting(is_postgres);
        for sql in [index, COUNT.to_owned()].iter().chain(&counting) {
            db.execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        uncount(manager).await?;
        let index = format!("CREATE INDEX orders_to_do ON orders {LISTED} {TO_DO_BEFORE}");
        db.execute_unprepared(&index).await?;
        by_status_and_delivery(manager).await?;
        let mut change = Table::alter();
        change.table("orders").drop_column("paid_later");
        manager.alter_table(change).await
    }
}

/// How many orders stand where, in sixteen parts, as in `m0023_orders_inbox`.
fn counts() -> TableCreateStatement {
    Table::create()
        .table("order_counts")
        .col(string("payment_status"))
        .col(string("fulfillment_status"))
        .col(boolean("is_delivered"))
        .col(boolean("paid_later"))
        .col(big_integer("slot"))
        .col(big_integer("orders"))
        .primary_key(
            Index::create()
                .col("payment_status")
                .col("fulfillment_status")
                .col("is_delivered")
                .col("paid_later")
                .col("slot"),
        )
        .to_owned()
}
