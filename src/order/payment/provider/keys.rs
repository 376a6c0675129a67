//! The keys of providers. They are in a table of their own, which no export, no log and no page shows; what people see of a key is
//! whether it is there, and whether it is one for trying out.

use crate::{
    base::error::AppError,
    platform::{config::ReadyProvider, db::statement},
    pricing::payment::ProviderName,
};
use sea_orm::ConnectionTrait;
use std::fmt;

/// Which of a provider's keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// What requests are made with.
    Secret,
    /// What messages are signed with.
    Hook,
}

impl Name {
    fn of(self, provider: ProviderName) -> String {
        let what = match self {
            Self::Secret => "secret",
            Self::Hook => "hook",
        };
        format!("payment {} {what}", provider.id())
    }
}

/// The keys of a provider.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Keys {
    /// What requests are made with.
    pub secret: String,
    /// What messages are signed with; empty where there is none.
    pub hook: String,
}

/// Never the keys themselves.
impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys")
    }
}

impl Keys {
    /// Those of `provider`; `None` if it cannot be asked.
    pub async fn of(
        db: &impl ConnectionTrait,
        provider: ProviderName,
    ) -> Result<Option<Self>, AppError> {
        let Some(secret) = find(db, &Name::Secret.of(provider)).await? else {
            return Ok(None);
        };
        let hook = find(db, &Name::Hook.of(provider)).await?;
        Ok(Some(Self {
            secret,
            hook: hook.unwrap_or_default(),
        }))
    }

    /// Keeps `key` as the one of this name; an empty one is forgotten.
    pub async fn keep(
        tx: &impl ConnectionTrait,
        provider: ProviderName,
        name: Name,
        key: &str,
    ) -> Result<(), AppError> {
        const KEEP: &str = "INSERT INTO secrets (name, value) VALUES ($1, $2) \
            ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        const FORGET: &str = "DELETE FROM secrets WHERE name = $1";
        let name = name.of(provider);
        let write = match key.is_empty() {
            true => statement(tx, FORGET, [name.into()]),
            false => statement(tx, KEEP, [name.into(), key.as_bytes().to_vec().into()]),
        };
        tx.execute_raw(write).await?;
        Ok(())
    }

    /// Whether it is one for trying out, with which no money moves.
    pub fn is_for_tests(&self) -> bool {
        ["sk_test_", "rk_test_", "test_"]
            .iter()
            .any(|it| self.secret.starts_with(it))
    }
}

/// The providers that can be asked.
pub async fn ready(db: &impl ConnectionTrait) -> Result<Vec<ReadyProvider>, AppError> {
    let mut ready = Vec::new();
    for name in ProviderName::ALL {
        if let Some(keys) = Keys::of(db, name).await? {
            let is_test = keys.is_for_tests();
            ready.push(ReadyProvider { name, is_test });
        }
    }
    Ok(ready)
}

async fn find(db: &impl ConnectionTrait, name: &str) -> Result<Option<String>, AppError> {
    const FIND: &str = "SELECT value FROM secrets WHERE name = $1";
    let row = db.query_one_raw(statement(db, FIND, [name.into()])).await?;
    let bytes = row
        .map(|row| row.try_get_by_index::<Vec<u8>>(0))
        .transpose()?;
    Ok(bytes.and_then(|bytes| String::from_utf8(bytes).ok()))
}
