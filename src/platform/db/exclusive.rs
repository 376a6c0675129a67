//! Work that one process does at a time, such as an import.

use super::Db;
use sea_orm::{
    DbErr, RuntimeErr, SqlxError,
    sqlx::{
        Postgres,
        pool::PoolConnection,
        postgres::{PgAdvisoryLock, PgAdvisoryLockGuard},
    },
};
use std::{sync::Arc, time::Duration};

/// Pause between two attempts to get the lock.
const LOOK_EVERY: Duration = Duration::from_millis(200);

/// The right to do a kind of work alone, until it is dropped.
///
/// `SQLite` needs none: its one writer does a transaction at a time, and one process has it.
#[must_use]
pub struct ExclusiveWork(#[expect(dead_code, reason = "held for its end")] Option<Held>);

type Held = PgAdvisoryLockGuard<PoolConnection<Postgres>>;

impl Db {
    /// Waits until nobody else does `work` on this database.
    pub async fn alone(&self, work: &str) -> Result<ExclusiveWork, DbErr> {
        if !self.is_shared() {
            return Ok(ExclusiveWork(None));
        }
        let lock = PgAdvisoryLock::new(format!("awning {work}"));
        let pool = self.write.get_postgres_connection_pool();
        let mut connection = pool.acquire().await.map_err(failed)?;
        let mut is_told = false;
        loop {
            use sea_orm::sqlx::Either;
            connection = match lock.try_acquire(connection).await.map_err(failed)? {
                Either::Left(held) => return Ok(ExclusiveWork(Some(held))),
                Either::Right(free) => free,
            };
            if !std::mem::replace(&mut is_told, true) {
                tracing::info!(work, "another instance does it; waiting");
            }
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }
}

fn failed(error: SqlxError) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(Arc::new(error)))
}
