//! What signing in and out does to favourites: they go the way of the cart.

use crate::{
    base::{date, error::AppError},
    platform::{cookies::Token, db::statement},
};
use sea_orm::{ConnectionTrait, DatabaseTransaction, TransactionTrait};

/// Moves the favourites of the browser with the token `guest` to `customer`; `false` if that failed, which changes nothing.
///
/// A failure does not prevent the sign-in.
pub async fn merge_guest(
    tx: &DatabaseTransaction,
    guest: Option<&Token>,
    customer: i64,
) -> Result<bool, AppError> {
    let Some(guest) = guest else { return Ok(true) };
    let savepoint = tx.begin().await?;
    match merge(&savepoint, guest, customer).await {
        Ok(()) => savepoint.commit().await?,
        Err(fault) => {
            tracing::error!(?fault, customer, "the guest's favourites were not merged");
            savepoint.rollback().await?;
            return Ok(false);
        }
    }
    Ok(true)
}

async fn merge(tx: &impl ConnectionTrait, guest: &Token, customer: i64) -> Result<(), AppError> {
    const GIVE: &str = "INSERT INTO favourites (customer_id, product_id, added_at) \
        SELECT CAST($1 AS BIGINT), product_id, added_at FROM favourites WHERE token_hash = $2 ORDER BY id \
        ON CONFLICT DO NOTHING";
    const FORGET: &str = "DELETE FROM favourites WHERE token_hash = $1";
    let values = [customer.into(), guest.hash().into()];
    tx.execute_raw(statement(tx, GIVE, values)).await?;
    tx.execute_raw(statement(tx, FORGET, [guest.hash().into()]))
        .await?;
    Ok(())
}

/// Copies the favourites of `customer` to a guest with `token`, the guest's cart token; returns the token.
///
/// Without a `token`, a new one is returned if there are favourites.
pub async fn copy_to_guest(
    tx: &impl ConnectionTrait,
    customer: i64,
    token: Option<Token>,
) -> Result<Option<Token>, AppError> {
    const COPY: &str = "INSERT INTO favourites (token_hash, product_id, added_at) \
        SELECT $1, product_id, CAST($3 AS BIGINT) FROM favourites WHERE customer_id = $2 ORDER BY id \
        ON CONFLICT DO NOTHING";
    let guest = match &token {
        Some(token) => token.clone(),
        None => Token::random().map_err(AppError::internal)?,
    };
    // To this browser they are new: what it keeps for long goes with time.
    let values = [guest.hash().into(), customer.into(), date::now().into()];
    let copied = tx.execute_raw(statement(tx, COPY, values)).await?;
    Ok(token.or((copied.rows_affected() > 0).then_some(guest)))
}
