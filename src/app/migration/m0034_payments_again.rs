//! Payments of orders that are placed already, by what was saved of an earlier one too; and what came of comparing them with
//! their providers' books.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const FLAGS: [&str; 2] = ["placed", "is_test"];
const TEXTS: [&str; 2] = ["saved", "by_saved"];

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in FLAGS {
            add(manager, boolean(column).default(false).take()).await?;
        }
        for column in TEXTS {
            add(manager, text(column).default("").take()).await?;
        }
        manager.create_table(reports()).await?;
        // Few are, and the start page asks each time.
        let open = "CREATE INDEX payment_reports_open ON payment_reports (id) WHERE is_open";
        // What is compared is what ended on a day.
        let settled =
            "CREATE INDEX payments_settled_at ON payments (settled_at) WHERE provider <> ''";
        for sql in [open, settled] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let settled = Index::drop().name("payments_settled_at").to_owned();
        manager.drop_index(settled).await?;
        let reports = Table::drop().table("payment_reports").to_owned();
        manager.drop_table(reports).await?;
        for column in FLAGS.iter().chain(&TEXTS) {
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

fn reports() -> TableCreateStatement {
    Table::create()
        .table("payment_reports")
        .col(big_pk_auto("id"))
        .col(text("provider"))
        .col(big_integer("begins_at"))
        .col(big_integer("ends_at"))
        .col(big_integer("made_at"))
        .col(big_integer("compared"))
        .col(text("differences"))
        .col(boolean("is_open"))
        .index(
            Index::create()
                .name("payment_reports_once")
                .col("provider")
                .col("begins_at")
                .unique(),
        )
        .to_owned()
}
