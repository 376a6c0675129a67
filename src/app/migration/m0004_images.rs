//! What the edge of a picture looks like, and every place that it was taken from.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let sources = Table::create()
            .table("image_sources")
            .col(string("source").primary_key())
            .col(string("hash"))
            .to_owned();
        manager.create_table(sources).await?;
        let copy =
            "INSERT INTO image_sources SELECT source, hash FROM images WHERE source IS NOT NULL";
        manager.get_connection().execute_unprepared(copy).await?;
        manager
            .drop_index(
                Index::drop()
                    .name("images_source")
                    .table("images")
                    .to_owned(),
            )
            .await?;
        change(manager, Table::alter().drop_column("source")).await?;
        change(manager, Table::alter().add_column(text_null("border"))).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        change(manager, Table::alter().drop_column("border")).await?;
        change(manager, Table::alter().add_column(string_null("source"))).await?;
        let table = Table::drop().table("image_sources").to_owned();
        manager.drop_table(table).await
    }
}

async fn change(
    manager: &SchemaManager<'_>,
    change: &mut TableAlterStatement,
) -> Result<(), DbErr> {
    manager.alter_table(change.table("images").to_owned()).await
}
