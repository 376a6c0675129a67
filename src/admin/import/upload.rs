//! Taking a file: it goes to the disk as it comes, and is never in memory as a whole.

use super::{
    start::{shown, stock_named},
    task_path,
};
use crate::{
    admin::request::{AdminRequest, see_plainly},
    base::error::AppError,
    import::{self, Stock, TaskOptions},
    platform::tasks::{Upload, Uploads},
};
use axum::{
    Extension,
    extract::{
        Multipart,
        multipart::{Field, MultipartError},
    },
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::time::Duration;
use tokio::time::timeout;

/// Longest pause between two parts of a file.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// Most letters of a file's name that are kept.
const LONGEST_NAME: usize = 120;
/// Most bytes of another field.
const LONGEST_FIELD: usize = 64;

/// Why no file was taken.
enum Refused {
    /// For whoever sent it.
    Problem(StatusCode, &'static str),
    /// What came could not be read.
    Broken(MultipartError),
    Fault(AppError),
}

impl From<MultipartError> for Refused {
    fn from(error: MultipartError) -> Self {
        Self::Broken(error)
    }
}

/// What was sent.
#[derive(Default)]
struct Sent {
    stock: Stock,
    file: Option<(String, Upload)>,
}

/// `POST /import`.
pub async fn post(
    Extension(asked): Extension<AdminRequest>,
    headers: HeaderMap,
    parts: Multipart,
) -> Result<Response, AppError> {
    let shop = &asked.state.shop;
    let uploads = Uploads::beside(&shop.files);
    let floor = u64::from(shop.config.disk_floor_mib) * 1024 * 1024;
    let mut sent = Sent::default();
    let taken = match has_room(&uploads, &headers, floor) {
        true => take(&uploads, parts, &mut sent).await,
        false => Err(Refused::Problem(
            StatusCode::INSUFFICIENT_STORAGE,
            "There is no room for this file on the shop's disk.",
        )),
    };
    let refused = match (taken, &sent.file) {
        (Ok(()), Some((name, upload))) => {
            let options = TaskOptions { stock: sent.stock };
            let services = shop.services();
            let id = import::received(&services, name, upload, options, &asked.actor()).await;
            if id.is_err() {
                uploads.delete(&upload.file);
            }
            return Ok(see_plainly(&task_path(id?)));
        }
        (Ok(()), None) => Refused::Problem(
            StatusCode::UNPROCESSABLE_ENTITY,
            "Please choose a file that is not empty.",
        ),
        (Err(refused), _) => refused,
    };
    if let Some((_, upload)) = &sent.file {
        uploads.delete(&upload.file);
    }
    match refused {
        Refused::Problem(status, problem) => {
            shown(&asked, status, sent.stock, Some(problem.to_owned())).await
        }
        Refused::Broken(error) => Ok(error.into_response()),
        Refused::Fault(fault) => Err(fault),
    }
}

/// Whether what is announced fits, and leaves the shop its own room.
fn has_room(uploads: &Uploads, headers: &HeaderMap, floor: u64) -> bool {
    let length = headers.get(header::CONTENT_LENGTH);
    let length = length.and_then(|it| it.to_str().ok()?.parse::<u64>().ok());
    let wanted = length.unwrap_or(0).saturating_add(floor);
    uploads.room().is_none_or(|room| room > wanted)
}

async fn take(uploads: &Uploads, mut parts: Multipart, sent: &mut Sent) -> Result<(), Refused> {
    while let Some(mut part) = parts.next_field().await? {
        match part.name() {
            Some("stock") => {
                let text = short(&mut part).await?;
                sent.stock = stock_named(&text).unwrap_or_default();
            }
            Some("file") if sent.file.is_none() => {
                let name = name_of(part.file_name().unwrap_or_default());
                let upload = keep(uploads, &mut part).await?;
                if upload.size == 0 {
                    uploads.delete(&upload.file);
                } else {
                    sent.file = Some((name, upload));
                }
            }
            _ => {}
        }
    }
    Ok(())
}

async fn keep(uploads: &Uploads, part: &mut Field<'_>) -> Result<Upload, Refused> {
    let mut receiving = uploads.receive().map_err(no_disk)?;
    loop {
        let Ok(next) = timeout(LONGEST_PAUSE, part.chunk()).await else {
            return Err(Refused::Problem(
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

fn no_disk(error: std::io::Error) -> Refused {
    match error.kind() {
        std::io::ErrorKind::StorageFull => Refused::Problem(
            StatusCode::INSUFFICIENT_STORAGE,
            "There is no room for this file on the shop's disk.",
        ),
        _ => Refused::Fault(AppError::internal(error)),
    }
}

/// The text of a field that holds a word.
async fn short(part: &mut Field<'_>) -> Result<String, Refused> {
    let mut text = Vec::new();
    while let Some(bytes) = part.chunk().await? {
        let room = LONGEST_FIELD.saturating_sub(text.len());
        text.extend(bytes.iter().take(room));
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// What the file is called, without the folders that some browsers say, and without what is no letter.
fn name_of(said: &str) -> String {
    let last = said.rsplit(['/', '\\']).next().unwrap_or_default();
    let letters = last.chars().filter(|letter| !letter.is_control());
    let name: String = letters.take(LONGEST_NAME).collect();
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
        assert_eq!(name_of(&"ü".repeat(500)).chars().count(), LONGEST_NAME);
    }
}
