//! Links that open the back office once: to whoever claims a shop without an owner, and to staff who choose a password.

use super::entity::{Entity, Model};
use crate::{
    base::{
        date::{DAY, HOUR},
        error::AppError,
    },
    platform::{
        cookies::Token,
        db::{Db, statement},
    },
};
use sea_orm::{ConnectionTrait, EntityTrait};

/// How long a link to choose another password holds.
pub const PASSWORD_HOLDS: i64 = HOUR;
/// How long one holds for somebody new, who reads it when they read it.
pub const INVITATION_HOLDS: i64 = 3 * DAY;
/// How long a claim holds: until the shop is started anew, and no longer than a week.
const CLAIM_HOLDS: i64 = 7 * DAY;

/// Makes the token that whoever claims this shop shows. Of several instances each prints its own; one instance alone lets
/// those of before go.
pub async fn offer_claim(db: &Db, now: i64) -> Result<Token, AppError> {
    let tx = db.begin().await?;
    const FORGET: &str =
        "DELETE FROM staff_links WHERE staff_id IS NULL AND ($1 OR expires_at <= $2)";
    let values = [(!db.is_shared()).into(), now.into()];
    tx.execute_raw(statement(&tx, FORGET, values)).await?;
    let token = put(&tx, None, now + CLAIM_HOLDS).await?;
    tx.commit().await?;
    Ok(token)
}

/// Makes the token of a link by which the member `staff` chooses a password until `ends`, in UNIX seconds; links they had
/// before open nothing any more.
pub async fn offer_password(
    tx: &impl ConnectionTrait,
    staff: i64,
    ends: i64,
) -> Result<Token, AppError> {
    const FORGET: &str = "DELETE FROM staff_links WHERE staff_id = $1";
    tx.execute_raw(statement(tx, FORGET, [staff.into()]))
        .await?;
    put(tx, Some(staff), ends).await
}

async fn put(
    tx: &impl ConnectionTrait,
    staff: Option<i64>,
    expires_at: i64,
) -> Result<Token, AppError> {
    const PUT: &str =
        "INSERT INTO staff_links (token_hash, staff_id, expires_at) VALUES ($1, $2, $3)";
    let token = Token::random().map_err(AppError::internal)?;
    let row = [token.hash().into(), staff.into(), expires_at.into()];
    tx.execute_raw(statement(tx, PUT, row)).await?;
    Ok(token)
}

/// Spends the claim `token`, and with it every other, in one statement: of two who claim at once, one finds none any more.
pub async fn spend_claim(
    tx: &impl ConnectionTrait,
    token: &Token,
    now: i64,
) -> Result<bool, AppError> {
    const SPEND: &str = "DELETE FROM staff_links WHERE staff_id IS NULL AND EXISTS (SELECT 1 FROM staff_links l \
        WHERE l.token_hash = $1 AND l.staff_id IS NULL AND l.expires_at > $2) \
        AND NOT EXISTS (SELECT 1 FROM staff WHERE role = 'owner')";
    let values = [token.hash().into(), now.into()];
    let spent = tx.execute_raw(statement(tx, SPEND, values)).await?;
    Ok(spent.rows_affected() > 0)
}

/// Whose password link `token` is, if it still opens anything.
pub async fn owner(
    db: &impl ConnectionTrait,
    token: &Token,
    now: i64,
) -> Result<Option<Model>, AppError> {
    const FIND: &str = "SELECT staff_id FROM staff_links WHERE token_hash = $1 AND staff_id IS NOT NULL AND expires_at > $2";
    let values = [token.hash().into(), now.into()];
    let Some(row) = db.query_one_raw(statement(db, FIND, values)).await? else {
        return Ok(None);
    };
    let id: i64 = row.try_get_by_index(0)?;
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// Spends the password link `token`; whether it was one until now.
pub async fn spend(tx: &impl ConnectionTrait, token: &Token) -> Result<bool, AppError> {
    const SPEND: &str = "DELETE FROM staff_links WHERE token_hash = $1 AND staff_id IS NOT NULL";
    let spent = tx.execute_raw(statement(tx, SPEND, [token.hash().into()]));
    Ok(spent.await?.rows_affected() > 0)
}

/// Deletes expired links; returns their number.
pub async fn purge(db: &impl ConnectionTrait, now: i64) -> Result<u64, AppError> {
    const OVER: &str = "DELETE FROM staff_links WHERE expires_at <= $1";
    Ok(db
        .execute_raw(statement(db, OVER, [now.into()]))
        .await?
        .rows_affected())
}
