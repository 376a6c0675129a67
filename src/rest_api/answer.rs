//! What is answered: JSON, cut down to the fields that are wanted, with a tag by which the same is not sent again.

use super::{
    ask::Ask,
    fault::{Fault, IsFault},
    projection::Projection,
};
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What programs wait for.
pub type RestResult = Result<JsonAnswer, Fault>;

/// A JSON value on its way out: written by [`AnswerFormat::finish`].
#[derive(Clone, Debug, PartialEq)]
pub struct JsonAnswer(pub Value);

impl IntoResponse for JsonAnswer {
    fn into_response(self) -> Response {
        let mut response = StatusCode::OK.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// A page of a list (`spec/rest.md` 1).
pub fn page(items: Vec<Value>, total: u64, paging: Paging) -> JsonAnswer {
    JsonAnswer(json!({
        "total": total,
        "count": items.len(),
        "offset": paging.offset,
        "limit": paging.limit,
        "items": items,
    }))
}

/// Which part of a list is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// Index of the first.
    pub offset: usize,
    /// How many at most.
    pub limit: usize,
}

impl Paging {
    /// Most of a list in one answer, and how many there are if nobody says.
    const MAX: usize = 100;

    /// What `ask` wants.
    pub fn of(ask: &Ask) -> Result<Self, Fault> {
        let limit = ask.parameters.number("limit")?;
        Ok(Self {
            offset: ask.parameters.number("offset")?.unwrap_or(0),
            limit: limit.unwrap_or(Self::MAX).clamp(1, Self::MAX),
        })
    }

    /// That part of `all`.
    pub fn cut<T>(self, all: Vec<T>) -> Vec<T> {
        all.into_iter().skip(self.offset).take(self.limit).collect()
    }
}

/// In what form an answer is wanted.
pub struct AnswerFormat {
    projection: Option<Projection>,
    known_tags: Option<String>,
}

impl AnswerFormat {
    /// What `ask` wants.
    pub fn of(ask: &Ask, headers: &HeaderMap) -> Result<Self, Fault> {
        let fields = ask.parameters.get("responseFields");
        let projection = fields.filter(|it| !it.is_empty()).map(Projection::read);
        let tags = headers.get(header::IF_NONE_MATCH);
        let tags = tags.and_then(|tags| tags.to_str().ok());
        Ok(Self {
            projection: projection.transpose()?,
            known_tags: tags.map(str::to_owned),
        })
    }

    /// `response` with its JSON in it; what failed without words gets those of its status.
    pub fn finish(self, mut response: Response) -> Response {
        let status = response.status();
        if let Some(JsonAnswer(mut value)) = response.extensions_mut().remove() {
            if let Some(projection) = &self.projection {
                projection.apply(&mut value);
            }
            return self.written(&value);
        }
        let says_itself = response.extensions().get::<IsFault>().is_some();
        if says_itself || !(status.is_client_error() || status.is_server_error()) {
            return response;
        }
        let mut fault = Fault::of(status.as_u16()).into_response();
        if let Some(allow) = response.headers_mut().remove(header::ALLOW) {
            fault.headers_mut().insert(header::ALLOW, allow);
        }
        fault
    }

    fn written(&self, value: &Value) -> Response {
        let text = value.to_string();
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let tag = format!("W/\"{:016x}\"", hasher.finish());
        let is_known = self.known_tags.as_ref().is_some_and(|it| it.contains(&tag));
        let mut response = if is_known {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            let json = [(header::CONTENT_TYPE, "application/json; charset=utf-8")];
            (json, Body::from(text)).into_response()
        };
        let headers = response.headers_mut();
        if let Ok(tag) = HeaderValue::try_from(tag) {
            headers.insert(header::ETAG, tag);
        }
        let policy = HeaderValue::from_static("private, no-cache");
        headers.insert(header::CACHE_CONTROL, policy);
        // Of one address there are as many answers as tokens in the header.
        let by = HeaderValue::from_static("authorization");
        headers.insert(header::VARY, by);
        response
    }
}
