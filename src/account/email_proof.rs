//! What an e-mail proves: that whoever holds its link, or its code, reads the mail of an address.
//!
//! Of a link the database has the hash. Of a code it has the hash of the code and of what the browser holds
//! that asked for it: six digits alone would be found by trying them all.

use crate::{
    base::{
        date::{DAY, HOUR},
        error::AppError,
    },
    platform::{cookies::Token, db::statement},
};
use sea_orm::{ConnectionTrait, QueryResult};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// Number of wrong tries after which a code is void.
const MAX_TRIES: i64 = 5;

/// What a proof is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Signing in, with an account or without.
    SignIn,
    /// Another password.
    Reset,
    /// Another e-mail address of an account.
    NewEmail,
}

impl Purpose {
    /// Returns how long a link or code for this purpose is valid, in seconds.
    pub const fn holds_for(self) -> i64 {
        match self {
            Self::SignIn => 10 * 60,
            Self::Reset => HOUR,
            Self::NewEmail => DAY,
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::SignIn => "sign in",
            Self::Reset => "reset",
            Self::NewEmail => "new email",
        }
    }
}

/// What is proved, and what follows from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// Its number in the table.
    pub id: i64,
    /// Whose account it is about, where that is known.
    pub customer: Option<i64>,
    /// The address whose mail is read.
    pub email: String,
    /// What a new account is called.
    pub name: String,
    /// Where it leads on to: a path of this shop.
    pub next: String,
    /// Public id of an order that comes into the account; empty for none.
    pub order: String,
}

/// What only its e-mail and its browser hold.
pub struct Secrets {
    /// The link's.
    pub link: Token,
    /// Six digits.
    pub code: String,
    /// The browser's.
    pub browser: Token,
}

/// What came of trying a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeOutcome {
    /// It is right.
    Proved(Proof),
    /// It is wrong.
    Wrong,
    /// It is too old or used, or it was tried too often.
    Over,
}

/// Stores `proof`, and returns its link, code and browser token; the proof of the browser token `former` ends.
pub async fn insert(
    tx: &impl ConnectionTrait,
    purpose: Purpose,
    proof: &Proof,
    former: Option<&Token>,
    now: i64,
) -> Result<Secrets, AppError> {
    const KEEP: &str = "INSERT INTO email_proofs (purpose, link_hash, browser_hash, code_hash, customer_id, \
        email, name, next, order_id, tries, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10)";
    const END: &str = "DELETE FROM email_proofs WHERE browser_hash = $1";
    if let Some(former) = former {
        tx.execute_raw(statement(tx, END, [former.hash().into()]))
            .await?;
    }
    let secrets = Secrets::random()?;
    let values = [
        purpose.name().into(),
        secrets.link.hash().into(),
        secrets.browser.hash().into(),
        code_hash(&secrets.browser, &secrets.code).into(),
        proof.customer.into(),
        proof.email.as_str().into(),
        proof.name.as_str().into(),
        proof.next.as_str().into(),
        proof.order.as_str().into(),
        now.into(),
    ];
    tx.execute_raw(statement(tx, KEEP, values)).await?;
    Ok(secrets)
}

/// Returns the proof of the link with `token`, without using it up; `None` if it is used or expired.
pub async fn peek(
    db: &impl ConnectionTrait,
    purpose: Purpose,
    token: &str,
    now: i64,
) -> Result<Option<Proof>, AppError> {
    const LOOK: &str = "SELECT id, customer_id, email, name, next, order_id FROM email_proofs \
        WHERE link_hash = $1 AND purpose = $2 AND created_at > $3";
    by_link(db, LOOK, purpose, token, now).await
}

/// Returns the proof of the link with `token`, and uses it up; `None` if it is used or expired.
pub async fn consume(
    tx: &impl ConnectionTrait,
    purpose: Purpose,
    token: &str,
    now: i64,
) -> Result<Option<Proof>, AppError> {
    const TAKE: &str = "DELETE FROM email_proofs WHERE link_hash = $1 AND purpose = $2 AND created_at > $3 \
        RETURNING id, customer_id, email, name, next, order_id";
    by_link(tx, TAKE, purpose, token, now).await
}

async fn by_link(
    db: &impl ConnectionTrait,
    sql: &str,
    purpose: Purpose,
    token: &str,
    now: i64,
) -> Result<Option<Proof>, AppError> {
    let Some(token) = Token::parse(token) else {
        return Ok(None);
    };
    let since = now - purpose.holds_for();
    let values = [token.hash().into(), purpose.name().into(), since.into()];
    let row = db.query_one_raw(statement(db, sql, values)).await?;
    row.as_ref().map(Proof::of).transpose()
}

/// Returns the proof whose code this browser may enter, if one is pending.
pub async fn pending_for_browser(
    db: &impl ConnectionTrait,
    browser: &Token,
    now: i64,
) -> Result<Option<Proof>, AppError> {
    const LOOK: &str = "SELECT id, customer_id, email, name, next, order_id FROM email_proofs \
        WHERE browser_hash = $1 AND purpose = $2 AND created_at > $3";
    let (purpose, since) = of_codes(now);
    let values = [browser.hash().into(), purpose.into(), since.into()];
    let row = db.query_one_raw(statement(db, LOOK, values)).await?;
    row.as_ref().map(Proof::of).transpose()
}

/// Tries `code` in the browser that asked for it; each try counts before it is looked at.
pub async fn try_code(
    db: &impl ConnectionTrait,
    browser: &Token,
    code: &str,
    now: i64,
) -> Result<CodeOutcome, AppError> {
    const TRY: &str = "UPDATE email_proofs SET tries = tries + 1 \
        WHERE browser_hash = $1 AND purpose = $2 AND created_at > $3 AND tries < $4 \
        RETURNING id, customer_id, email, name, next, order_id, code_hash, tries";
    let (purpose, since) = of_codes(now);
    let values = [
        browser.hash().into(),
        purpose.into(),
        since.into(),
        MAX_TRIES.into(),
    ];
    let Some(row) = db.query_one_raw(statement(db, TRY, values)).await? else {
        return Ok(CodeOutcome::Over);
    };
    let right: Vec<u8> = row.try_get("", "code_hash")?;
    if bool::from(right.ct_eq(&code_hash(browser, code))) {
        return Ok(CodeOutcome::Proved(Proof::of(&row)?));
    }
    let tries: i64 = row.try_get("", "tries")?;
    Ok(if tries < MAX_TRIES {
        CodeOutcome::Wrong
    } else {
        CodeOutcome::Over
    })
}

/// Uses the proof `id` up; `false` if somebody did before.
pub async fn consume_by_id(tx: &impl ConnectionTrait, id: i64) -> Result<bool, AppError> {
    const USE: &str = "DELETE FROM email_proofs WHERE id = $1";
    let done = tx.execute_raw(statement(tx, USE, [id.into()])).await?;
    Ok(done.rows_affected() > 0)
}

/// Ends every pending link and code that was sent to `email`.
pub async fn delete_for_email(tx: &impl ConnectionTrait, email: &str) -> Result<(), AppError> {
    const END: &str = "DELETE FROM email_proofs WHERE email = $1";
    tx.execute_raw(statement(tx, END, [email.into()])).await?;
    Ok(())
}

/// Ends every pending link and code for the account of `customer`, and every one that was sent to `email`.
pub async fn end_of_account(
    tx: &impl ConnectionTrait,
    customer: i64,
    email: &str,
) -> Result<(), AppError> {
    const END: &str = "DELETE FROM email_proofs WHERE customer_id = $1 OR email = $2";
    let values = [customer.into(), email.into()];
    tx.execute_raw(statement(tx, END, values)).await?;
    Ok(())
}

/// Deletes expired proofs; returns how many.
pub async fn purge(db: &impl ConnectionTrait, now: i64) -> Result<u64, AppError> {
    const PURGE: &str = "DELETE FROM email_proofs WHERE purpose = $1 AND created_at <= $2";
    let mut count = 0;
    for purpose in [Purpose::SignIn, Purpose::Reset, Purpose::NewEmail] {
        let values = [purpose.name().into(), (now - purpose.holds_for()).into()];
        let done = db.execute_raw(statement(db, PURGE, values)).await?;
        count += done.rows_affected();
    }
    Ok(count)
}

fn of_codes(now: i64) -> (&'static str, i64) {
    let purpose = Purpose::SignIn;
    (purpose.name(), now - purpose.holds_for())
}

fn code_hash(browser: &Token, code: &str) -> Vec<u8> {
    Sha256::digest(format!("{}:{code}", browser.text())).to_vec()
}

impl Proof {
    fn of(row: &QueryResult) -> Result<Self, AppError> {
        Ok(Self {
            id: row.try_get("", "id")?,
            customer: row.try_get("", "customer_id")?,
            email: row.try_get("", "email")?,
            name: row.try_get("", "name")?,
            next: row.try_get("", "next")?,
            order: row.try_get("", "order_id")?,
        })
    }
}

impl Secrets {
    fn random() -> Result<Self, AppError> {
        Ok(Self {
            link: Token::random().map_err(AppError::internal)?,
            code: six_digits()?,
            browser: Token::random().map_err(AppError::internal)?,
        })
    }
}

/// Six random digits, each number as likely as any other.
fn six_digits() -> Result<String, AppError> {
    const NUMBERS: u32 = 1_000_000;
    loop {
        let number = getrandom::u32().map_err(AppError::internal)?;
        if number < u32::MAX - u32::MAX % NUMBERS {
            return Ok(format!("{:06}", number % NUMBERS));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_six_digits_and_worth_nothing_in_another_browser() {
        let (own, other) = (
            Token::random().expect("a token"),
            Token::random().expect("a token"),
        );
        let code = six_digits().expect("a code");
        assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()));
        assert_eq!(code_hash(&own, &code), code_hash(&own, &code));
        assert_ne!(code_hash(&own, &code), code_hash(&other, &code));
    }
}
