//! Accounts by e-mail: where e-mails go out, nobody learns from the shop who has an account.
//!
//! The answer to a registration is the same for a new and for a known address; the difference is in
//! the e-mail, which only its owner reads. The link in it leads to a button, because programs that
//! look into mail follow links.

use crate::{
    account::{
        context::AccountContext,
        emails::{self, EmailContext},
        store,
    },
    base::{date, error::AppError},
    platform::{
        cookies::Token,
        db::statement,
        mail::{self, Posting},
    },
};
use sea_orm::ConnectionTrait;

/// How long the link in the e-mail can be used, in seconds.
const HOLDS_FOR: i64 = date::DAY;

/// A registration whose e-mail address is proved.
pub struct Proved {
    /// E-mail address.
    pub email: String,
    /// Full name.
    pub name: String,
    /// The hash of the password.
    pub password_hash: String,
}

/// Keeps what was asked for, and sends the e-mail that proves the address; a known address is told
/// of its account instead.
pub async fn ask(
    context: &AccountContext,
    name: &str,
    email: &str,
    password_hash: String,
    now: i64,
) -> Result<(), AppError> {
    const KEEP: &str = "INSERT INTO registrations (token_hash, email, name, password_hash, created_at) \
        VALUES ($1, $2, $3, $4, $5)";
    let from = EmailContext::of(context);
    let token = Token::random().map_err(AppError::internal)?;
    let tx = context.state.db.begin().await?;
    let email_to_send = match store::by_email(&tx, email).await? {
        Some(_) => emails::known(from)?,
        None => {
            let values = [
                token.hash().into(),
                email.into(),
                name.into(),
                password_hash.into(),
                now.into(),
            ];
            tx.execute_raw(statement(&tx, KEEP, values)).await?;
            emails::confirm(from, &token)?
        }
    };
    mail::enqueue(&tx, Posting::to(email, now), email_to_send).await?;
    tx.commit().await?;
    context.state.job_waits.notify_one();
    Ok(())
}

/// The registration of `token`, which can be used once; `None` if there is none, or it is too old.
pub async fn take(
    tx: &impl ConnectionTrait,
    token: &str,
    now: i64,
) -> Result<Option<Proved>, AppError> {
    const TAKE: &str = "DELETE FROM registrations WHERE token_hash = $1 AND created_at > $2 \
        RETURNING email, name, password_hash";
    let Some(token) = Token::parse(token) else {
        return Ok(None);
    };
    let values = [token.hash().into(), (now - HOLDS_FOR).into()];
    let Some(row) = tx.query_one_raw(statement(tx, TAKE, values)).await? else {
        return Ok(None);
    };
    Ok(Some(Proved {
        email: row.try_get("", "email")?,
        name: row.try_get("", "name")?,
        password_hash: row.try_get("", "password_hash")?,
    }))
}

/// Ends every registration with this address.
pub async fn end_of(tx: &impl ConnectionTrait, email: &str) -> Result<(), AppError> {
    const END: &str = "DELETE FROM registrations WHERE email = $1";
    tx.execute_raw(statement(tx, END, [email.into()])).await?;
    Ok(())
}

/// Deletes registrations that nobody proved in time; how many there were.
pub async fn purge(db: &impl ConnectionTrait, now: i64) -> Result<u64, AppError> {
    let sql = "DELETE FROM registrations WHERE created_at <= $1";
    let delete = statement(db, sql, [(now - HOLDS_FOR).into()]);
    Ok(db.execute_raw(delete).await?.rows_affected())
}
