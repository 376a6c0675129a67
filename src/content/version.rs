//! The version of everything that is kept in memory: what changes it raises it.

use crate::{base::error::AppError, platform::db::statement};
use sea_orm::ConnectionTrait;

/// Waits until no other transaction changes what is kept in memory, and lets none begin.
pub async fn lock(tx: &impl ConnectionTrait) -> Result<(), AppError> {
    let sql = "UPDATE catalog_version SET version = version";
    tx.execute_raw(statement(tx, sql, [])).await?;
    Ok(())
}

/// Tells every instance of the shop that the catalogue is other than it was.
pub async fn touch(tx: &impl ConnectionTrait) -> Result<(), AppError> {
    let sql = "UPDATE catalog_version SET version = version + 1";
    tx.execute_raw(statement(tx, sql, [])).await?;
    Ok(())
}
