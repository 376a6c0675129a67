//! A copy of the catalogue for a dry run: nothing of it remains.

use super::{Db, Limits, postgres, sqlite};
use crate::base::error::AppError;
use std::{io, path::Path, path::PathBuf, time::Duration};
use tempfile::TempDir;

/// The copy has no other user to wait for.
const LIMITS: Limits = Limits {
    wait: Duration::from_secs(1),
    statement: Duration::ZERO,
    connections: 0,
};

/// A copy of a database, and room for files; both go with it.
pub struct Scratch {
    /// The copy.
    pub db: Db,
    dir: TempDir,
}

impl Scratch {
    /// A copy of `db`, which goes on serving meanwhile: of all of it, or where that is a server's, of
    /// `tables` and of the shape of those that are `empty` in it.
    pub async fn of(db: &Db, tables: &[&str], empty: &[&str]) -> Result<Self, AppError> {
        let dir = TempDir::with_prefix("awning-dry-run-").map_err(|error| no_room(&error))?;
        let db = if db.is_shared() {
            let copy = postgres::shadow(db, tables, empty).await?;
            postgres::follow_given_ids(&copy.write, &["products", "variations", "jobs"]).await?;
            copy
        } else {
            let file = dir.path().join("shop.db");
            sqlite::copy(&db.read, &file).await?;
            sqlite::open(&format!("sqlite:{}", file.display()), LIMITS).await?
        };
        Ok(Self { db, dir })
    }

    /// The directory for its files.
    pub fn directory(&self) -> &Path {
        self.dir.path()
    }

    /// The place of its pictures.
    pub fn images(&self) -> PathBuf {
        self.directory().join("images")
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
