use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Method, Request, header},
};
use http_body_util::BodyExt;
use std::collections::BTreeMap;
use tower::ServiceExt;

/// What came back.
pub struct Answer {
    /// Status code.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body, as text: of a page without the account widget's words in its data, which are no part of what it says.
    pub body: String,
    /// Those words, as JSON: a line each.
    pub words: String,
    /// Body with them.
    pub whole: String,
}

impl Answer {
    /// A header's text, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// Every cookie header that sets `name`.
    pub fn sets(&self, name: &str) -> Vec<String> {
        let all = self
            .headers
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        all.filter(|value| value.starts_with(&format!("{name}=")))
            .map(str::to_owned)
            .collect()
    }
}

/// A browser without scripts: it keeps cookies and follows nothing by itself.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    /// Its cookies.
    pub cookies: BTreeMap<String, String>,
    /// Headers it sends besides.
    pub headers: Vec<(&'static str, String)>,
}

impl Browser {
    pub fn new(router: Router) -> Self {
        Self {
            router,
            cookies: BTreeMap::new(),
            headers: Vec::new(),
        }
    }

    /// Opens a page.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, "text/html", "").await
    }

    /// Calls a server function as the hydrated page does.
    pub async fn call(&mut self, endpoint: &str, form: &[(&str, &str)]) -> Answer {
        self.send(
            Method::POST,
            &format!("/api/{endpoint}"),
            "application/json",
            &encoded(form),
        )
        .await
    }

    /// Posts a form as a browser without scripts does.
    pub async fn post(&mut self, endpoint: &str, form: &[(&str, &str)]) -> Answer {
        self.send(
            Method::POST,
            &format!("/api/{endpoint}"),
            "text/html",
            &encoded(form),
        )
        .await
    }

    /// Posts a form to any path as a browser without scripts does.
    pub async fn send_form(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        self.send(Method::POST, path, "text/html", &encoded(form))
            .await
    }

    /// Asks as a script's call does, with JSON; what was answered.
    pub async fn ask(&mut self, path: &str, body: &serde_json::Value) -> serde_json::Value {
        let (method, text) = match body {
            serde_json::Value::Null => (Method::GET, String::new()),
            body => (Method::POST, body.to_string()),
        };
        let json = "application/json";
        let answer = self.sent(method, path, json, json, &text).await;
        serde_json::from_str(&answer.body).unwrap_or_default()
    }

    /// Posts JSON as it is written.
    pub async fn send_json(&mut self, path: &str, body: &str) -> Answer {
        let json = "application/json";
        self.sent(Method::POST, path, json, json, body).await
    }

    /// Sends any request.
    pub async fn send(&mut self, method: Method, path: &str, accept: &str, body: &str) -> Answer {
        let form = "application/x-www-form-urlencoded";
        self.sent(method, path, accept, form, body).await
    }

    /// Sends a body of the type `kind`, as a program does that wants JSON.
    pub async fn send_as(&mut self, method: Method, path: &str, kind: &str, body: &str) -> Answer {
        self.sent(method, path, "application/json", kind, body)
            .await
    }

    /// Posts a body of the type `kind` that is no text, as a browser sends files.
    pub async fn send_bytes(&mut self, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        self.sent_bytes(Method::POST, path, "text/html", kind, body)
            .await
    }

    async fn sent(
        &mut self,
        method: Method,
        path: &str,
        accept: &str,
        kind: &str,
        body: &str,
    ) -> Answer {
        let body = body.as_bytes().to_vec();
        self.sent_bytes(method, path, accept, kind, body).await
    }

    async fn sent_bytes(
        &mut self,
        method: Method,
        path: &str,
        accept: &str,
        kind: &str,
        body: Vec<u8>,
    ) -> Answer {
        let cookies = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect::<Vec<_>>()
            .join("; ");
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "shop.test")
            .header(header::ACCEPT, accept)
            .header(header::CONTENT_TYPE, kind);
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies);
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let request = request
            .header(header::CONTENT_LENGTH, body.len())
            .body(Body::from(body))
            .expect("a request");
        let response = self
            .router
            .clone()
            .oneshot(request)
            .await
            .expect("infallible");
        let (parts, body) = response.into_parts();
        self.keep(&parts.headers);
        let body = body
            .collect()
            .await
            .map(|body| body.to_bytes())
            .unwrap_or_default();
        let whole = String::from_utf8_lossy(&body).into_owned();
        let (body, words) = without_words(&whole);
        Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body,
            words,
            whole,
        }
    }

    fn keep(&mut self, headers: &HeaderMap) {
        for value in headers
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
        {
            let (name, rest) = value.split_once('=').expect("a cookie");
            let content = rest.split(';').next().unwrap_or_default();
            if value.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), content.to_owned());
            }
        }
    }
}

fn encoded(form: &[(&str, &str)]) -> String {
    form.iter()
        .map(|(name, value)| format!("{name}={}", awning::base::url::encoded(value)))
        .collect::<Vec<_>>()
        .join("&")
}

/// `page` with its widget's words taken out, and these.
fn without_words(page: &str) -> (String, String) {
    const BEGIN: &str = ",\"words\":";
    let found = page.split_once(BEGIN).and_then(|(before, rest)| {
        let mut words = serde_json::Deserializer::from_str(rest).into_iter::<String>();
        words.next()?.ok()?;
        let (words, after) = rest.split_at(words.byte_offset());
        Some((format!("{before}{after}"), words.to_owned()))
    });
    found.unwrap_or_else(|| (page.to_owned(), String::new()))
}
