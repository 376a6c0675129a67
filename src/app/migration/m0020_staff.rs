//! Who works in the back office, what they did there, and how far the guide is.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDICES: [(&str, &str); 3] = [
    ("staff_sessions", "staff_id"),
    ("audit", "at"),
    ("audit", "target"),
];

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            staff(),
            sessions(),
            recovery_codes(),
            links(),
            audit(),
            guide(),
        ];
        for table in tables {
            manager.create_table(table).await?;
        }
        for (table, column) in INDICES {
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
        for table in [
            "guide_steps",
            "audit",
            "staff_links",
            "staff_recovery_codes",
            "staff_sessions",
            "staff",
        ] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn staff() -> TableCreateStatement {
    Table::create()
        .table("staff")
        .col(big_pk_auto("id"))
        .col(string_uniq("email"))
        .col(string("name"))
        .col(string("role"))
        .col(string("password_hash"))
        .col(binary_null("factor_secret"))
        .col(big_integer("factor_step").default(0))
        .col(big_integer("created_at"))
        .to_owned()
}

fn of_staff(table: &str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table.to_owned(), "staff_id")
        .to("staff", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

fn sessions() -> TableCreateStatement {
    Table::create()
        .table("staff_sessions")
        .col(big_pk_auto("id"))
        .col(binary_uniq("token_hash"))
        .col(big_integer("staff_id"))
        .col(boolean("awaits_factor"))
        .col(big_integer("created_at"))
        .col(big_integer("last_seen_at"))
        .col(big_integer("expires_at"))
        .col(big_integer("proved_at"))
        .col(string("user_agent"))
        .col(string("network"))
        .foreign_key(&mut of_staff("staff_sessions"))
        .to_owned()
}

fn recovery_codes() -> TableCreateStatement {
    Table::create()
        .table("staff_recovery_codes")
        .col(big_integer("staff_id"))
        .col(binary("code_hash"))
        .primary_key(Index::create().col("staff_id").col("code_hash"))
        .foreign_key(&mut of_staff("staff_recovery_codes"))
        .to_owned()
}

fn links() -> TableCreateStatement {
    Table::create()
        .table("staff_links")
        .col(binary("token_hash").primary_key())
        .col(big_integer_null("staff_id"))
        .col(big_integer("expires_at"))
        .foreign_key(&mut of_staff("staff_links"))
        .to_owned()
}

fn audit() -> TableCreateStatement {
    Table::create()
        .table("audit")
        .col(big_pk_auto("id"))
        .col(big_integer("at"))
        .col(big_integer_null("staff_id"))
        .col(string("who"))
        .col(string("network"))
        .col(string("verb"))
        .col(string("target"))
        .col(text_null("before"))
        .col(text_null("after"))
        .to_owned()
}

fn guide() -> TableCreateStatement {
    Table::create()
        .table("guide_steps")
        .col(string("step").primary_key())
        .col(boolean("skipped"))
        .col(big_integer("at"))
        .to_owned()
}
