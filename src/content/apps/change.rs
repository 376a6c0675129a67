//! What the merchant enters of an app.

use super::{Key, MAX_LENGTH, Scope, access::hash, entity};
use crate::{
    base::error::AppError,
    content::{storage, version},
    platform::audit::{self, Actor, Entry},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};
use serde_json::{Value, json};

/// Longest token, secret or client id, in characters.
const MAX_TOKEN_LENGTH: usize = 255;

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
    /// Those of its keys that open nothing any more.
    pub revoked: Vec<Key>,
}

impl Change {
    /// The change that gives an app `text` as its `key`.
    pub fn of_key(key: Key, text: String) -> Self {
        let mut change = Self::default();
        *change.key_mut(key) = Some(text);
        change
    }

    /// What is entered as this `key`.
    pub fn key_mut(&mut self, key: Key) -> &mut Option<String> {
        match key {
            Key::Public => &mut self.public_token,
            Key::Secret => &mut self.secret_token,
            Key::Client => &mut self.client_secret,
        }
    }

    /// Why it cannot be stored, for the merchant.
    pub fn fault(&self) -> Option<String> {
        for (token, key) in [
            (&self.public_token, Key::Public),
            (&self.secret_token, Key::Secret),
            (&self.client_secret, Key::Client),
        ] {
            let Some(token) = token else { continue };
            let beginning = key.beginning();
            let is_plain = token.bytes().all(|byte| byte.is_ascii_graphic());
            let fits = token.len() > beginning.len() && token.len() <= MAX_TOKEN_LENGTH;
            if !(token.starts_with(beginning) && is_plain && fits) {
                return Some(format!(
                    "a token is {beginning}… and at most {MAX_TOKEN_LENGTH} letters, digits and signs"
                ));
            }
        }
        if self.config.as_ref().is_some_and(|it| it.len() > MAX_LENGTH) {
            return Some(format!("an app may publish at most {MAX_LENGTH} bytes"));
        }
        let mut scopes = self.scopes.iter().flatten();
        let unknown = scopes.find(|scope| !Scope::ALL.contains(&scope.as_str()))?;
        let known = Scope::ALL.join(", ");
        Some(format!("{unknown} is no scope; there are {known}"))
    }

    /// Stores it; whether the app is new.
    pub async fn put(self, tx: &impl ConnectionTrait, client_id: &str) -> Result<bool, AppError> {
        let before = super::one_to_change(tx, client_id).await?;
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
        let stays = |key: Key| !self.revoked.contains(&key);
        let token = before.token.filter(|_| stays(Key::Public));
        let secret = before.secret_token_hash.filter(|_| stays(Key::Secret));
        let client_secret = before.client_secret.filter(|_| stays(Key::Client));
        let row = entity::ActiveModel {
            client_id: Set(before.client_id),
            token: Set(self.public_token.or(token)),
            config: Set(self.config.or(before.config)),
            client_secret: Set(self.client_secret.or(client_secret)),
            secret_token_hash: Set(secret_token_hash.or(secret)),
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

/// Stores `change` of the app `client_id`, and that `actor` did; whether the app is new.
pub async fn enter(
    tx: &impl ConnectionTrait,
    client_id: &str,
    change: Change,
    actor: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    let before = facts(tx, client_id).await?;
    let is_new = change.put(tx, client_id).await?;
    let after = facts(tx, client_id).await?;
    let verb = if is_new { "app.add" } else { "app.change" };
    let entry = Entry {
        verb,
        target: client_id,
        before: before.as_ref(),
        after: after.as_ref(),
    };
    audit::record(tx, actor, entry, now).await?;
    Ok(is_new)
}

/// Forgets an app with its tokens and what it kept, and notes that `actor` did; whether there was one.
pub async fn remove(
    tx: &impl ConnectionTrait,
    client_id: &str,
    actor: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    let before = facts(tx, client_id).await?;
    storage::remove_all(tx, client_id).await?;
    let gone = entity::Entity::delete_by_id(client_id.to_owned());
    let is_gone = gone.exec(tx).await?.rows_affected > 0;
    if is_gone {
        let entry = Entry {
            before: before.as_ref(),
            ..Entry::of("app.remove", client_id)
        };
        audit::record(tx, actor, entry, now).await?;
    }
    version::touch_texts(tx).await?;
    Ok(is_gone)
}

/// What the log may tell of an app: which keys it has, and none of them.
async fn facts(db: &impl ConnectionTrait, client_id: &str) -> Result<Option<Value>, AppError> {
    let row = super::one(db, client_id).await?;
    Ok(row.map(|row| {
        let keys: Vec<&str> = row.keys().into_iter().map(Key::name).collect();
        let bytes = row.config.as_ref().map_or(0, String::len);
        json!({ "keys": keys.join(", "), "scopes": row.scopes, "publishes": format!("{bytes} bytes") })
    }))
}
