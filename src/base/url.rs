//! Writing and reading URLs.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but what means nothing anywhere in an address (RFC 3986, 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// The bytes that percent-encoded `text` stands for.
pub fn decoded_bytes(text: &str) -> Vec<u8> {
    percent_decode_str(text).collect()
}

/// What percent-encoded `text` stands for; `None` if that is no text.
#[cfg(feature = "ssr")]
pub fn decoded(text: &str) -> Option<String> {
    let text = percent_decode_str(text).decode_utf8().ok()?;
    Some(text.into_owned())
}

/// `text` percent-encoded for one path segment or query value.
pub fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// Path and query of the page that the browser shows.
#[cfg(feature = "hydrate")]
pub fn here() -> String {
    let location = leptos::prelude::window().location();
    let (path, query) = (location.pathname(), location.search());
    path.unwrap_or_default() + &query.unwrap_or_default()
}

/// `path` with `query`, if there is one.
#[cfg(feature = "ssr")]
pub fn asked(path: &str, query: &str) -> String {
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}

/// Returns the id in `/Name-p123` or `/p123`, by its letter: `p` names products, `c` categories.
pub fn id_in_path(path: &str, letter: char) -> Option<i64> {
    let segment = path.strip_prefix('/').filter(|it| !it.contains('/'))?;
    let (name, digits) = segment.rsplit_once(letter)?;
    let is_own = name.is_empty() || name.ends_with('-');
    let is_number = digits.bytes().all(|digit| digit.is_ascii_digit());
    let id: i64 = (is_own && is_number).then(|| digits.parse().ok())??;
    (id > 0).then_some(id)
}
/// Scheme and host of `url`.
#[cfg(feature = "ssr")]
pub fn origin(url: &str) -> &str {
    let host = url.find("://").map_or(0, |at| at + 3);
    let end = url[host..].find('/').map_or(url.len(), |at| host + at);
    &url[..end]
}
