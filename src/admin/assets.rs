//! Style and script of the back office, with names that change with their contents.

use crate::platform::assets::PageScripts;
use axum::{
    extract::Path,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

const STYLE: &str = include_str!("style.css");

/// A file, and where it is.
struct File {
    url: String,
    content: Vec<u8>,
    kind: &'static str,
}

impl File {
    fn new(stem: &str, end: &str, content: Vec<u8>, kind: &'static str) -> Self {
        let hash = URL_SAFE_NO_PAD.encode(&Sha256::digest(&content)[..9]);
        Self {
            url: format!("/files/{stem}.{hash}.{end}"),
            content,
            kind,
        }
    }
}

static FILES: LazyLock<[File; 2]> = LazyLock::new(|| {
    let script = PageScripts::get("admin.js").map(|file| file.data.into_owned());
    [
        File::new(
            "office",
            "css",
            STYLE.as_bytes().to_vec(),
            "text/css; charset=utf-8",
        ),
        File::new(
            "office",
            "js",
            script.unwrap_or_default(),
            "text/javascript; charset=utf-8",
        ),
    ]
});

/// Where the style is.
pub fn style_url() -> &'static str {
    &FILES[0].url
}

/// Where the script is.
pub fn script_url() -> &'static str {
    &FILES[1].url
}

/// `GET /files/{name}`.
pub async fn serve(Path(name): Path<String>) -> Response {
    let path = format!("/files/{name}");
    let Some(file) = FILES.iter().find(|file| file.url == path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kept = HeaderValue::from_static("public, max-age=31536000, immutable");
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(file.kind)),
        (header::CACHE_CONTROL, kept),
    ];
    (headers, file.content.as_slice()).into_response()
}
