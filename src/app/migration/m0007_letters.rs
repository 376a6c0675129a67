//! Letters that could not be delivered say so, and letters that are about no order.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    /// `SQLite` cannot let a column be empty that could not: the table is made anew.
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Fails where this was done before: done twice, it would forget what could not be delivered.
        let first = Table::alter()
            .table("letters")
            .add_column(big_integer_null("failed_at"))
            .to_owned();
        manager.alter_table(first).await?;
        manager.create_table(letters("letters_new")).await?;
        let kept =
            "id, order_id, recipient, subject, text, html, created_at, sent_at, attempts, due_at";
        let copy = format!("INSERT INTO letters_new ({kept}) SELECT {kept} FROM letters");
        manager.get_connection().execute_unprepared(&copy).await?;
        replace(manager, "letters_new").await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let db = manager.get_connection();
        db.execute_unprepared("DELETE FROM letters WHERE order_id IS NULL")
            .await?;
        for column in ["failed_at", "error"] {
            let drop = Table::alter()
                .table("letters")
                .drop_column(column)
                .to_owned();
            manager.alter_table(drop).await?;
        }
        Ok(())
    }
}

async fn replace(manager: &SchemaManager<'_>, new: &'static str) -> Result<(), DbErr> {
    let old = Table::drop().table("letters").to_owned();
    manager.drop_table(old).await?;
    let rename = Table::rename().table(new, "letters").to_owned();
    manager.rename_table(rename).await?;
    let index = Index::create()
        .name("letters_sent_at")
        .table("letters")
        .col("sent_at")
        .to_owned();
    manager.create_index(index).await
}

fn letters(name: &'static str) -> TableCreateStatement {
    Table::create()
        .table(name)
        .col(big_pk_auto("id"))
        .col(big_integer_null("order_id"))
        .col(string("recipient"))
        .col(string("subject"))
        .col(text("text"))
        .col(text("html"))
        .col(big_integer("created_at"))
        .col(big_integer_null("sent_at"))
        .col(big_integer("attempts"))
        .col(big_integer("due_at"))
        .col(big_integer_null("failed_at"))
        .col(text_null("error"))
        .foreign_key(
            ForeignKey::create()
                .from(name, "order_id")
                .to("orders", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}
