//! Ends what a member of staff does as customers.

use crate::{base::error::AppError, platform::db::statement};
use sea_orm::ConnectionTrait;

/// Ends every session as a customer of the member of staff `id`, who is called `who` there, and every way into one.
pub async fn end_all(tx: &impl ConnectionTrait, (id, who): (i64, &str)) -> Result<(), AppError> {
    const WAYS: &str = "DELETE FROM staff_passes WHERE staff_id = $1";
    // Sessions of customers themselves name nobody.
    const SESSIONS: &str = "DELETE FROM sessions WHERE staff = $1 AND staff <> ''";
    // Whoever is on the way in now has a session when the way is gone.
    tx.execute_raw(statement(tx, WAYS, [id.into()])).await?;
    tx.execute_raw(statement(tx, SESSIONS, [who.into()]))
        .await?;
    Ok(())
}
