//! The version of everything that is kept in memory: what changes it raises it.

use crate::base::error::AppError;
use sea_orm::{ConnectionTrait, Statement};

/// Tells every instance of the shop that the catalogue is other than it was.
pub async fn touch(tx: &impl ConnectionTrait) -> Result<(), AppError> {
    let statement = Statement::from_string(
        tx.get_database_backend(),
        "UPDATE catalog_version SET version = version + 1",
    );
    tx.execute_raw(statement).await?;
    Ok(())
}
