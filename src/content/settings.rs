//! The store's settings in the database: what nobody changed is not there.

use super::{drafts, version};
use crate::{
    base::error::AppError,
    platform::{
        audit::{self, Actor, Entry},
        config::{Config, ConfigError, SettingSources, is_of_store},
        db::{Db, retried, statement},
    },
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use std::{collections::BTreeMap, fmt};
use toml::{Table, Value};

/// What the log calls a change of a setting.
pub const CHANGED: &str = "settings.change";

/// What is to be changed.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    /// Settings to store.
    pub values: Table,
    /// Keys of those that are to be as by default.
    pub forgotten: Vec<String>,
    /// The versions of settings that whoever changes them saw; what is not in it is not looked at.
    pub seen: BTreeMap<String, i64>,
    /// Keys of those whose drafts are no longer needed with it.
    pub published: Vec<String>,
}

impl Edit {
    /// Stores `values`, whatever was there.
    pub fn of(values: Table) -> Self {
        Self {
            values,
            ..Self::default()
        }
    }

    fn keys(&self) -> impl Iterator<Item = &String> {
        self.values.keys().chain(&self.forgotten)
    }
}

/// Why a setting stays as it is.
#[derive(Debug)]
pub enum SettingRefusal {
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
    /// These were changed since they were seen.
    Stale(Vec<String>),
    /// The database did not do it.
    Fault(AppError),
}

impl fmt::Display for SettingRefusal {
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
            Self::Stale(keys) => write!(f, "meanwhile somebody changed: {}", keys.join(", ")),
            Self::Fault(fault) => write!(f, "the database did not do it ({fault:?})"),
        }
    }
}

impl std::error::Error for SettingRefusal {}

impl From<AppError> for SettingRefusal {
    fn from(fault: AppError) -> Self {
        Self::Fault(fault)
    }
}

/// A setting as it is stored.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredSetting {
    /// What it is.
    pub value: Value,
    /// Another one after each change; none ever comes back.
    pub version: i64,
}

/// Every setting that is stored.
pub async fn all(db: &impl ConnectionTrait) -> Result<Table, AppError> {
    let stored = with_versions(db).await?;
    Ok(stored
        .into_iter()
        .map(|(key, it)| (key, it.value))
        .collect())
}

/// Every setting that is stored, by key, with its version.
pub async fn with_versions(
    db: &impl ConnectionTrait,
) -> Result<BTreeMap<String, StoredSetting>, AppError> {
    const ALL: &str = "SELECT key, value, version FROM settings ORDER BY key";
    let rows = db.query_all_raw(statement(db, ALL, [])).await?;
    let mut stored = BTreeMap::new();
    for row in rows {
        let (key, json): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let value: Value = serde_json::from_str(&json).map_err(AppError::internal)?;
        let version = row.try_get_by_index(2)?;
        stored.insert(key, StoredSetting { value, version });
    }
    Ok(stored)
}

/// Makes `edit` at `now`, all of it or nothing, if the shop can be run with it and what is `given`, and notes in the log that
/// `actor` did; returns the settings as they are then.
pub async fn change(
    db: &Db,
    given: &SettingSources,
    edit: &Edit,
    actor: &Actor,
    now: i64,
) -> Result<Config, SettingRefusal> {
    for key in edit.keys() {
        check_key(given, key)?;
    }
    retried(|| attempt(db, given, edit, actor, now)).await?
}

fn check_key(given: &SettingSources, key: &str) -> Result<(), SettingRefusal> {
    let key = key.to_owned();
    if !is_of_store(&key) {
        return Err(SettingRefusal::NotOfStore(key));
    }
    match given.source(&key) {
        Some(source) => Err(SettingRefusal::SetElsewhere {
            source: source.to_owned(),
            key,
        }),
        None => Ok(()),
    }
}

async fn attempt(
    db: &Db,
    given: &SettingSources,
    edit: &Edit,
    actor: &Actor,
    now: i64,
) -> Result<Result<Config, SettingRefusal>, AppError> {
    let tx = db.begin().await?;
    // Two changes that fit alone need not fit together.
    version::lock(&tx).await?;
    // Before they are read: that one of these cannot be read is no reason to keep it.
    let before = before(&tx, edit).await?;
    forget(&tx, &edit.forgotten).await?;
    let mut stored = with_versions(&tx).await?;
    let stale = stale(&before, edit);
    if !stale.is_empty() {
        return Ok(Err(SettingRefusal::Stale(stale)));
    }
    let mut table: Table = stored
        .iter()
        .map(|(key, it)| (key.clone(), it.value.clone()))
        .collect();
    table.extend(edit.values.clone());
    let config = match given.config(&table) {
        Ok(config) => config,
        Err(error) => return Ok(Err(SettingRefusal::Wrong(error))),
    };
    if let Some((key, value)) = edit.values.iter().find(|(_, value)| !is_kept_whole(value)) {
        let why = "expected numbers that are finite";
        return Ok(Err(SettingRefusal::Wrong(ConfigError::new(
            key, value, why,
        ))));
    }
    // What is not other than it was stays of its version, and is no news.
    stored.retain(|key, it| edit.values.get(key) == Some(&it.value));
    let news = edit
        .values
        .iter()
        .filter(|(key, _)| !stored.contains_key(*key));
    let news: Table = news
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    put(&tx, &news, now).await?;
    note(&tx, &before, edit, &news, actor, now).await?;
    for key in &edit.published {
        drafts::end(&tx, drafts::DraftKind::Setting, key).await?;
    }
    version::touch_texts(&tx).await?;
    tx.commit().await?;
    Ok(Ok(config))
}

/// What is stored at the keys of `edit`: as text, and its version.
async fn before(
    tx: &DatabaseTransaction,
    edit: &Edit,
) -> Result<BTreeMap<String, (String, i64)>, AppError> {
    const ONE: &str = "SELECT value, version FROM settings WHERE key = $1";
    let mut found = BTreeMap::new();
    for key in edit.keys() {
        let one = statement(tx, ONE, [key.as_str().into()]);
        if let Some(row) = tx.query_one_raw(one).await? {
            let it = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            found.insert(key.clone(), it);
        }
    }
    Ok(found)
}

/// The keys whose version is another one than was seen.
fn stale(before: &BTreeMap<String, (String, i64)>, edit: &Edit) -> Vec<String> {
    let is_stale = |key: &&String| {
        let version = before.get(*key).map_or(0, |(_, version)| *version);
        edit.seen.get(*key).is_some_and(|seen| *seen != version)
    };
    edit.keys().filter(is_stale).cloned().collect()
}

/// Notes in the log each setting that is other than it was.
async fn note(
    tx: &DatabaseTransaction,
    before: &BTreeMap<String, (String, i64)>,
    edit: &Edit,
    news: &Table,
    actor: &Actor,
    now: i64,
) -> Result<(), AppError> {
    let forgotten = edit
        .forgotten
        .iter()
        .filter(|key| before.contains_key(*key));
    for key in news.keys().chain(forgotten) {
        let was = before.get(key).map(|(json, _)| {
            serde_json::from_str(json).unwrap_or_else(|_| serde_json::Value::from(json.as_str()))
        });
        let is = news.get(key).map(serde_json::to_value).transpose();
        let is = is.map_err(AppError::internal)?;
        let entry = Entry {
            before: was.as_ref(),
            after: is.as_ref(),
            ..Entry::of(CHANGED, key)
        };
        audit::record(tx, actor, entry, now).await?;
    }
    Ok(())
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
    // By the clock, so that the version of a setting that was reset meanwhile does not come back.
    const PUT: &str = "INSERT INTO settings (key, value, version, changed_at) VALUES ($1, $2, $3, $3) \
        ON CONFLICT (key) DO UPDATE SET value = $2, changed_at = $3, \
        version = CASE WHEN settings.version < $3 THEN $3 ELSE settings.version + 1 END";
    for (key, value) in values {
        let json = serde_json::to_string(value).map_err(AppError::internal)?;
        let row = [key.as_str().into(), json.into(), now.into()];
        tx.execute_raw(statement(tx, PUT, row)).await?;
    }
    Ok(())
}
