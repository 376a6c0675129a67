//! Devices that a customer was signed in on before: guesses made elsewhere do not lock them out.
//!
//! A device holds a random token in a cookie of its own that outlives sessions; the database holds
//! the token's hash with each customer who signed in there.

use crate::{
    base::error::AppError,
    platform::{cookies::Token, db::statement},
};
use sea_orm::ConnectionTrait;

/// Most devices of one customer; the one that was not used for longest goes.
const MOST_DEVICES: i64 = 20;

/// The `token` of this device, if the customer of `email` was signed in on it before.
pub async fn known<'a>(
    db: &impl ConnectionTrait,
    email: &str,
    token: Option<&'a Token>,
) -> Result<Option<&'a Token>, AppError> {
    const FIND: &str = "SELECT 1 FROM known_devices d JOIN customers c ON c.id = d.customer_id \
        WHERE c.email = $1 AND d.token_hash = $2";
    let Some(token) = token else {
        return Ok(None);
    };
    let values = [email.into(), token.hash().into()];
    let found = db.query_one_raw(statement(db, FIND, values)).await?;
    Ok(found.map(|_| token))
}

/// The token by which this device is known from now on: its own, or a new one.
pub async fn remember(
    tx: &impl ConnectionTrait,
    customer: i64,
    token: Option<&Token>,
    now: i64,
) -> Result<Token, AppError> {
    const PUT: &str = "INSERT INTO known_devices (customer_id, token_hash, used_at) VALUES ($1, $2, $3) \
        ON CONFLICT (customer_id, token_hash) DO UPDATE SET used_at = $3";
    const TRIM: &str = "DELETE FROM known_devices WHERE customer_id = $1 AND token_hash NOT IN \
        (SELECT token_hash FROM known_devices WHERE customer_id = $1 ORDER BY used_at DESC, token_hash LIMIT $2)";
    let token = match token {
        Some(token) => token.clone(),
        None => Token::random().map_err(AppError::internal)?,
    };
    let put = [customer.into(), token.hash().into(), now.into()];
    tx.execute_raw(statement(tx, PUT, put)).await?;
    let trim = [customer.into(), MOST_DEVICES.into()];
    tx.execute_raw(statement(tx, TRIM, trim)).await?;
    Ok(token)
}

/// Forgets every device of `customer`.
pub async fn forget(tx: &impl ConnectionTrait, customer: i64) -> Result<(), AppError> {
    const FORGET: &str = "DELETE FROM known_devices WHERE customer_id = $1";
    tx.execute_raw(statement(tx, FORGET, [customer.into()]))
        .await?;
    Ok(())
}
