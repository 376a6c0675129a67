//! `GET /download/{order}/{item}/{file}/{token}`: the file, a piece at a time.
//!
//! A download counts when its first byte is asked for. Whoever asks for a later part within some hours goes on
//! with one that was counted; who asks for a later part at any other time begins one.

use super::{
    Refusal,
    count::{self, OrderedFile},
    ends_at,
    link::{is_open, subject_of},
};
use crate::{
    base::{date, error::AppError, paths::ShopPath, url::encoded},
    catalog::store::{self as products, entity::product_file},
    order::store,
    platform::{files::Files, link_key::LinkKey},
    request::{answer::redirect, state::AppState},
};
use axum::{
    Router,
    body::Body,
    extract::{Path, Request, State, rejection::PathRejection},
    http::{HeaderMap, HeaderValue, Method, header},
    response::{IntoResponse, Response},
    routing::get,
};
use tower::ServiceExt;
use tower_http::services::ServeFile;

/// The path of every link.
pub fn routes(state: &AppState) -> Router {
    Router::new()
        .route("/download/{order}/{item}/{file}/{token}", get(download))
        .with_state(state.clone())
}

/// What a link says.
type Link = (String, usize, i64, String);

async fn download(
    State(state): State<AppState>,
    link: Result<Path<Link>, PathRejection>,
    request: Request,
) -> Response {
    let state = state.current();
    let Ok(Path(link)) = link else {
        return refused(Refusal::Invalid, None);
    };
    let (file, asked) = (link.2, ByteRange::asked(request.headers()));
    match found(&state, &link).await {
        Ok(Ok((wanted, file))) => {
            let part = asked.of(&file);
            match allowed(&state, wanted, &part, request.method()).await {
                Ok(true) => sent(&state.files, &file, part, request.method()).await,
                Ok(false) => refused(Refusal::Limit, Some(file.id)),
                Err(fault) => fault.into_response(),
            }
        }
        Ok(Err(refusal)) => refused(refusal, Some(file)),
        Err(fault) => fault.into_response(),
    }
}

/// The file that the link leads to, or why it leads to none.
async fn found(
    state: &AppState,
    (number, item, id, token): &Link,
) -> Result<Result<(OrderedFile, product_file::Model), Refusal>, AppError> {
    let read = &state.db.read;
    let Some(order) = store::by_public_id(read, number).await? else {
        return Ok(Err(Refusal::Invalid));
    };
    let key = LinkKey::of_shop(&state.db).await?;
    if !key.is_token(&subject_of(order.id, *item, *id), token) || !is_open(&order) {
        return Ok(Err(Refusal::Invalid));
    }
    let document = store::document(&order)?;
    let product = document.items.get(*item).map(|item| item.product);
    let file = products::file(read, *id).await?;
    let file = file.filter(|file| Some(file.product_id) == product);
    let Some(file) = file else {
        return Ok(Err(Refusal::Invalid));
    };
    let since = order.paid_at.unwrap_or(order.placed_at);
    let ends = ends_at(since, state.config.download_days);
    if ends.is_some_and(|ends| ends <= date::now()) {
        return Ok(Err(Refusal::Expired));
    }
    let path = state.files.path(&file.hash);
    if tokio::fs::metadata(&path).await.is_err() {
        tracing::error!(file = file.id, path = %path.display(), "a file that is sold is not there");
        return Err(AppError::Internal);
    }
    let wanted = OrderedFile {
        order: order.id,
        item: i64::try_from(*item).unwrap_or(i64::MAX),
        file: file.id,
    };
    Ok(Ok((wanted, file)))
}

/// Whether `part` may be sent; a beginning is counted.
async fn allowed(
    state: &AppState,
    wanted: OrderedFile,
    part: &ByteRange,
    method: &Method,
) -> Result<bool, AppError> {
    let now = date::now();
    let is_rest = !part.is_beginning() || method == Method::HEAD;
    if method == Method::HEAD || is_rest && count::is_begun(&state.db.read, wanted, now).await? {
        return Ok(true);
    }
    count::begin(&state.db.write, wanted, state.config.download_limit, now).await
}

/// Sends the file off the disk, as it is read.
async fn sent(
    files: &Files,
    file: &product_file::Model,
    part: ByteRange,
    method: &Method,
) -> Response {
    let mut asked = Request::builder().method(method);
    if let Some(range) = part.header() {
        asked = asked.header(header::RANGE, range);
    }
    let asked = asked.body(Body::empty()).expect("a request");
    let served = ServeFile::new(files.path(&file.hash)).oneshot(asked).await;
    let mut response = match served {
        Ok(response) => response.map(Body::new),
        Err(never) => match never {},
    };
    let headers = response.headers_mut();
    headers.remove(header::LAST_MODIFIED);
    let text = |value: &str| HeaderValue::from_str(value).ok();
    let all = [
        (header::CONTENT_TYPE, text(&file.mime)),
        (header::CONTENT_DISPOSITION, text(&disposition(&file.name))),
        (header::ETAG, text(&etag(file))),
        (header::CACHE_CONTROL, text("private, no-store")),
    ];
    for (name, value) in all {
        if let Some(value) = value {
            headers.insert(name, value);
        }
    }
    response
}

fn refused(refusal: Refusal, file: Option<i64>) -> Response {
    let path = ShopPath::DownloadError.text();
    let mut query = format!("{path}?errorType={}", refusal.name());
    if let Some(file) = file {
        query += &format!("&key={file}");
    }
    redirect(&query)
}

/// Saved under `name`, also by what knows no other letters than those of ASCII.
fn disposition(name: &str) -> String {
    let plain = |letter: char| letter.is_ascii_graphic() && !matches!(letter, '"' | '\\' | '%');
    let ascii: String = name
        .chars()
        .map(|letter| {
            if plain(letter) || letter == ' ' {
                letter
            } else {
                '_'
            }
        })
        .collect();
    format!(
        "attachment; filename=\"{ascii}\"; filename*=UTF-8''{}",
        encoded(name)
    )
}

fn etag(file: &product_file::Model) -> String {
    format!("\"{}\"", file.hash)
}

/// The requested part of a file, as `(first byte, last byte)` from 0; without a first byte, the last one counts from the end.
///
/// A request for several parts is answered with the whole file, as HTTP allows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ByteRange {
    range: Option<(Option<i64>, Option<i64>)>,
    /// The version of the file that the part is to be of (`If-Range`).
    of: Option<String>,
}

impl ByteRange {
    fn asked(headers: &HeaderMap) -> Self {
        let text = |name| {
            headers
                .get(name)
                .and_then(|it: &HeaderValue| it.to_str().ok())
        };
        let number = |text: &str| match text {
            "" => Some(None),
            digits => digits.parse().ok().filter(|it| *it >= 0).map(Some),
        };
        let range = || {
            let (first, last) = text(header::RANGE)?
                .strip_prefix("bytes=")?
                .split_once('-')?;
            match (number(first)?, number(last)?) {
                (None, None) => None,
                both => Some(both),
            }
        };
        Self {
            range: range(),
            of: text(header::IF_RANGE).map(str::to_owned),
        }
    }

    /// The part of this version of the file: the whole of it, if the rest of another one is wanted.
    fn of(self, file: &product_file::Model) -> Self {
        let is_other = self.of.as_ref().is_some_and(|of| *of != etag(file));
        let is_whole = match self.range {
            Some((None, Some(last))) => last >= file.size,
            _ => false,
        };
        Self {
            range: self.range.filter(|_| !is_other && !is_whole),
            of: self.of,
        }
    }

    fn is_beginning(&self) -> bool {
        matches!(self.range, None | Some((Some(0), _)))
    }

    fn header(&self) -> Option<String> {
        let (first, last) = self.range?;
        let text = |number: Option<i64>| number.map(|it| it.to_string()).unwrap_or_default();
        Some(format!("bytes={}-{}", text(first), text(last)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(range: &str) -> ByteRange {
        let value = HeaderValue::from_str(range).expect("a header");
        ByteRange::asked(&HeaderMap::from_iter([(header::RANGE, value)])).of(&file())
    }

    fn file() -> product_file::Model {
        product_file::Model {
            id: 1,
            product_id: 1,
            name: String::new(),
            mime: String::new(),
            size: 100,
            hash: "abc".into(),
            created_at: 0,
        }
    }

    #[test]
    fn a_beginning_is_told_from_a_rest() {
        for beginning in [
            "bytes=0-",
            "bytes=0-9",
            "bytes=-100",
            "bytes=-999",
            "x",
            "bytes=-",
        ] {
            assert!(asked(beginning).is_beginning(), "{beginning}");
        }
        for rest in ["bytes=1-", "bytes=50-60", "bytes=-10"] {
            let part = asked(rest);
            assert!(!part.is_beginning(), "{rest}");
            assert_eq!(part.header().as_deref(), Some(rest));
        }
        for whole in ["bytes=1-2,5-", "lines=1-", "bytes=a-", "bytes=--1"] {
            assert_eq!(asked(whole).header(), None, "{whole}");
        }
    }

    #[test]
    fn the_rest_of_another_version_is_the_whole_file() {
        let headers = |version: &'static str| {
            HeaderMap::from_iter([
                (header::RANGE, HeaderValue::from_static("bytes=5-")),
                (header::IF_RANGE, HeaderValue::from_static(version)),
            ])
        };
        assert!(
            !ByteRange::asked(&headers("\"abc\""))
                .of(&file())
                .is_beginning()
        );
        assert!(
            ByteRange::asked(&headers("\"old\""))
                .of(&file())
                .is_beginning()
        );
    }

    #[test]
    fn names_are_saved_as_they_are() {
        assert_eq!(
            disposition("Größe \"A\".pdf"),
            "attachment; filename=\"Gr__e _A_.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%22A%22.pdf"
        );
        assert!(!disposition("a\r\nSet-Cookie: b").contains(['\r', '\n']));
    }
}
