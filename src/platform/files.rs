//! Files that are sold: each once in a directory of its own, by its hash, apart from the pictures that
//! everybody may see.

use sha2::{Digest, Sha256};
use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::PathBuf,
};
use tempfile::NamedTempFile;

/// Bytes that are copied at once.
const PIECE: usize = 64 * 1024;

/// The directory of the setting `files`.
#[derive(Clone, Debug)]
pub struct Files(PathBuf);

/// A file that is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptFile {
    /// SHA-256 of its bytes, in hexadecimal digits: its name there.
    pub hash: String,
    /// How many bytes.
    pub size: i64,
}

impl Files {
    /// The files in `directory`, which is made when the first one is kept.
    pub fn new(directory: &str) -> Self {
        Self(PathBuf::from(directory))
    }

    /// Keeps what `source` holds: it is there as a whole, or not at all.
    pub fn keep(&self, mut source: impl Read) -> io::Result<KeptFile> {
        fs::create_dir_all(&self.0)?;
        let mut copy = NamedTempFile::new_in(&self.0)?;
        let (mut digest, mut size, mut piece) = (Sha256::new(), 0_i64, vec![0; PIECE]);
        loop {
            let count = source.read(&mut piece)?;
            if count == 0 {
                break;
            }
            digest.update(&piece[..count]);
            copy.write_all(&piece[..count])?;
            size += i64::try_from(count).unwrap_or(0);
        }
        let digest = digest.finalize();
        let hash: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        copy.as_file().sync_all()?;
        copy.persist(self.path(&hash))?;
        File::open(&self.0)?.sync_all()?;
        Ok(KeptFile { hash, size })
    }

    /// Where the file with this hash is.
    pub fn path(&self, hash: &str) -> PathBuf {
        self.0.join(hash)
    }

    /// Deletes it; that it is not there is no fault.
    pub fn delete(&self, hash: &str) -> io::Result<()> {
        match fs::remove_file(self.path(hash)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_kept_once_by_what_is_in_it() {
        let dir = tempfile::tempdir().expect("a directory");
        let files = Files::new(&dir.path().join("files").display().to_string());
        let source = vec![7; PIECE + 1];
        let kept = files.keep(source.as_slice()).expect("kept");
        assert_eq!(files.keep(source.as_slice()).expect("kept"), kept);
        assert_eq!(kept.size, 65_537);
        assert_eq!(
            fs::read(files.path(&kept.hash)).expect("read").len(),
            PIECE + 1
        );
        files.delete(&kept.hash).expect("deleted");
        files.delete(&kept.hash).expect("it is gone");
        assert!(!files.path(&kept.hash).exists());
    }
}
