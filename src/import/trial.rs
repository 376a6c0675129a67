//! A copy of the shop for a dry run: nothing of it remains.

use crate::{base::error::AppError, platform::db::Db};
use sea_orm::{ConnectionTrait, Statement};
use std::{io, path::PathBuf, time::Duration};
use tempfile::TempDir;

/// The copy has no other user to wait for.
const PATIENCE: Duration = Duration::from_secs(1);

/// A copy of a database, and room for pictures; both go with it.
pub struct Trial {
    /// The copy.
    pub db: Db,
    dir: TempDir,
}

impl Trial {
    /// A copy of `db`, which goes on serving meanwhile.
    pub async fn of(db: &Db) -> Result<Self, AppError> {
        let dir = TempDir::with_prefix("awning-dry-run-").map_err(|error| no_room(&error))?;
        let file = dir.path().join("shop.db").display().to_string();
        let copy = Statement::from_sql_and_values(
            db.read.get_database_backend(),
            "VACUUM INTO $1",
            [file.clone().into()],
        );
        db.read.execute_raw(copy).await?;
        let db = Db::open(&format!("sqlite:{file}"), PATIENCE).await?;
        Ok(Self { db, dir })
    }

    /// Where its pictures go.
    pub fn images(&self) -> PathBuf {
        self.dir.path().join("images")
    }

    /// Takes the copy away.
    pub async fn end(self) {
        self.db.close().await;
    }
}

fn no_room(error: &io::Error) -> AppError {
    tracing::error!(%error, "there is no directory for a dry run; TMPDIR may name one");
    AppError::Internal
}
