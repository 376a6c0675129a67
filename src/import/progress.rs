//! How far an import is, for whoever looks on.

use super::record::Refusal;
use crate::{base::error::AppError, platform::audit::Actor};
use async_trait::async_trait;
use sea_orm::DatabaseTransaction;
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

/// What an import did so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// Records of the file that are done, refused ones too.
    pub records: u64,
    /// Products and categories that are new.
    pub created: u64,
    /// Those that changed.
    pub updated: u64,
    /// Those that were just so.
    pub unchanged: u64,
    /// Rows that were not taken, or not wholly.
    pub refused: u64,
    /// Columns that hold something and are not taken.
    pub untaken: Vec<String>,
}

/// Who looks on at an import.
#[async_trait]
pub trait Observer: Send + Sync {
    /// Told how many bytes were read, by the thread that reads.
    fn read(&self, _bytes: u64) {}

    /// Told how many records were looked at; they may not be written yet.
    fn reached(&self, _records: u64) {}

    /// Whose file it is.
    fn actor(&self) -> Actor {
        Actor::command_line()
    }

    /// How far it was before: records that are done are passed over, and it counts on from there.
    /// Asked when nobody else is at an import any more.
    async fn begun(&self) -> Result<Progress, AppError> {
        Ok(Progress::default())
    }

    /// Cancelled when it is to stop; the batch that is being written is finished.
    fn stop(&self) -> CancellationToken {
        CancellationToken::new()
    }

    /// Keeps how far it is and what was refused since, in the transaction that writes the batch, so that both hold or neither;
    /// a trial has none. Returns `true` if what was refused is kept: the report need not hold it.
    async fn keep(
        &self,
        _tx: Option<&DatabaseTransaction>,
        _progress: &Progress,
        _refused: &[Refusal],
    ) -> Result<bool, AppError> {
        Ok(false)
    }
}
