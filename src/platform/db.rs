//! The database: one writer, many readers.
//!
//! `SQLite` takes one writer at a time. A transaction that starts as a reader and then writes fails
//! at once with `BUSY_SNAPSHOT`, whatever the busy timeout; so writes have a pool of one connection
//! and begin IMMEDIATE. A commit is on the disk before it is answered: what a shopper was told, a lost
//! machine does not take back.

use crate::base::error::AppError;
use futures::FutureExt;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, RuntimeErr,
    SqliteTransactionMode, SqlxError, SqlxSqliteConnector, Statement, TransactionOptions,
    TransactionTrait, Value,
    sqlx::{
        ConnectOptions, Connection, SqliteConnection,
        sqlite::{
            SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
            SqliteSynchronous,
        },
    },
};
use std::{str::FromStr, sync::Arc, time::Duration};

/// Connections to the shop's database.
#[derive(Clone, Debug)]
pub struct Db {
    /// For reading.
    pub read: DatabaseConnection,
    /// For single statements that write.
    pub write: DatabaseConnection,
}

impl Db {
    /// Opens the database at `url` (`sqlite:path` or `sqlite::memory:`), making the file if missing.
    pub async fn open(url: &str, busy_timeout: Duration) -> Result<Self, DbErr> {
        Ok(Self {
            write: pool(url, writer(), busy_timeout).await?,
            read: pool(url, readers(), busy_timeout).await?,
        })
    }

    /// Starts a transaction that writes.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let immediate = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        self.write.begin_with_options(immediate).await
    }

    /// Whether the database takes what is written: a row is, and it is on the disk.
    pub async fn check(&self) -> Result<(), DbErr> {
        const NOTE: &str = "INSERT INTO health (id, checks) VALUES (1, 1) \
            ON CONFLICT (id) DO UPDATE SET checks = health.checks + 1";
        let note = Statement::from_string(self.write.get_database_backend(), NOTE);
        let tx = self.begin().await?;
        tx.execute_raw(note).await?;
        tx.commit().await
    }

    /// Closes every connection, so that the write-ahead log is folded into the database file.
    pub async fn close(self) {
        for connection in [self.read, self.write] {
            if let Err(error) = connection.close().await {
                tracing::warn!(%error, "closing the database");
            }
        }
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
fn readers() -> SqlitePoolOptions {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    let readers = u32::try_from(cores * 2).unwrap_or(4);
    SqlitePoolOptions::new()
        .max_connections(readers)
        .min_connections(readers)
}

async fn pool(
    url: &str,
    pool: SqlitePoolOptions,
    busy_timeout: Duration,
) -> Result<DatabaseConnection, DbErr> {
    let failed = |error: SqlxError| DbErr::Conn(RuntimeErr::SqlxError(Arc::new(error)));
    let options = SqliteConnectOptions::from_str(url)
        .map_err(failed)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(busy_timeout)
        .disable_statement_logging();
    let pool: SqlitePool = pool
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(busy_timeout + Duration::from_secs(1))
        .test_before_acquire(false)
        .connect_with(options)
        .await
        .map_err(failed)?;
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

/// `sql` with `values` for its `$1`, `$2` and on, as the engine of `db` wants it.
pub fn statement<const N: usize>(
    db: &impl ConnectionTrait,
    sql: &str,
    values: [Value; N],
) -> Statement {
    Statement::from_sql_and_values(db.get_database_backend(), sql, values)
}

impl From<DbErr> for AppError {
    fn from(error: DbErr) -> Self {
        tracing::error!(%error, "database");
        if is_unavailable(&error) {
            Self::Unavailable
        } else {
            Self::Internal
        }
    }
}

/// Whether the database cannot do it now, and may later: another process holds it, or the disk is
/// full, read-only or failing.
pub fn is_unavailable(error: &DbErr) -> bool {
    use sea_orm::sqlx::error::Error;
    let cause = match error {
        DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause)) => {
            cause
        }
        other => return matches!(other, DbErr::Conn(_) | DbErr::ConnectionAcquire(_)),
    };
    match &**cause {
        Error::Database(fault) => {
            let code = fault.code().and_then(|code| code.parse::<i32>().ok());
            // The low byte of SQLite's extended codes is the primary one.
            code.is_some_and(|code| UNAVAILABLE.contains(&(code & 0xff)))
        }
        Error::Io(_) | Error::PoolTimedOut | Error::PoolClosed | Error::WorkerCrashed => true,
        _ => false,
    }
}

/// `SQLite`'s BUSY, LOCKED, READONLY, IOERR, FULL and CANTOPEN.
const UNAVAILABLE: [i32; 6] = [5, 6, 8, 10, 13, 14];
