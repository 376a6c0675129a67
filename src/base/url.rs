//! Writing and reading URLs.

/// The bytes that percent-encoded `text` stands for.
pub fn decoded_bytes(text: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        let digit = |at: usize| char::from(*after.get(at)?).to_digit(16);
        if let (b'%', Some(high), Some(low)) = (first, digit(0), digit(1)) {
            bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    bytes
}

/// What percent-encoded `text` stands for; `None` if that is no text.
#[cfg(feature = "ssr")]
pub fn decoded(text: &str) -> Option<String> {
    String::from_utf8(decoded_bytes(text)).ok()
}

/// `text` percent-encoded for one path segment or query value.
pub fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
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
