//! The backups in the settings' directory: which there are, and when the last was made.

use super::db::statement;
use crate::base::{date, error::AppError};
use sea_orm::ConnectionTrait;
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

/// How every backup's name begins; its day follows.
pub const PREFIX: &str = "awning-";
/// The kind of the job that makes one a day.
pub const KIND: &str = "backup";
/// How old the last one may be without anybody being warned.
const OLD: i64 = 2 * date::DAY;

/// How a shop stands with its backups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backups {
    /// None are made.
    NotSetUp,
    /// They are to be made, and there is none yet.
    None,
    /// When the last was made, in UNIX seconds.
    Last(i64),
}

impl Backups {
    /// How the shop stands that keeps its backups in `directory`; on a database that several instances share, another one
    /// may have made the last, elsewhere.
    pub async fn of(db: &impl ConnectionTrait, directory: &str) -> Result<Self, AppError> {
        const DONE: &str = "SELECT MAX(done_at) FROM jobs WHERE kind = $1 AND error IS NULL";
        if directory.is_empty() {
            return Ok(Self::NotSetUp);
        }
        let row = db.query_one_raw(statement(db, DONE, [KIND.into()])).await?;
        let row = row.ok_or(AppError::Internal)?;
        let done: Option<i64> = row.try_get_by_index(0)?;
        let last = done.max(last(Path::new(directory)));
        Ok(last.map_or(Self::None, Self::Last))
    }

    /// What there is to warn of at `now`, if anything.
    pub fn warning(self, now: i64) -> Option<String> {
        match self {
            Self::NotSetUp => {
                Some("No backups are made: if this machine breaks, your shop is gone.".to_owned())
            }
            Self::None => Some("There is no backup yet.".to_owned()),
            Self::Last(at) if now - at > OLD => Some(format!(
                "The last backup is {} days old.",
                (now - at) / date::DAY
            )),
            Self::Last(_) => None,
        }
    }
}

/// When the last backup in `directory` was written, in UNIX seconds; `None` if there is none.
pub fn last(directory: &Path) -> Option<i64> {
    let files = all(directory).ok()?;
    let (_, last) = files.last()?;
    let written = fs::metadata(last).ok()?.modified().ok()?;
    let since = written.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok()
}

/// The backups in `directory`, each with its day (counted from 1970), the oldest first.
pub fn all(directory: &Path) -> io::Result<Vec<(i64, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let day = name.and_then(|name| {
            let (day, ending) = name.strip_prefix(PREFIX)?.split_once('.')?;
            date::start_of(day).filter(|_| matches!(ending, "db" | "dump"))
        });
        found.extend(day.map(|start| (start / date::DAY, path.clone())));
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_no_fresh_backup_is_warned() {
        let now = 100 * date::DAY;
        assert!(Backups::NotSetUp.warning(now).is_some() && Backups::None.warning(now).is_some());
        assert_eq!(Backups::Last(now - 2 * date::DAY).warning(now), None);
        let old = Backups::Last(now - 5 * date::DAY).warning(now);
        assert_eq!(old.as_deref(), Some("The last backup is 5 days old."));
    }
}
