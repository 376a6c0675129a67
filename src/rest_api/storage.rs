//! What apps keep in the shop (`spec/rest.md` 6).

use super::{
    answer::{JsonAnswer, RestResult},
    ask::Ask,
    fault::Fault,
};
use crate::{
    content::{
        apps::{MAX_LENGTH as MAX_PUBLIC_LENGTH, Scope},
        storage,
    },
    platform::disk,
};
use axum::{
    Extension, Router,
    body::Bytes,
    extract::Path,
    http::{HeaderMap, header},
    routing::get,
};
use serde_json::{Value, json};
use std::collections::HashMap;

/// `/storage` and `/storage/{key}`.
pub fn routes() -> Router {
    Router::new().route("/storage", get(all)).route(
        "/storage/{*key}",
        get(one).post(write).put(write).delete(remove),
    )
}

/// Everything that the app keeps, as a list and no page of one; to a public token, what it publishes alone.
async fn all(Extension(ask): Extension<Ask>) -> RestResult {
    let client_id = readable(&ask)?;
    let kept = storage::all(&ask.shop.db.read, client_id).await?;
    let seen = kept
        .into_iter()
        .filter(|(key, _)| ask.access.is_secret || key == storage::PUBLIC)
        .map(|(key, value)| json!({ "key": key, "value": value }));
    Ok(JsonAnswer(Value::Array(seen.collect())))
}

async fn one(
    Extension(ask): Extension<Ask>,
    Path(path): Path<HashMap<String, String>>,
) -> RestResult {
    let (client_id, key) = (readable(&ask)?, key(&path)?);
    let none = || Fault::not_found("nothing is kept under this key");
    if !ask.access.is_secret && key != storage::PUBLIC {
        return Err(none());
    }
    let value = storage::get(&ask.shop.db.read, client_id, key).await?;
    let value = value.ok_or_else(none)?;
    Ok(JsonAnswer(json!({ "key": key, "value": value })))
}

async fn write(
    Extension(ask): Extension<Ask>,
    Path(path): Path<HashMap<String, String>>,
    headers: HeaderMap,
    body: Result<Bytes, axum::extract::rejection::BytesRejection>,
) -> RestResult {
    let (client_id, key) = (writable(&ask)?, key(&path)?);
    let body = body.map_err(|wrong| Fault::of(wrong.status().as_u16()))?;
    let value = value(&headers, &body)?;
    let most = if key == storage::PUBLIC {
        MAX_PUBLIC_LENGTH
    } else {
        storage::MAX_LENGTH
    };
    if value.len() > most {
        return Err(Fault::of(413));
    }
    if value.contains('\0') {
        return Err(Fault::out_of_bounds("a value holds no NUL"));
    }
    let db = &ask.shop.db;
    if !disk::has_room(&ask.shop.config) {
        return Err(Fault::of(503));
    }
    let tx = db.begin().await?;
    storage::put(&tx, client_id, key, &value).await?;
    tx.commit().await?;
    Ok(JsonAnswer(json!({ "success": true })))
}

async fn remove(
    Extension(ask): Extension<Ask>,
    Path(path): Path<HashMap<String, String>>,
) -> RestResult {
    let (client_id, key) = (writable(&ask)?, key(&path)?);
    let db = &ask.shop.db;
    let tx = db.begin().await?;
    storage::remove(&tx, client_id, key).await?;
    tx.commit().await?;
    Ok(JsonAnswer(json!({ "success": true })))
}

/// The app whose storage is read: its own tokens read it, whatever else they may.
fn readable(ask: &Ask) -> Result<&str, Fault> {
    if !ask.access.is_secret {
        ask.require(Scope::STOREFRONT)?;
    }
    Ok(&ask.access.client_id)
}

fn writable(ask: &Ask) -> Result<&str, Fault> {
    if ask.access.is_secret {
        return Ok(&ask.access.client_id);
    }
    Err(Fault::forbidden("a public token changes nothing"))
}

fn key(path: &HashMap<String, String>) -> Result<&str, Fault> {
    let key = path.get("key").map(String::as_str).unwrap_or_default();
    if key.is_empty() || key.len() > storage::MAX_KEY_LENGTH || key.contains('\0') {
        let most = storage::MAX_KEY_LENGTH;
        return Err(Fault::out_of_bounds(format!(
            "a key is 1 to {most} bytes, without NUL"
        )));
    }
    Ok(key)
}

/// The value that `body` writes: the text itself, or that of `{"value": "…"}`.
fn value(headers: &HeaderMap, body: &Bytes) -> Result<String, Fault> {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !(kind.starts_with("application/json") || kind.starts_with("text/plain")) {
        return Err(Fault::of(415));
    }
    let text = std::str::from_utf8(body).map_err(|_| Fault::of(400))?;
    match serde_json::from_str(text) {
        Ok(Value::Object(mut object)) => match object.remove("value") {
            Some(Value::String(value)) if object.is_empty() => Ok(value),
            _ => Ok(text.to_owned()),
        },
        Ok(Value::String(value)) => Ok(value),
        _ => Ok(text.to_owned()),
    }
}
