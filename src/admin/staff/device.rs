//! Devices that staff were signed in on before, with every factor: what strangers guess elsewhere does not lock them out.
//!
//! A device holds a random token in a cookie of its own that outlives sessions; the database holds the token's hash with
//! each member who signed in there.

use crate::{
    base::{date::DAY, error::AppError},
    platform::{cookies::Token, db::statement},
};
use sea_orm::ConnectionTrait;

/// Most devices of one member; the one that was not used for longest goes.
const MOST: i64 = 20;
/// How long a device is known that nobody signs in on.
const KNOWN_DAYS: i64 = 365;

/// The `token` of this device, if whoever has the address `email` was signed in on it before.
pub async fn known<'a>(
    db: &impl ConnectionTrait,
    email: &str,
    token: Option<&'a Token>,
) -> Result<Option<&'a Token>, AppError> {
    const FIND: &str = "SELECT 1 FROM staff_devices d JOIN staff s ON s.id = d.staff_id \
        WHERE s.email = $1 AND d.token_hash = $2";
    let Some(token) = token else {
        return Ok(None);
    };
    let values = [email.into(), token.hash().into()];
    let found = db.query_one_raw(statement(db, FIND, values)).await?;
    Ok(found.map(|_| token))
}

/// The token by which this device is known from now on as one of the member `staff`: its own, or a new one.
pub async fn remember(
    tx: &impl ConnectionTrait,
    staff: i64,
    token: Option<&Token>,
    now: i64,
) -> Result<Token, AppError> {
    const PUT: &str = "INSERT INTO staff_devices (staff_id, token_hash, used_at) VALUES ($1, $2, $3) \
        ON CONFLICT (staff_id, token_hash) DO UPDATE SET used_at = $3";
    const TRIM: &str = "DELETE FROM staff_devices WHERE staff_id = $1 AND token_hash NOT IN \
        (SELECT token_hash FROM staff_devices WHERE staff_id = $1 ORDER BY used_at DESC, token_hash LIMIT $2)";
    let token = match token {
        Some(token) => token.clone(),
        None => Token::random().map_err(AppError::internal)?,
    };
    let put = [staff.into(), token.hash().into(), now.into()];
    tx.execute_raw(statement(tx, PUT, put)).await?;
    let trim = [staff.into(), MOST.into()];
    tx.execute_raw(statement(tx, TRIM, trim)).await?;
    Ok(token)
}

/// Forgets every device of the member `staff`.
pub async fn forget(tx: &impl ConnectionTrait, staff: i64) -> Result<(), AppError> {
    const FORGET: &str = "DELETE FROM staff_devices WHERE staff_id = $1";
    tx.execute_raw(statement(tx, FORGET, [staff.into()]))
        .await?;
    Ok(())
}

/// Forgets devices that nobody signed in on for long; how many there were.
pub async fn purge(db: &impl ConnectionTrait, now: i64) -> Result<u64, AppError> {
    const PURGE: &str = "DELETE FROM staff_devices WHERE used_at < $1";
    let before = now - KNOWN_DAYS * DAY;
    let gone = db.execute_raw(statement(db, PURGE, [before.into()]));
    Ok(gone.await?.rows_affected())
}
