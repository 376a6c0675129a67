//! The database: one file of `SQLite`, or a `PostgreSQL` that several instances of the shop share.
//!
//! The URL's scheme chooses the engine when the shop starts; what either wants for itself is in its own
//! file here, and everything else asks the same questions of both.

pub mod commit_cache;
pub mod conditions;
mod exclusive;
mod fault;
pub mod keyset;
pub mod postgres;
mod schema;
mod scratch;
pub mod sqlite;
pub mod tables;
pub mod word_search;

pub use exclusive::ExclusiveWork;
pub use fault::{is_unavailable, retried};
pub use schema::SchemaChange;
pub use scratch::Scratch;

use super::metrics;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait, Value,
    sea_query::{LikeExpr, SimpleExpr},
};
use std::time::{Duration, Instant};

/// Bounds on what the shop asks of its database.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long a statement waits for a connection, and for somebody else's write.
    pub wait: Duration,
    /// How long one statement may take; `SQLite` has no such bound.
    pub statement: Duration,
    /// Most connections to a server; 0 is two a core.
    pub connections: u32,
}

impl Limits {
    /// Most connections, the default counted out.
    fn connections(&self) -> u32 {
        match self.connections {
            0 => {
                let cores = std::thread::available_parallelism().map_or(2, usize::from);
                u32::try_from(cores * 2).unwrap_or(4)
            }
            chosen => chosen,
        }
    }
}

/// Connections to the shop's database.
#[derive(Clone, Debug)]
pub struct Db {
    /// For reading.
    pub read: DatabaseConnection,
    /// For single statements that write.
    pub write: DatabaseConnection,
    /// Sees whether anybody wrote, where a file is read.
    watch: Option<commit_cache::Watch>,
}

impl Db {
    /// Opens the database at `url`: `sqlite:path`, whose file is made if missing, or
    /// `postgres://user:password@host/name`.
    pub async fn open(url: &str, limits: Limits) -> Result<Self, DbErr> {
        if is_postgres(url) {
            postgres::open(url, limits).await
        } else {
            sqlite::open(url, limits).await
        }
    }

    /// Starts a transaction that writes.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        // PostgreSQL has no such mode; there, what a decision is based on is locked where it is read.
        let immediate = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        };
        let began = Instant::now();
        let tx = self.write.begin_with_options(immediate).await?;
        metrics::waited_for_database(began.elapsed());
        Ok(tx)
    }

    /// Whether several instances may share this database.
    pub fn is_shared(&self) -> bool {
        self.write.get_database_backend() == DatabaseBackend::Postgres
    }

    /// Whether the database takes what is written: a row is, and it is on the disk.
    pub async fn check(&self) -> Result<(), DbErr> {
        const NOTE: &str = "INSERT INTO health (id, checks) VALUES (1, 1) \
            ON CONFLICT (id) DO UPDATE SET checks = health.checks + 1";
        let tx = self.begin().await?;
        tx.execute_raw(statement(&tx, NOTE, [])).await?;
        tx.commit().await
    }

    /// Bytes that the database takes, on whichever machine it is.
    pub async fn size(&self) -> Result<u64, DbErr> {
        let size = if self.is_shared() {
            postgres::SIZE
        } else {
            sqlite::SIZE
        };
        let row = self
            .read
            .query_one_raw(statement(&self.read, size, []))
            .await?;
        let bytes: Option<i64> = row.map(|row| row.try_get_by_index(0)).transpose()?;
        Ok(bytes.unwrap_or_default().unsigned_abs())
    }

    /// The name of the last change of the database's shape; empty if there was none.
    pub async fn shape(&self) -> Result<String, DbErr> {
        const LAST: &str = "SELECT MAX(version) FROM seaql_migrations";
        let row = self
            .read
            .query_one_raw(statement(&self.read, LAST, []))
            .await?;
        let name: Option<Option<String>> = row.map(|row| row.try_get_by_index(0)).transpose()?;
        Ok(name.flatten().unwrap_or_default())
    }

    /// Closes every connection, so that `SQLite`'s write-ahead log is folded into the database file.
    pub async fn close(self) {
        // Whoever only reads folds nothing: the last to close is one who writes.
        if let Some(watch) = &self.watch {
            watch.end();
        }
        for connection in [self.read, self.write] {
            if let Err(error) = connection.close().await {
                tracing::warn!(%error, "closing the database");
            }
        }
    }
}

/// Whether `url` names a server of `PostgreSQL`.
pub fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

/// `url` without its password, for people and logs.
pub fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    match rest.rsplit_once('@') {
        Some((user, host)) => {
            let user = user.split(':').next().unwrap_or_default();
            format!("{scheme}://{user}@{host}")
        }
        None => url.to_owned(),
    }
}

/// `sql` with `values` for its `$1`, `$2` and on, as the engine of `db` wants it.
pub fn statement<const N: usize>(
    db: &impl ConnectionTrait,
    sql: &str,
    values: [Value; N],
) -> Statement {
    Statement::from_sql_and_values(db.get_database_backend(), sql, values)
}

/// Whether `column` holds `text`, letter by letter.
pub fn holds(column: impl ColumnTrait, text: &str) -> SimpleExpr {
    let mut pattern = String::from("%");
    for letter in text.chars() {
        // Else it would stand for any text, and a backslash for different things to either engine.
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    column.like(LikeExpr::new(pattern).escape('\\'))
}

/// Lets generated ids of `table` follow those that were given, after one was.
pub async fn follow_given_ids(tx: &impl ConnectionTrait, table: &str) -> Result<(), DbErr> {
    match tx.get_database_backend() {
        DatabaseBackend::Postgres => postgres::follow_given_ids(tx, &[table]).await,
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_not_shown() {
        for (url, shown) in [
            ("sqlite:shop.db", "sqlite:shop.db"),
            (
                "postgres://shop:p@ss:w@db.example/shop?sslmode=require",
                "postgres://shop@db.example/shop?sslmode=require",
            ),
            ("postgres://db.example/shop", "postgres://db.example/shop"),
        ] {
            assert_eq!(without_password(url), shown);
        }
    }
}
