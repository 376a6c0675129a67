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

/// Notes at `now` that `customer` wants to be deleted, and is to be told of it in `language`; when it happens. Asked again,
/// it happens when it was to happen.
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

/// Lets the account be; `false` if nothing was asked.
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

/// Ids of customers whose time is up `now`, the longest first.
pub async fn all_due(db: &impl ConnectionTrait, now: i64) -> Result<Vec<i64>, AppError> {
    const FIND: &str = "SELECT customer_id FROM deletions WHERE due_at <= $1 ORDER BY due_at, customer_id LIMIT $2";
    let values = [now.into(), AT_ONCE.into()];
    let rows = db.query_all_raw(statement(db, FIND, values)).await?;
    let ids = rows.iter().map(|row| row.try_get_by_index(0));
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Takes what `customer` asked, if it is due `now`: the language to tell them in. `None` if it is not, or nothing was asked.
/// From then on they cannot change their mind.
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
