//! Days on which something was paid back are counted again: refunds take off the taxes what their credit notes say, and the last
//! one what the others left.

use async_trait::async_trait;
use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let note = "INSERT INTO sales_changes (at) SELECT refunded_at FROM order_refunds \
            UNION SELECT refunded_at FROM orders WHERE refunded_at IS NOT NULL";
        manager.get_connection().execute_unprepared(note).await?;
        Ok(())
    }

    /// What is counted stays right for either version.
    async fn down(&self, _: &SchemaManager) -> Result<(), DbErr> {
        Ok(())
    }
}
