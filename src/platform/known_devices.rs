//! Devices that somebody was signed in on before: guesses made elsewhere do not lock them out.
//!
//! A device holds a random token in a cookie of its own that outlives sessions; the database holds the token's hash with each
//! person who signed in there.

use super::{cookies::Token, db::statement};
use crate::base::{date::DAY, error::AppError};
use sea_orm::ConnectionTrait;

/// Most devices of one person; the one that was not used for longest goes.
const MAX: i64 = 20;
/// How long a device is known that nobody signs in on.
const KNOWN_DAYS: i64 = 365;

/// The devices of some people, by where they are kept.
#[derive(Clone, Copy, Debug)]
pub struct KnownDevices {
    /// The table of the devices.
    pub table: &'static str,
    /// Its column that names whose they are.
    pub owner: &'static str,
    /// The table of the people, who have an `id` and an `email`.
    pub people: &'static str,
}

impl KnownDevices {
    /// The `token` of this device, if whoever has the address `email` was signed in on it before.
    pub async fn known<'a>(
        self,
        db: &impl ConnectionTrait,
        email: &str,
        token: Option<&'a Token>,
    ) -> Result<Option<&'a Token>, AppError> {
        let Some(token) = token else {
            return Ok(None);
        };
        let Self {
            table,
            owner,
            people,
        } = self;
        let find = format!(
            "SELECT 1 FROM {table} d JOIN {people} p ON p.id = d.{owner} WHERE p.email = $1 AND d.token_hash = $2"
        );
        let values = [email.into(), token.hash().into()];
        let found = db.query_one_raw(statement(db, &find, values)).await?;
        Ok(found.map(|_| token))
    }

    /// The token by which this device is known from now on as one of the person `id`: its own, or a new one.
    pub async fn remember(
        self,
        tx: &impl ConnectionTrait,
        id: i64,
        token: Option<&Token>,
        now: i64,
    ) -> Result<Token, AppError> {
        let Self { table, owner, .. } = self;
        let put = format!(
            "INSERT INTO {table} ({owner}, token_hash, used_at) VALUES ($1, $2, $3) \
             ON CONFLICT ({owner}, token_hash) DO UPDATE SET used_at = $3"
        );
        let trim = format!(
            "DELETE FROM {table} WHERE {owner} = $1 AND token_hash NOT IN \
             (SELECT token_hash FROM {table} WHERE {owner} = $1 ORDER BY used_at DESC, token_hash LIMIT $2)"
        );
        let token = match token {
            Some(token) => token.clone(),
            None => Token::random().map_err(AppError::internal)?,
        };
        let row = [id.into(), token.hash().into(), now.into()];
        tx.execute_raw(statement(tx, &put, row)).await?;
        tx.execute_raw(statement(tx, &trim, [id.into(), MAX.into()]))
            .await?;
        Ok(token)
    }

    /// Forgets every device of the person `id`.
    pub async fn forget(self, tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
        let Self { table, owner, .. } = self;
        let forget = format!("DELETE FROM {table} WHERE {owner} = $1");
        tx.execute_raw(statement(tx, &forget, [id.into()])).await?;
        Ok(())
    }

    /// Deletes devices that were not used for `KNOWN_DAYS` days; returns their number.
    pub async fn purge(self, db: &impl ConnectionTrait, now: i64) -> Result<u64, AppError> {
        let purge = format!("DELETE FROM {} WHERE used_at < $1", self.table);
        let before = now - KNOWN_DAYS * DAY;
        let gone = db.execute_raw(statement(db, &purge, [before.into()]));
        Ok(gone.await?.rows_affected())
    }
}
