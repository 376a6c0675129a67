//! The one-time token that lets a member of staff into the shop as a customer; it is valid for two minutes.

use crate::{
    base::error::AppError,
    platform::{
        audit::{self, Actor, Entry},
        cookies::Token,
        db::statement,
    },
};
use sea_orm::{ConnectionTrait, QueryResult};

/// How long it can be used, in seconds.
const HOLDS: i64 = 2 * 60;

/// Who is let in, and as whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessToken {
    /// As which customer.
    pub customer: i64,
    /// Number of the member of staff.
    pub staff: Option<i64>,
    /// Who that is.
    pub who: String,
}

impl AccessToken {
    fn read(row: &QueryResult) -> Result<Self, AppError> {
        Ok(Self {
            customer: row.try_get_by_index(0)?,
            staff: row.try_get_by_index(1)?,
            who: row.try_get_by_index(2)?,
        })
    }
}

/// Returns a new token that lets `by` in as `customer`; earlier tokens of the same member of staff end.
pub async fn offer(
    tx: &impl ConnectionTrait,
    customer: i64,
    by: &Actor,
    now: i64,
) -> Result<Token, AppError> {
    const END: &str = "DELETE FROM staff_passes WHERE staff_id = $1";
    const ADD: &str = "INSERT INTO staff_passes (token_hash, customer_id, staff_id, who, made_at) \
        VALUES ($1, $2, $3, $4, $5)";
    let token = Token::random().map_err(AppError::internal)?;
    tx.execute_raw(statement(tx, END, [by.staff.into()]))
        .await?;
    let values = [
        token.hash().into(),
        customer.into(),
        by.staff.into(),
        by.who.as_str().into(),
        now.into(),
    ];
    tx.execute_raw(statement(tx, ADD, values)).await?;
    let target = customer.to_string();
    audit::record(tx, by, Entry::of("customer.visit", &target), now).await?;
    Ok(token)
}

/// Returns whom `token` lets in, without using it up; `None` if it is used or expired.
pub async fn look(
    db: &impl ConnectionTrait,
    token: &str,
    now: i64,
) -> Result<Option<AccessToken>, AppError> {
    const LOOK: &str = "SELECT customer_id, staff_id, who FROM staff_passes \
        WHERE token_hash = $1 AND made_at > $2";
    by_token(db, LOOK, token, now).await
}

/// Returns whom `token` lets in, and uses it up; `None` if it is used or expired.
pub async fn take(
    tx: &impl ConnectionTrait,
    token: &str,
    now: i64,
) -> Result<Option<AccessToken>, AppError> {
    const TAKE: &str = "DELETE FROM staff_passes WHERE token_hash = $1 AND made_at > $2 \
        RETURNING customer_id, staff_id, who";
    by_token(tx, TAKE, token, now).await
}

async fn by_token(
    db: &impl ConnectionTrait,
    sql: &str,
    token: &str,
    now: i64,
) -> Result<Option<AccessToken>, AppError> {
    let Some(token) = Token::parse(token) else {
        return Ok(None);
    };
    let values = [token.hash().into(), (now - HOLDS).into()];
    let row = db.query_one_raw(statement(db, sql, values)).await?;
    row.as_ref().map(AccessToken::read).transpose()
}

/// Deletes expired tokens; returns how many.
pub async fn purge(db: &impl ConnectionTrait, now: i64) -> Result<u64, AppError> {
    const PURGE: &str = "DELETE FROM staff_passes WHERE made_at <= $1";
    let done = db
        .execute_raw(statement(db, PURGE, [(now - HOLDS).into()]))
        .await?;
    Ok(done.rows_affected())
}
