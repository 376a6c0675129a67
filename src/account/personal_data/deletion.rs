//! Accounts that their customers want to be deleted, in the database.

use crate::{
    base::{date::DAY, error::AppError, language::LanguageCode},
    platform::db::statement,
    text::Language,
};
use sea_orm::ConnectionTrait;

/// How long a customer may change their mind, in seconds.
pub const GRACE: i64 = DAY;
/// Most accounts that one sweep deletes.
const AT_ONCE: i64 = 200;

/// Schedules the deletion of `customer`; returns its time in UNIX seconds, and whether it is new.
///
/// An earlier request keeps its time. The e-mail about it is to be in `language`.
pub async fn ask(
    tx: &impl ConnectionTrait,
    customer: i64,
    language: Language,
    now: i64,
) -> Result<(i64, bool), AppError> {
    const ASK: &str = "INSERT INTO deletions (customer_id, language, asked_at, due_at) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (customer_id) DO NOTHING";
    let values = [
        customer.into(),
        language.code().into(),
        now.into(),
        (now + GRACE).into(),
    ];
    let done = tx.execute_raw(statement(tx, ASK, values)).await?;
    let due = due(tx, customer).await?.ok_or(AppError::Contended)?;
    Ok((due, done.rows_affected() > 0))
}

/// Cancels the scheduled deletion of `customer`; `false` if none was scheduled.
pub async fn withdraw(db: &impl ConnectionTrait, customer: i64) -> Result<bool, AppError> {
    const WITHDRAW: &str = "DELETE FROM deletions WHERE customer_id = $1";
    let done = db
        .execute_raw(statement(db, WITHDRAW, [customer.into()]))
        .await?;
    Ok(done.rows_affected() > 0)
}

/// When the account is to be deleted, in UNIX seconds, if that was asked for.
pub async fn due(db: &impl ConnectionTrait, customer: i64) -> Result<Option<i64>, AppError> {
    const FIND: &str = "SELECT due_at FROM deletions WHERE customer_id = $1";
    let row = db
        .query_one_raw(statement(db, FIND, [customer.into()]))
        .await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?)
}

/// Returns the ids of customers whose deletion is due `now`, the longest due first, at most `AT_ONCE`.
pub async fn all_due(db: &impl ConnectionTrait, now: i64) -> Result<Vec<i64>, AppError> {
    const FIND: &str = "SELECT customer_id FROM deletions WHERE due_at <= $1 ORDER BY due_at, customer_id LIMIT $2";
    let values = [now.into(), AT_ONCE.into()];
    let rows = db.query_all_raw(statement(db, FIND, values)).await?;
    let ids = rows.iter().map(|row| row.try_get_by_index(0));
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Takes the deletion request of `customer` if it is due `now`, and returns the language to tell them in; else `None`.
///
/// After that it can no longer be cancelled.
pub async fn take(
    tx: &impl ConnectionTrait,
    customer: i64,
    now: i64,
) -> Result<Option<LanguageCode>, AppError> {
    const TAKE: &str =
        "DELETE FROM deletions WHERE customer_id = $1 AND due_at <= $2 RETURNING language";
    let values = [customer.into(), now.into()];
    let Some(row) = tx.query_one_raw(statement(tx, TAKE, values)).await? else {
        return Ok(None);
    };
    let code: String = row.try_get_by_index(0)?;
    Ok(Some(LanguageCode::of(&code).unwrap_or(LanguageCode::EN)))
}
