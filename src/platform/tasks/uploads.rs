//! Files that staff sent and a task is about, in a folder beside the files that are sold. Instances of a shop share that
//! directory; one that does not see a file leaves its task to another.

use crate::platform::files::Files;
use nanoid::nanoid;
use rustix::fs::statvfs;
use std::{
    fs, io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};
use tempfile::{NamedTempFile, TempPath};
use tokio::io::AsyncWriteExt;

/// How a file is called that is kept.
const END: &str = ".upload";

/// The folder of the uploads.
#[derive(Clone, Debug)]
pub struct Uploads(PathBuf);

/// A file that is being sent. Dropped, nothing is left of it.
pub struct Receiving {
    file: tokio::fs::File,
    path: TempPath,
    folder: PathBuf,
    size: u64,
}

/// A file that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Its name in the folder.
    pub file: String,
    /// How many bytes.
    pub size: u64,
}

impl Uploads {
    /// The uploads beside `files`.
    pub fn next_to(files: &Files) -> Self {
        Self(files.path("uploads"))
    }

    /// Where the file called `file` is.
    pub fn path(&self, file: &str) -> PathBuf {
        self.0.join(file)
    }

    /// How many bytes there is room for, if the system says so.
    pub fn room(&self) -> Option<u64> {
        fs::create_dir_all(&self.0).ok()?;
        let space = statvfs(&self.0).ok()?;
        Some(space.f_bavail.saturating_mul(space.f_frsize))
    }

    /// Begins to take a file.
    pub fn receive(&self) -> io::Result<Receiving> {
        fs::create_dir_all(&self.0)?;
        let (file, path) = NamedTempFile::with_prefix_in("part-", &self.0)?.into_parts();
        Ok(Receiving {
            file: tokio::fs::File::from_std(file),
            path,
            folder: self.0.clone(),
            size: 0,
        })
    }

    /// Deletes it; that it is not there is no fault.
    pub fn delete(&self, file: &str) {
        match fs::remove_file(self.path(file)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(%error, file, "an upload stays");
            }
            _ => {}
        }
    }

    /// Deletes uploads that are not `wanted` and were not written to for `longest`; returns their number.
    pub fn sweep(&self, wanted: &[String], longest: Duration) -> io::Result<u64> {
        let entries = match fs::read_dir(&self.0) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
            entries => entries?,
        };
        let mut swept = 0;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_old = is_old(&entry.path(), longest).unwrap_or(false);
            if is_old && !wanted.contains(&name) {
                self.delete(&name);
                swept += 1;
            }
        }
        Ok(swept)
    }
}

fn is_old(path: &Path, longest: Duration) -> io::Result<bool> {
    let changed = fs::metadata(path)?.modified()?;
    let age = SystemTime::now().duration_since(changed);
    Ok(age.is_ok_and(|age| age > longest))
}

impl Receiving {
    /// Takes what comes next.
    pub async fn write(&mut self, part: &[u8]) -> io::Result<()> {
        self.file.write_all(part).await?;
        self.size += u64::try_from(part.len()).unwrap_or(0);
        Ok(())
    }

    /// Keeps it: it is on the disk then.
    pub async fn keep(mut self) -> io::Result<Upload> {
        self.file.flush().await?;
        self.file.sync_all().await?;
        let file = nanoid!() + END;
        self.path.persist(self.folder.join(&file))?;
        Ok(Upload {
            file,
            size: self.size,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_is_there_once_it_is_kept_and_gone_with_its_task() {
        let dir = tempfile::tempdir().expect("a directory");
        let uploads = Uploads::next_to(&Files::new(&dir.path().display().to_string()));
        let count = || fs::read_dir(&uploads.0).map_or(0, Iterator::count);
        let mut cut_off = uploads.receive().expect("begun");
        cut_off.write(b"half of").await.expect("written");
        assert_eq!(count(), 1);
        drop(cut_off);
        assert_eq!(count(), 0, "who goes away leaves nothing");
        let mut sent = uploads.receive().expect("begun");
        for part in [&b"Handle,"[..], b"Title\n"] {
            sent.write(part).await.expect("written");
        }
        let kept = sent.keep().await.expect("kept");
        assert_eq!(kept.size, 13);
        let text = fs::read_to_string(uploads.path(&kept.file));
        assert_eq!(text.expect("there"), "Handle,Title\n");
        let wanted = [kept.file.clone()];
        assert_eq!(uploads.sweep(&wanted, Duration::ZERO).expect("looked"), 0);
        assert_eq!(
            uploads.sweep(&[], Duration::from_secs(60)).expect("looked"),
            0
        );
        assert_eq!(uploads.sweep(&[], Duration::ZERO).expect("looked"), 1);
        uploads.delete(&kept.file);
        assert_eq!(count(), 0);
    }
}
