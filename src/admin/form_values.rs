//! What was typed into a form.

use crate::{
    base::{error::AppError, translated::Translated},
    platform::images::Images,
};
use axum::{
    body::Bytes,
    extract::{FromRequest, Multipart, Request},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use std::collections::BTreeMap;

/// Names and values of a form, in the order they were sent, and its files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormValues {
    /// The values.
    pub pairs: Vec<(String, String)>,
    /// The files that were chosen.
    files: Vec<(String, Bytes)>,
    /// What is wrong with them, by the path of the field.
    pub problems: BTreeMap<String, String>,
}

impl FormValues {
    /// The form that a body or a query holds.
    pub fn read(bytes: &[u8]) -> Self {
        let pairs = form_urlencoded::parse(bytes);
        Self::of(
            pairs
                .map(|(name, value)| (plain(&name), plain(&value)))
                .collect(),
        )
    }

    /// A form with these values.
    pub fn of(pairs: Vec<(String, String)>) -> Self {
        Self {
            pairs,
            ..Self::default()
        }
    }

    /// The value of `name`, the first if there are several; empty if there is none.
    pub fn get(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    /// The value of `name`, if it was sent.
    pub fn find(&self, name: &str) -> Option<&str> {
        let found = self.pairs.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Every value of `name`.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let found = self.pairs.iter().filter(move |(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The number that `name` is.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name).parse().ok()
    }

    /// A copy of the values without the fields called `names`, and without uploaded files.
    pub fn without(&self, names: &[&str]) -> Self {
        let kept = self
            .pairs
            .iter()
            .filter(|(key, _)| !names.contains(&key.as_str()));
        Self::of(kept.cloned().collect())
    }

    /// Stores the uploaded pictures in the shop and sets each one's field to the stored image, as JSON.
    pub async fn with_pictures(mut self, images: &Images) -> Result<Self, AppError> {
        for (name, bytes) in std::mem::take(&mut self.files) {
            let images = images.clone();
            let keep = move || images.keep(&bytes);
            match tokio::task::spawn_blocking(keep)
                .await
                .map_err(AppError::internal)?
            {
                Ok(kept) => {
                    let picture = kept.showing(Translated::default());
                    let json = serde_json::to_string(&picture).map_err(AppError::internal)?;
                    self.pairs.push((name, json));
                }
                Err(refused) => {
                    let path = name.trim_end_matches(".file").to_owned();
                    self.problems.insert(path, refused.to_string());
                }
            }
        }
        Ok(self)
    }

    /// As a form sends it.
    pub fn encoded(&self) -> String {
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&self.pairs)
            .finish()
    }
}

impl<S: Send + Sync> FromRequest<S> for FormValues {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        if !is_multipart(request.headers()) {
            let bytes = Bytes::from_request(request, state).await;
            return Ok(Self::read(&bytes.map_err(IntoResponse::into_response)?));
        }
        let parts = Multipart::from_request(request, state).await;
        let mut parts = parts.map_err(IntoResponse::into_response)?;
        let mut typed = Self::default();
        while let Some(part) = parts
            .next_field()
            .await
            .map_err(IntoResponse::into_response)?
        {
            let name = part.name().unwrap_or_default().to_owned();
            let is_file = part.file_name().is_some();
            let bytes = part.bytes().await.map_err(IntoResponse::into_response)?;
            match is_file {
                true if bytes.is_empty() => {}
                true => typed.files.push((name, bytes)),
                false => typed
                    .pairs
                    .push((name, plain(&String::from_utf8_lossy(&bytes)))),
            }
        }
        Ok(typed)
    }
}

/// `text` without NUL, which `PostgreSQL` keeps none of and no keyboard writes.
fn plain(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

fn is_multipart(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"))
}
