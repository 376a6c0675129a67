//! The store's settings in the database: what nobody changed is not there.

use super::version;
use crate::{
    base::error::AppError,
    platform::{
        config::{Config, ConfigError, Given, is_of_store},
        db::{Db, retried, statement},
    },
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use std::fmt;
use toml::{Table, Value};

/// Why a setting stays as it is.
#[derive(Debug)]
pub enum Refused {
    /// It is none of the store's.
    NotOfStore(String),
    /// It is set where the database has no say.
    SetElsewhere {
        /// The setting.
        key: String,
        /// Where.
        source: String,
    },
    /// The value cannot be used.
    Wrong(ConfigError),
    /// The database did not do it.
    Fault(AppError),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOfStore(key) => write!(
                f,
                "`{key}` is no setting of the store; `awning settings list` names them, and `awning config` all others"
            ),
            Self::SetElsewhere { key, source } => write!(
                f,
                "`{key}` is set in {source}, which counts more than the database: take it out there first"
            ),
            Self::Wrong(error) => write!(f, "{error}"),
            Self::Fault(fault) => write!(f, "the database did not do it ({fault:?})"),
        }
    }
}

impl std::error::Error for Refused {}

impl From<AppError> for Refused {
    fn from(fault: AppError) -> Self {
        Self::Fault(fault)
    }
}

/// Every setting that is stored.
pub async fn all(db: &impl ConnectionTrait) -> Result<Table, AppError> {
    const ALL: &str = "SELECT key, value FROM settings ORDER BY key";
    let rows = db.query_all_raw(statement(db, ALL, [])).await?;
    let mut table = Table::new();
    for row in rows {
        let (key, json): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let value: Value = serde_json::from_str(&json).map_err(AppError::internal)?;
        table.insert(key, value);
    }
    Ok(table)
}

/// Stores `values` at `now`, all of them or none, if the shop can be run with them and what is `given`; returns the settings
/// as they are then.
pub async fn change(db: &Db, given: &Given, values: &Table, now: i64) -> Result<Config, Refused> {
    for key in values.keys() {
        check_key(given, key)?;
    }
    changed(db, given, &[], values, now).await
}

/// Lets the settings `keys` be as they are by default.
pub async fn reset(db: &Db, given: &Given, keys: &[String], now: i64) -> Result<Config, Refused> {
    for key in keys {
        check_key(given, key)?;
    }
    changed(db, given, keys, &Table::new(), now).await
}

fn check_key(given: &Given, key: &str) -> Result<(), Refused> {
    let key = key.to_owned();
    if !is_of_store(&key) {
        return Err(Refused::NotOfStore(key));
    }
    match given.source(&key) {
        Some(source) => Err(Refused::SetElsewhere {
            source: source.to_owned(),
            key,
        }),
        None => Ok(()),
    }
}

/// Forgets the settings of the keys `forgotten`, stores `values`, and tells every instance of the shop.
async fn changed(
    db: &Db,
    given: &Given,
    forgotten: &[String],
    values: &Table,
    now: i64,
) -> Result<Config, Refused> {
    let attempt = || async {
        let tx = db.begin().await?;
        // Two changes that fit alone need not fit together.
        version::lock(&tx).await?;
        // Forgotten before the rest is read: that one of these cannot be read is no reason to keep it.
        forget(&tx, forgotten).await?;
        let mut stored = all(&tx).await?;
        stored.extend(values.clone());
        let config = match given.config(&stored) {
            Ok(config) => config,
            Err(error) => return Ok(Err(error)),
        };
        if let Some((key, value)) = values.iter().find(|(_, value)| !is_kept_whole(value)) {
            let why = "expected numbers that are finite";
            return Ok(Err(ConfigError::new(key, value, why)));
        }
        put(&tx, values, now).await?;
        version::touch_texts(&tx).await?;
        tx.commit().await?;
        Ok(Ok(config))
    };
    retried(attempt).await?.map_err(Refused::Wrong)
}

/// Whether JSON holds `value` as it is: it knows no infinite numbers, and no number that is none.
fn is_kept_whole(value: &Value) -> bool {
    let json = serde_json::to_string(value).unwrap_or_default();
    serde_json::from_str(&json).is_ok_and(|read: Value| read == *value)
}

async fn forget(tx: &DatabaseTransaction, keys: &[String]) -> Result<(), AppError> {
    const FORGET: &str = "DELETE FROM settings WHERE key = $1";
    for key in keys {
        tx.execute_raw(statement(tx, FORGET, [key.as_str().into()]))
            .await?;
    }
    Ok(())
}

async fn put(tx: &DatabaseTransaction, values: &Table, now: i64) -> Result<(), AppError> {
    const PUT: &str = "INSERT INTO settings (key, value, version, changed_at) VALUES ($1, $2, 1, $3) \
        ON CONFLICT (key) DO UPDATE SET value = $2, version = settings.version + 1, changed_at = $3";
    for (key, value) in values {
        let json = serde_json::to_string(value).map_err(AppError::internal)?;
        let row = [key.as_str().into(), json.into(), now.into()];
        tx.execute_raw(statement(tx, PUT, row)).await?;
    }
    Ok(())
}
