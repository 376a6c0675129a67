//! One request to a provider, and what its answer means.

use super::ProviderError;
use serde_json::Value;
use std::{sync::LazyLock, time::Duration};
use ureq::{Agent, Error, RequestBuilder, http::Response};

/// How long a shopper waits for a provider at most.
const PATIENCE: Duration = Duration::from_secs(10);
const TO_CONNECT: Duration = Duration::from_secs(3);
/// Most bytes of an answer.
const MAX_SIZE: u64 = 1024 * 1024;

static AGENT: LazyLock<Agent> = LazyLock::new(|| {
    Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .timeout_connect(Some(TO_CONNECT))
        .http_status_as_error(false)
        .user_agent(concat!("awning/", env!("CARGO_PKG_VERSION")))
        .max_redirects(0)
        .build()
        .into()
});

/// A request to a provider.
pub struct Call<'a> {
    /// Its address.
    pub url: String,
    /// The key of the account.
    pub secret: &'a str,
    /// Idempotency key; empty if the request may be carried out twice.
    pub key: String,
    /// Headers besides.
    pub headers: &'a [(&'a str, &'a str)],
}

impl Call<'_> {
    /// Returns the call with the idempotency key `key`: the provider carries it out once, however often it is sent.
    pub fn once(self, key: String) -> Self {
        Self { key, ..self }
    }

    /// Sends a GET request and returns the JSON object of the response.
    pub fn get(&self) -> Result<Value, ProviderError> {
        read(self.with_headers(AGENT.get(&self.url)).call())
    }

    /// Sends a DELETE request and returns the JSON object of the response.
    pub fn delete(&self) -> Result<Value, ProviderError> {
        read(self.with_headers(AGENT.delete(&self.url)).call())
    }

    /// Sends `body` in a POST request and returns the JSON object of the response.
    pub fn post(&self, body: &str) -> Result<Value, ProviderError> {
        read(self.with_headers(AGENT.post(&self.url)).send(body))
    }

    fn with_headers<B>(&self, request: RequestBuilder<B>) -> RequestBuilder<B> {
        let request = request.header("authorization", format!("Bearer {}", self.secret));
        let request = match self.key.as_str() {
            "" => request,
            key => request.header("idempotency-key", key),
        };
        let headers = self.headers.iter();
        headers.fold(request, |request, (name, value)| {
            request.header(*name, *value)
        })
    }
}

fn read(answer: Result<Response<ureq::Body>, Error>) -> Result<Value, ProviderError> {
    let mut answer =
        answer.map_err(|error| ProviderError::Unknown(format!("no answer: {error}")))?;
    let status = answer.status().as_u16();
    let text = answer
        .body_mut()
        .with_config()
        .limit(MAX_SIZE)
        .read_to_string();
    let text = text.map_err(|error| ProviderError::Unknown(format!("half an answer: {error}")))?;
    let value: Value = serde_json::from_str(&text).unwrap_or(Value::Null);
    match status {
        200..=299 if value.is_object() => Ok(value),
        200..=299 => Err(ProviderError::Unknown(format!(
            "{status} without an object"
        ))),
        // A request that is like one on its way, or one too many, is answered another time.
        408 | 409 | 425 | 429 | 500.. => Err(ProviderError::Unknown(error_text(status, &value))),
        _ => Err(ProviderError::Refused(error_text(status, &value))),
    }
}

/// Returns the status and the provider's own error message, which only staff see.
fn error_text(status: u16, value: &Value) -> String {
    let text = value["error"]["message"].as_str();
    let text = text.or(value["detail"].as_str()).unwrap_or_default();
    let text: String = text
        .chars()
        .filter(|it| !it.is_control())
        .take(200)
        .collect();
    format!("{status} {text}").trim().to_owned()
}
