//! Payments by a provider: what it was asked, what it is known by there, and when it is asked again; what it told of by itself.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TEXTS: [&str; 8] = [
    "key",
    "provider",
    "reference",
    "currency",
    "go_to",
    "origin",
    "trouble",
    "also",
];
const NUMBERS: [&str; 4] = ["amount", "ends_at", "looks", "seen_amount"];

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in TEXTS {
            add(manager, text(column).default("").take()).await?;
        }
        for column in NUMBERS {
            add(manager, big_integer(column).default(0).take()).await?;
        }
        add(manager, big_integer_null("look_at").take()).await?;
        add(manager, boolean("disputed").default(false).take()).await?;
        let due = "CREATE INDEX payments_look_at ON payments (look_at) WHERE look_at IS NOT NULL";
        let keys = "CREATE UNIQUE INDEX payments_key ON payments (key) WHERE key <> ''";
        let references =
            "CREATE INDEX payments_reference ON payments (reference) WHERE reference <> ''";
        // What the merchant is to decide is few, and asked for by every look at the start page.
        let held = "CREATE INDEX payments_held ON payments (id) WHERE state IN ('MISMATCH', 'PAID_LATE') OR disputed";
        let also = "CREATE INDEX payments_also ON payments (also) WHERE also <> ''";
        for sql in [due, keys, references, held, also] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        manager.create_table(events()).await?;
        manager.create_table(returns()).await?;
        let due = "CREATE INDEX payment_returns_look_at ON payment_returns (look_at) WHERE look_at IS NOT NULL";
        let failed =
            "CREATE INDEX payment_returns_failed ON payment_returns (id) WHERE state = 'FAILED'";
        let of = "CREATE INDEX payment_returns_payment ON payment_returns (payment_id)";
        for sql in [due, failed, of] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["payment_returns", "payment_events"] {
            let drop = Table::drop().table(table).to_owned();
            manager.drop_table(drop).await?;
        }
        for name in ["look_at", "key", "reference", "held", "also"] {
            let index = Index::drop().name(format!("payments_{name}")).to_owned();
            manager.drop_index(index).await?;
        }
        let columns = TEXTS.iter().chain(&NUMBERS);
        for column in columns.chain(&["look_at", "disputed"]) {
            let mut change = Table::alter();
            change.table("payments").drop_column(*column);
            manager.alter_table(change).await?;
        }
        Ok(())
    }
}

async fn add(manager: &SchemaManager<'_>, column: ColumnDef) -> Result<(), DbErr> {
    let mut change = Table::alter();
    change.table("payments").add_column(column);
    manager.alter_table(change).await
}

/// Money that is to go back by its provider: of a refund, or of a payment that bought nothing.
fn returns() -> TableCreateStatement {
    Table::create()
        .table("payment_returns")
        .col(big_pk_auto("id"))
        .col(big_integer("payment_id"))
        .col(big_integer_null("refund_id"))
        .col(text("key"))
        .col(big_integer("amount"))
        .col(text("currency"))
        .col(text("state"))
        .col(text("reference").default(""))
        .col(text("why").default(""))
        .col(big_integer("created_at"))
        .col(big_integer_null("look_at"))
        .foreign_key(
            ForeignKey::create()
                .from("payment_returns", "payment_id")
                .to("payments", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn events() -> TableCreateStatement {
    Table::create()
        .table("payment_events")
        .col(big_pk_auto("id"))
        .col(text("provider"))
        .col(text("event"))
        .col(big_integer("received_at"))
        .index(
            Index::create()
                .name("payment_events_once")
                .col("provider")
                .col("event")
                .unique(),
        )
        .to_owned()
}
