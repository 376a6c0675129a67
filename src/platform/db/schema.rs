//! Changing the database's shape: one process at a time.

use super::{Limits, is_postgres, postgres, sqlite};
use sea_orm::{DatabaseConnection, DbErr};
use std::{fs::File, time::Duration};

/// Pause between two attempts to get the lock.
const LOOK_EVERY: Duration = Duration::from_millis(200);
/// "awning" in letters of eight bits: no other program's lock on the same server.
const LOCK: i64 = 0x6177_6e69_6e67;

/// The right to change the shape of a database, and the connection to do it on.
pub struct SchemaChange {
    /// The connection; there is no other.
    pub connection: DatabaseConnection,
    _lock: Option<File>,
}

impl SchemaChange {
    /// Waits until no other process changes the shape of the database at `url`.
    pub async fn begin(url: &str, limits: Limits) -> Result<Self, DbErr> {
        if !is_postgres(url) {
            let lock = sqlite::lock_schema(url).await?;
            return Ok(Self {
                connection: sqlite::open_for_schema(url, limits).await?,
                _lock: lock,
            });
        }
        let connection = postgres::open_for_schema(url).await?;
        let mut is_told = false;
        while !postgres::try_lock(&connection, LOCK).await? {
            if !std::mem::replace(&mut is_told, true) {
                tracing::info!("another instance changes the database's shape; waiting");
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
        Ok(Self {
            connection,
            _lock: None,
        })
    }

    /// Lets the next one go on.
    pub async fn end(self) -> Result<(), DbErr> {
        self.connection.close().await
    }
}
