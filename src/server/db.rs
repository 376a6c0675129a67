//! The database: one writer, many readers.
//!
//! `SQLite` takes one writer at a time. A transaction that starts as a reader and then writes fails
//! at once with `BUSY_SNAPSHOT`, whatever the busy timeout; so writes have a pool of one connection
//! and begin IMMEDIATE. A commit is on the disk before it is answered: what a shopper was told, a lost
//! machine does not take back.

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbErr,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
    sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous},
};
use std::time::Duration;

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
        let write = Database::connect(options(url, 1, busy_timeout)).await?;
        let readers = std::thread::available_parallelism()
            .map_or(4, |cores| u32::try_from(cores.get() * 2).unwrap_or(4));
        let read = Database::connect(options(url, readers, busy_timeout)).await?;
        Ok(Self { read, write })
    }

    /// Starts a transaction that writes.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let immediate = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        self.write.begin_with_options(immediate).await
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<(), DbErr> {
        let statement = Statement::from_string(
            self.read.get_database_backend(),
            "SELECT count(*) FROM seaql_migrations",
        );
        self.read.query_one_raw(statement).await.map(drop)
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

fn options(url: &str, connections: u32, busy_timeout: Duration) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(connections)
        .idle_timeout(None)
        .max_lifetime(None)
        .acquire_timeout(busy_timeout + Duration::from_secs(1))
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            sqlite
                .create_if_missing(true)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(busy_timeout)
        });
    options
}

/// Whether the error says that somebody else holds the database.
pub fn is_busy(error: &DbErr) -> bool {
    let text = error.to_string();
    text.contains("database is locked")
        || text.contains("database table is locked")
        || text.contains("(code: 5)")
}
