//! Jobs; e-mails that wait or could not be delivered get theirs.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        const OPEN: &str =
            "CREATE INDEX jobs_open ON jobs (due_at) WHERE done_at IS NULL AND failed_at IS NULL";
        const EMAILS: &str = "INSERT INTO jobs (kind, key, body, created_at, due_at, attempts, leased_until, leased_by, failed_at, error) \
            SELECT 'email', 'email:' || id, CAST(id AS TEXT), created_at, due_at, attempts, 0, '', failed_at, error \
            FROM letters WHERE sent_at IS NULL";
        let table = Table::create()
            .table("jobs")
            .col(big_pk_auto("id"))
            .col(string("kind"))
            .col(string_null("key").unique_key())
            .col(text("body"))
            .col(big_integer("created_at"))
            .col(big_integer("due_at"))
            .col(big_integer("attempts"))
            .col(big_integer("leased_until"))
            .col(string("leased_by"))
            .col(big_integer_null("done_at"))
            .col(big_integer_null("failed_at"))
            .col(text_null("error"))
            .to_owned();
        manager.create_table(table).await?;
        // Those that are done are many, those to do few.
        for sql in [OPEN, EMAILS] {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::drop().table("jobs").to_owned();
        manager.drop_table(table).await
    }
}
