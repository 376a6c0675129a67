//! What the merchant enters of an app.

use super::{LONGEST, Scope, access::hash, entity};
use crate::{
    base::error::AppError,
    content::{storage, version},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QuerySelect};

/// Longest token or secret, in characters.
const LONGEST_TOKEN: usize = 255;

/// What is entered; what is `None` stays as it was.
#[derive(Clone, Default)]
pub struct Change {
    /// The token that scripts read.
    pub public_token: Option<String>,
    /// The token that the merchant's own programs use.
    pub secret_token: Option<String>,
    /// What the app signs with.
    pub client_secret: Option<String>,
    /// What it publishes.
    pub config: Option<String>,
    /// What its tokens may do.
    pub scopes: Option<Vec<String>>,
}

impl Change {
    /// Why it cannot be stored, for the merchant.
    pub fn fault(&self) -> Option<String> {
        for (token, beginning) in [
            (&self.public_token, "public_"),
            (&self.secret_token, "secret_"),
            (&self.client_secret, ""),
        ] {
            let Some(token) = token else { continue };
            let is_plain = token.bytes().all(|byte| byte.is_ascii_graphic());
            let fits = token.len() > beginning.len() && token.len() <= LONGEST_TOKEN;
            if !(token.starts_with(beginning) && is_plain && fits) {
                return Some(format!(
                    "a token is {beginning}… and at most {LONGEST_TOKEN} letters, digits and signs"
                ));
            }
        }
        if self.config.as_ref().is_some_and(|it| it.len() > LONGEST) {
            return Some(format!("an app may publish at most {LONGEST} bytes"));
        }
        let mut scopes = self.scopes.iter().flatten();
        let unknown = scopes.find(|scope| !Scope::ALL.contains(&scope.as_str()))?;
        let known = Scope::ALL.join(", ");
        Some(format!("{unknown} is no scope; there are {known}"))
    }

    /// Stores it; whether the app is new.
    pub async fn put(self, tx: &impl ConnectionTrait, client_id: &str) -> Result<bool, AppError> {
        let before = entity::Entity::find_by_id(client_id.to_owned())
            .lock_exclusive()
            .one(tx)
            .await?;
        let is_new = before.is_none();
        let before = before.unwrap_or(entity::Model {
            client_id: client_id.to_owned(),
            token: None,
            config: None,
            client_secret: None,
            secret_token_hash: None,
            scopes: Scope::STOREFRONT.0.to_owned(),
        });
        let secret_token_hash = self.secret_token.as_deref().map(hash);
        let row = entity::ActiveModel {
            client_id: Set(before.client_id),
            token: Set(self.public_token.or(before.token)),
            config: Set(self.config.or(before.config)),
            client_secret: Set(self.client_secret.or(before.client_secret)),
            secret_token_hash: Set(secret_token_hash.or(before.secret_token_hash)),
            scopes: Set(self.scopes.map_or(before.scopes, |scopes| scopes.join(" "))),
        };
        if is_new {
            entity::Entity::insert(row)
                .exec_without_returning(tx)
                .await?;
        } else {
            entity::Entity::update(row).exec(tx).await?;
        }
        version::touch_texts(tx).await?;
        Ok(is_new)
    }
}

/// Forgets an app with its tokens and what it kept; whether there was one.
pub async fn remove(tx: &impl ConnectionTrait, client_id: &str) -> Result<bool, AppError> {
    storage::remove_all(tx, client_id).await?;
    let gone = entity::Entity::delete_by_id(client_id.to_owned());
    let is_gone = gone.exec(tx).await?.rows_affected > 0;
    version::touch_texts(tx).await?;
    Ok(is_gone)
}
