//! Taking a file: it goes to the disk as it comes, and is never in memory as a whole.

use super::{
    start::{shown, stock_named},
    task_path,
};
use crate::{
    admin::{
        request::{AdminRequest, redirect},
        staff::role::Right,
        upload::{UploadRefusal, has_room, keep, name_of},
    },
    base::error::AppError,
    import::{self, Stock, TaskOptions},
    platform::tasks::{Upload, Uploads},
};
use axum::{
    Extension,
    extract::{Multipart, multipart::Field},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};

/// Most bytes of another field.
const MAX_FIELD_LENGTH: usize = 64;

/// What was sent.
#[derive(Default)]
struct SentFile {
    stock: Stock,
    file: Option<(String, Upload)>,
}

/// `POST /import`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    headers: HeaderMap,
    parts: Multipart,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let uploads = Uploads::next_to(&shop.files);
    let floor = u64::from(shop.config.disk_floor_mib) * 1024 * 1024;
    let mut sent = SentFile::default();
    let taken = match has_room(&uploads, &headers, floor) {
        true => take(&uploads, parts, &mut sent).await,
        false => Err(UploadRefusal::Problem(
            StatusCode::INSUFFICIENT_STORAGE,
            "There is no room for this file on the shop's disk.",
        )),
    };
    let refused = match (taken, &sent.file) {
        (Ok(()), Some((name, upload))) => {
            let options = TaskOptions {
                stock: sent.stock,
                counts: request.may(Right::ChangeStock),
            };
            let services = shop.services();
            let id = import::received(&services, name, upload, options, &request.actor()).await;
            if id.is_err() {
                uploads.delete(&upload.file);
            }
            return Ok(redirect(&task_path(id?)));
        }
        (Ok(()), None) => UploadRefusal::Problem(
            StatusCode::UNPROCESSABLE_ENTITY,
            "Please choose a file that is not empty.",
        ),
        (Err(refused), _) => refused,
    };
    if let Some((_, upload)) = &sent.file {
        uploads.delete(&upload.file);
    }
    match refused {
        UploadRefusal::Problem(status, problem) => {
            shown(&request, status, sent.stock, Some(problem.to_owned())).await
        }
        UploadRefusal::Broken(error) => Ok(error.into_response()),
        UploadRefusal::Fault(fault) => Err(fault),
    }
}

async fn take(
    uploads: &Uploads,
    mut parts: Multipart,
    sent: &mut SentFile,
) -> Result<(), UploadRefusal> {
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

/// The text of a field that holds a word.
async fn short(part: &mut Field<'_>) -> Result<String, UploadRefusal> {
    let mut text = Vec::new();
    while let Some(bytes) = part.chunk().await? {
        let room = MAX_FIELD_LENGTH.saturating_sub(text.len());
        text.extend(bytes.iter().take(room));
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}
