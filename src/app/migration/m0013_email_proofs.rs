//! What e-mails prove of their readers, e-mails that are forgotten once they are sent, where sessions
//! began, and accounts that are to be deleted.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(proofs()).await?;
        let index = Index::create()
            .name("email_proofs_browser_hash")
            .table("email_proofs")
            .col("browser_hash")
            .to_owned();
        manager.create_index(index).await?;
        manager.create_table(deletions()).await?;
        manager.create_table(orders_to_anonymise()).await?;
        let is_secret = boolean("is_secret").default(false).to_owned();
        let network = string("network").default("").to_owned();
        for (table, column) in [("letters", is_secret), ("sessions", network)] {
            let more = Table::alter().table(table).add_column(column).to_owned();
            manager.alter_table(more).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in [("sessions", "network"), ("letters", "is_secret")] {
            let less = Table::alter().table(table).drop_column(column).to_owned();
            manager.alter_table(less).await?;
        }
        for table in ["orders_to_anonymise", "deletions", "email_proofs"] {
            manager
                .drop_table(Table::drop().table(table).to_owned())
                .await?;
        }
        Ok(())
    }
}

fn proofs() -> TableCreateStatement {
    Table::create()
        .table("email_proofs")
        .col(big_pk_auto("id"))
        .col(string("purpose"))
        .col(binary_uniq("link_hash"))
        .col(binary_null("browser_hash"))
        .col(binary_null("code_hash"))
        .col(big_integer_null("customer_id"))
        .col(string("email"))
        .col(string("name"))
        .col(string("next"))
        .col(string("order_id"))
        .col(big_integer("tries"))
        .col(big_integer("created_at"))
        .foreign_key(&mut references("email_proofs", "customer_id", "customers"))
        .to_owned()
}

fn deletions() -> TableCreateStatement {
    Table::create()
        .table("deletions")
        .col(big_integer("customer_id").primary_key())
        .col(string("language"))
        .col(big_integer("asked_at"))
        .col(big_integer("due_at"))
        .foreign_key(&mut references("deletions", "customer_id", "customers"))
        .to_owned()
}

fn orders_to_anonymise() -> TableCreateStatement {
    Table::create()
        .table("orders_to_anonymise")
        .col(big_integer("order_id").primary_key())
        .col(big_integer("asked_at"))
        .col(big_integer_null("closed_at"))
        .foreign_key(&mut references("orders_to_anonymise", "order_id", "orders"))
        .to_owned()
}

fn references(
    table: &'static str,
    column: &'static str,
    to: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, column)
        .to(to, "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}
