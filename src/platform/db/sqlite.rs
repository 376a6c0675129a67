//! `SQLite`: one writer, many readers.
//!
//! It takes one writer at a time. A transaction that starts as a reader and then writes fails at once
//! with `BUSY_SNAPSHOT`, whatever the busy timeout; so writes have a pool of one connection and begin
//! IMMEDIATE. A commit is on the disk before it is answered: what a shopper was told, a lost machine does
//! not take back.

use super::{Db, Limits, commit_cache::Watch, fault::not_connected};
use futures::FutureExt;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbErr, SqlxError, SqlxSqliteConnector,
    sqlx::{
        ConnectOptions, Connection, SqliteConnection,
        sqlite::{
            SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
            SqliteSynchronous,
        },
    },
};
use std::{
    fs::File,
    path::{Path, PathBuf},
    str::FromStr,
    time::Duration,
};

/// A pool for writing and one for reading.
pub(super) async fn open(url: &str, limits: Limits) -> Result<Db, DbErr> {
    Ok(Db {
        write: pool(url, writer(), limits).await?,
        read: pool(url, readers(limits), limits).await?,
        watch: Watch::of(&file(url)?),
    })
}

/// A single connection for changes of the database's shape.
pub(super) async fn open_for_schema(
    url: &str,
    limits: Limits,
) -> Result<DatabaseConnection, DbErr> {
    pool(url, writer(), limits).await
}

/// Copies the whole database, as it is at one moment, into the new file `to`.
pub async fn copy(db: &DatabaseConnection, to: &Path) -> Result<(), DbErr> {
    let copy = super::statement(db, "VACUUM INTO $1", [to.display().to_string().into()]);
    db.execute_raw(copy).await.map(drop)
}

/// Checks that the database in `file` is whole; what is wrong with it in words.
pub async fn check(file: &Path) -> Result<(), String> {
    let wrong = |what: String| format!("{} is no whole database: {what}", file.display());
    let options = SqliteConnectOptions::new().filename(file).read_only(true);
    let opened = options.connect().await;
    let mut connection = opened.map_err(|error| wrong(error.to_string()))?;
    let checked: Result<String, _> = integrity(&mut connection).await;
    let found = checked.map_err(|error| wrong(error.to_string()))?;
    connection
        .close()
        .await
        .map_err(|error| wrong(error.to_string()))?;
    match found.as_str() {
        "ok" => Ok(()),
        _ => Err(wrong(found)),
    }
}

async fn integrity(connection: &mut SqliteConnection) -> Result<String, SqlxError> {
    use sea_orm::sqlx::{Row, query};
    let row = query("PRAGMA integrity_check")
        .fetch_one(connection)
        .await?;
    row.try_get(0)
}

/// The file of the database at `url`.
pub fn file(url: &str) -> Result<PathBuf, DbErr> {
    let options = SqliteConnectOptions::from_str(url).map_err(not_connected)?;
    Ok(options.get_filename().to_owned())
}

/// Keeps other processes from changing the shape of the database at `url` until it is dropped; `None`
/// where it is in memory.
///
/// The directory is locked, not the file: `SQLite` loses its own locks on a file that the process opens
/// once more and closes.
pub(super) async fn lock_schema(url: &str) -> Result<Option<File>, DbErr> {
    let file = file(url)?;
    let directory = match file.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => return Ok(None),
    };
    let Ok(directory) = File::open(directory) else {
        return Ok(None);
    };
    let locked = tokio::task::spawn_blocking(move || {
        rustix::fs::flock(&directory, rustix::fs::FlockOperation::LockExclusive).map(|()| directory)
    });
    match locked.await {
        Ok(Ok(directory)) => Ok(Some(directory)),
        // A file system without such locks: one process at a time is the operator's care there.
        Ok(Err(error)) => {
            tracing::warn!(%error, "the database's directory cannot be locked");
            Ok(None)
        }
        Err(error) => Err(DbErr::Custom(error.to_string())),
    }
}

/// One connection, which must be in no transaction whenever it is taken.
fn writer() -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(1)
        .min_connections(1)
        .before_acquire(|connection, _| is_free(connection).boxed())
        .after_release(|connection, _| is_free(connection).boxed())
}

/// Two connections a core; nobody begins a transaction on one, so none is asked whether it is free.
fn readers(limits: Limits) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(limits.connections())
        .min_connections(limits.connections())
}

async fn pool(
    url: &str,
    pool: SqlitePoolOptions,
    limits: Limits,
) -> Result<DatabaseConnection, DbErr> {
    let options = SqliteConnectOptions::from_str(url)
        .map_err(not_connected)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(limits.wait)
        .disable_statement_logging();
    let pool: SqlitePool = pool
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(limits.wait + Duration::from_secs(1))
        .test_before_acquire(false)
        .connect_with(options)
        .await
        .map_err(not_connected)?;
    Ok(SqlxSqliteConnector::from_sqlx_sqlite_pool(pool))
}

/// Whether the connection is in no transaction; one that is gets closed, and a new one opened.
///
/// `SQLite` rolls back by itself when the disk is full or fails. The driver's own ROLLBACK fails then,
/// and it goes on counting a transaction: whatever is begun later would be a savepoint in it, which
/// answers as if it were stored, and is gone with the process.
async fn is_free(connection: &mut SqliteConnection) -> Result<bool, SqlxError> {
    // A rollback that a dropped transaction asked for is done before the ping is answered.
    connection.ping().await?;
    let free = !connection.is_in_transaction();
    if !free {
        tracing::error!("a transaction was not rolled back; its connection is closed");
    }
    Ok(free)
}

/// Table, column, declared type and place in the primary key (0: none) of every column. Those of the
/// full-text index are its own affair.
pub(super) const COLUMNS: &str = "SELECT t.name, c.name, c.type, c.pk FROM sqlite_master t, pragma_table_info(t.name) c \
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE 'product_search%' \
    AND t.name NOT LIKE 'product_words%' AND t.name NOT LIKE 'order_search%' AND t.name NOT LIKE 'product_find%' \
    AND t.name NOT LIKE 'customer_search%' AND t.name <> 'seaql_migrations' ORDER BY t.name, c.cid";

/// Bytes of the database's file, what is free in it included.
pub(super) const SIZE: &str =
    "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
