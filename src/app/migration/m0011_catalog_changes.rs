//! What each version of the catalogue changed, so that instances take over that alone.
//!
//! From here on the words of products are in memory. `SQLite`'s tables of words (`product_search`, `product_words`) stay
//! where they are, since the last release still reads them, but nobody writes them any more: an instance of the last
//! release that runs beside this one lists, shows and sells what is changed now, and only finds it by the words it had
//! before. An import of the last release raises the version without a row here: this one then reads everything anew.

use async_trait::async_trait;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let changes = Table::create()
            .table("catalog_changes")
            .col(big_integer("version"))
            .col(big_integer("product_id"))
            .col(big_integer("noted_at"))
            .primary_key(Index::create().col("version").col("product_id"))
            .to_owned();
        manager.create_table(changes).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::drop().table("catalog_changes").to_owned();
        manager.drop_table(table).await
    }
}
