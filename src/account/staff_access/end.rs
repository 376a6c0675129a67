//! Ends what a member of staff does as customers.

use crate::{base::error::AppError, platform::db::statement};
use sea_orm::ConnectionTrait;

/// Ends every session as a customer that the member of staff `id` has opened, and every link that opens one. `email` is theirs:
/// sessions name whoever opened them by it.
pub async fn end_all(tx: &impl ConnectionTrait, id: i64, email: &str) -> Result<(), AppError> {
    const LINKS: &str = "DELETE FROM staff_passes WHERE staff_id = $1";
    // Sessions of customers themselves name nobody.
    const SESSIONS: &str = "DELETE FROM sessions WHERE staff = $1 AND staff <> ''";
    // The links go first: one that is being followed at this moment has become a session by the time its row can be deleted.
    tx.execute_raw(statement(tx, LINKS, [id.into()])).await?;
    tx.execute_raw(statement(tx, SESSIONS, [email.into()]))
        .await?;
    Ok(())
}
