//! Links that prove who got them: what they are to open is signed with a key that only the shop has.

use super::db::{Db, statement};
use crate::base::error::AppError;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sea_orm::ConnectionTrait;
use sha2::Sha256;

/// Name of the key in the table.
const LINKS: &str = "links";

/// The key that the links of this shop are signed with.
#[derive(Clone)]
pub struct LinkKey(Vec<u8>);

impl LinkKey {
    /// The shop's key, made when it is asked for first; every instance has the same.
    pub async fn of(db: &impl ConnectionTrait) -> Result<Self, AppError> {
        const MAKE: &str =
            "INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
        if let Some(key) = Self::find(db).await? {
            return Ok(key);
        }
        let Self(key) = Self::of_nothing()?;
        let values = [LINKS.into(), key.into()];
        db.execute_raw(statement(db, MAKE, values)).await?;
        Self::find(db).await?.ok_or(AppError::Internal)
    }

    /// A new key, whose links open nothing: for what is only shown.
    pub fn of_nothing() -> Result<Self, AppError> {
        let mut key = [0; 32];
        getrandom::fill(&mut key).map_err(AppError::internal)?;
        Ok(Self(key.to_vec()))
    }

    /// The shop's key, read or made outside of a transaction.
    pub async fn of_shop(db: &Db) -> Result<Self, AppError> {
        match Self::find(&db.read).await? {
            Some(key) => Ok(key),
            None => Self::of(&db.write).await,
        }
    }

    /// A key of these bytes, for tests.
    #[cfg(test)]
    pub fn of_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes.to_vec())
    }

    async fn find(db: &impl ConnectionTrait) -> Result<Option<Self>, AppError> {
        const FIND: &str = "SELECT value FROM secrets WHERE name = $1";
        let row = db
            .query_one_raw(statement(db, FIND, [LINKS.into()]))
            .await?;
        let key = row.map(|row| row.try_get_by_index::<Vec<u8>>(0));
        Ok(key.transpose()?.map(Self))
    }

    /// The token of a link to `what`, which names its kind too: 43 letters, digits, dashes and underscores.
    pub fn token(&self, what: &str) -> String {
        URL_SAFE_NO_PAD.encode(self.mac(what).finalize().into_bytes())
    }

    /// Whether `token` is that of a link to `what`; it takes as long for a wrong one.
    pub fn is_token(&self, what: &str, token: &str) -> bool {
        let sent = URL_SAFE_NO_PAD.decode(token);
        sent.is_ok_and(|sent| self.mac(what).verify_slice(&sent).is_ok())
    }

    fn mac(&self, what: &str) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("keys of every length");
        mac.update(what.as_bytes());
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_opens_what_it_was_made_for() {
        let (key, other) = (LinkKey::of_bytes([1; 32]), LinkKey::of_bytes([2; 32]));
        let token = key.token("subscription 1");
        assert_eq!(token.len(), 43);
        assert!(key.is_token("subscription 1", &token));
        assert!(!key.is_token("subscription 2", &token));
        assert!(!other.is_token("subscription 1", &token));
        for wrong in ["", "x", &token[1..], &format!("{token}A"), "ä"] {
            assert!(!key.is_token("subscription 1", wrong), "{wrong}");
        }
    }
}
