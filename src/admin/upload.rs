//! Files that staff sends: they go to the disk as they come, and are never in memory as a whole.

use crate::{
    base::error::AppError,
    platform::tasks::{Upload, Uploads},
};
use axum::{
    extract::multipart::{Field, MultipartError},
    http::{HeaderMap, StatusCode, header},
};
use std::time::Duration;
use tokio::time::timeout;

/// Longest pause between two parts of a file.
const MAX_PAUSE: Duration = Duration::from_secs(60);
/// Most letters of a file's name that are kept.
const MAX_NAME_LENGTH: usize = 120;

/// Why no file was taken.
pub enum UploadRefusal {
    /// For whoever sent it.
    Problem(StatusCode, &'static str),
    /// What came could not be read.
    Broken(MultipartError),
    /// The shop's own.
    Fault(AppError),
}

impl From<MultipartError> for UploadRefusal {
    fn from(error: MultipartError) -> Self {
        Self::Broken(error)
    }
}

/// Whether what is announced fits, and leaves the shop its own room.
pub fn has_room(uploads: &Uploads, headers: &HeaderMap, floor: u64) -> bool {
    let length = headers.get(header::CONTENT_LENGTH);
    let length = length.and_then(|it| it.to_str().ok()?.parse::<u64>().ok());
    let wanted = length.unwrap_or(0).saturating_add(floor);
    uploads.room().is_none_or(|room| room > wanted)
}

/// Keeps the file that `part` brings.
pub async fn keep(uploads: &Uploads, part: &mut Field<'_>) -> Result<Upload, UploadRefusal> {
    let mut receiving = uploads.receive().map_err(no_disk)?;
    loop {
        let Ok(next) = timeout(MAX_PAUSE, part.chunk()).await else {
            return Err(UploadRefusal::Problem(
                StatusCode::REQUEST_TIMEOUT,
                "The file stopped coming. Please try again.",
            ));
        };
        match next? {
            Some(bytes) => receiving.write(&bytes).await.map_err(no_disk)?,
            None => return receiving.keep().await.map_err(no_disk),
        }
    }
}

fn no_disk(error: std::io::Error) -> UploadRefusal {
    match error.kind() {
        std::io::ErrorKind::StorageFull => UploadRefusal::Problem(
            StatusCode::INSUFFICIENT_STORAGE,
            "There is no room for this file on the shop's disk.",
        ),
        _ => UploadRefusal::Fault(AppError::internal(error)),
    }
}

/// What the file is called, without the folders that some browsers say, and without what is no letter.
pub fn name_of(said: &str) -> String {
    let last = said.rsplit(['/', '\\']).next().unwrap_or_default();
    let letters = last.chars().filter(|letter| !letter.is_control());
    let name: String = letters.take(MAX_NAME_LENGTH).collect();
    match name.trim() {
        "" => "a file".to_owned(),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_name_for_people_and_no_place() {
        for (said, name) in [
            ("products.csv", "products.csv"),
            ("C:\\fakepath\\a b.csv", "a b.csv"),
            ("../../etc/passwd", "passwd"),
            ("a\0b\n.csv", "ab.csv"),
            ("  ", "a file"),
            ("", "a file"),
        ] {
            assert_eq!(name_of(said), name);
        }
        assert_eq!(name_of(&"ü".repeat(500)).chars().count(), MAX_NAME_LENGTH);
    }
}
