//! The key by which push services know the shop: made by it, kept as a secret, and the same for every instance.

use crate::{
    base::error::AppError,
    platform::db::{Db, statement},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use sea_orm::ConnectionTrait;
use serde_json::json;

/// Name of the key in the table of secrets.
const NAME: &str = "push";
/// Seconds that a push service may take the shop at its word; it may be a day at most.
const HOLDS: i64 = 12 * 60 * 60;

/// The key.
pub struct Keys(EcdsaKeyPair);

impl Keys {
    /// The shop's key, made when it is asked for first.
    pub async fn of_shop(db: &Db) -> Result<Self, AppError> {
        const MAKE: &str =
            "INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";
        if let Some(keys) = Self::find(&db.read).await? {
            return Ok(keys);
        }
        let random = SystemRandom::new();
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random);
        let made = made.map_err(AppError::internal)?.as_ref().to_vec();
        let make = statement(&db.write, MAKE, [NAME.into(), made.into()]);
        db.write.execute_raw(make).await?;
        Self::find(&db.write).await?.ok_or(AppError::Internal)
    }

    async fn find(db: &impl ConnectionTrait) -> Result<Option<Self>, AppError> {
        const FIND: &str = "SELECT value FROM secrets WHERE name = $1";
        let Some(row) = db.query_one_raw(statement(db, FIND, [NAME.into()])).await? else {
            return Ok(None);
        };
        let kept: Vec<u8> = row.try_get_by_index(0)?;
        Self::read(&kept).map(Some)
    }

    fn read(pkcs8: &[u8]) -> Result<Self, AppError> {
        let random = SystemRandom::new();
        let read = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8, &random);
        read.map(Self).map_err(AppError::internal)
    }

    /// What browsers are given to subscribe with.
    pub fn public(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.public_key())
    }

    /// The header by which the push service at `origin` knows who sends something `now`, and whom to write to: `contact`.
    pub fn authorization(&self, origin: &str, contact: &str, now: i64) -> Result<String, AppError> {
        let part = |json: serde_json::Value| URL_SAFE_NO_PAD.encode(json.to_string());
        let head = part(json!({ "typ": "JWT", "alg": "ES256" }));
        let claims = part(json!({ "aud": origin, "exp": now + HOLDS, "sub": contact }));
        let signed = format!("{head}.{claims}");
        let random = SystemRandom::new();
        let signature = self.0.sign(&random, signed.as_bytes());
        let signature = signature.map_err(AppError::internal)?;
        let token = format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature));
        Ok(format!("vapid t={token}, k={}", self.public()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};

    #[test]
    fn a_push_service_can_check_who_sends() {
        let random = SystemRandom::new();
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random);
        let keys = Keys::read(made.expect("made").as_ref()).expect("a key");
        let header = keys.authorization("https://push.example", "mailto:a@b.example", 1_000);
        let header = header.expect("signed");
        let (token, key) = header
            .strip_prefix("vapid t=")
            .and_then(|it| it.split_once(", k="))
            .expect("both");
        let decoded = |text: &str| URL_SAFE_NO_PAD.decode(text).expect("base64");
        let (signed, signature) = token.rsplit_once('.').expect("a signature");
        let public = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, decoded(key));
        public
            .verify(signed.as_bytes(), &decoded(signature))
            .expect("the shop's own");
        let claims = String::from_utf8(decoded(signed.split('.').nth(1).expect("claims")));
        assert_eq!(
            claims.expect("text"),
            r#"{"aud":"https://push.example","exp":44200,"sub":"mailto:a@b.example"}"#
        );
        assert_eq!(decoded(key).len(), 65);
    }
}
