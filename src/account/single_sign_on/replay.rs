//! Payloads that were used: in the database, so that every instance knows them.

use super::payload::HOLDS_FOR;
use crate::{base::error::AppError, platform::db::statement};
use sea_orm::ConnectionTrait;

/// Whether `signature` is used for the first time; from now on it is not.
pub async fn is_first(
    tx: &impl ConnectionTrait,
    signature: &[u8],
    now: i64,
) -> Result<bool, AppError> {
    const USE: &str = "INSERT INTO sso_signatures (signature, used_at) VALUES ($1, $2) \
        ON CONFLICT (signature) DO NOTHING";
    let values = [signature.to_vec().into(), now.into()];
    let used = tx.execute_raw(statement(tx, USE, values)).await?;
    Ok(used.rows_affected() == 1)
}

/// Deletes signatures that are refused for their age alone; how many there were.
pub async fn purge(db: &impl ConnectionTrait, now: i64) -> Result<u64, AppError> {
    const PURGE: &str = "DELETE FROM sso_signatures WHERE used_at < $1";
    // A payload may be of the future by as much as it may be old.
    let delete = statement(db, PURGE, [(now - 3 * HOLDS_FOR).into()]);
    Ok(db.execute_raw(delete).await?.rows_affected())
}
