//! What every answer tells the browser to guard against.

use crate::{
    platform::{config::Config, videos::Host},
    request::state::AppState,
};
use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

/// Adds the headers; a page's own policy, with its nonce, stands.
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let state = state.current();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut fixed = |name: HeaderName, value: &'static str| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    fixed(
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    fixed(header::REFERRER_POLICY, "same-origin");
    fixed(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    fixed(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    fixed(
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    );
    if state.config.is_https() {
        fixed(header::STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    // Whatever is not explicitly for everybody may be personal.
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-store, private"),
        );
        headers.append(header::VARY, HeaderValue::from_static("Cookie"));
    }
    response
}

/// The policy of a page whose inline scripts carry `nonce`, in a shop whose videos these `players` play.
///
/// Whoever comes to one from another page of the shop has the policy of that. Its forms lead to `forms` besides the shop itself.
pub fn page_policy(
    nonce: &str,
    config: &Config,
    players: impl Iterator<Item = Host>,
    forms: &[String],
) -> String {
    let forms: String = forms.iter().map(|origin| format!(" {origin}")).collect();
    let players: String = players.map(|host| format!(" {}", host.origin())).collect();
    let own = |directive: &str, more: &str| {
        let mut line = format!("{directive} 'self'{more}");
        for origin in &config.script_origins {
            line.push(' ');
            line.push_str(origin);
        }
        line
    };
    [
        "default-src 'self'".to_owned(),
        format!("script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'"),
        // Scripts of real shops bring styles: injected `<style>`, `style="…"` in `innerHTML`, `setAttribute`.
        // What a style can do, those scripts, which the merchant chose, can do anyway; texts of shoppers
        // are escaped, and no page shows one's style to another.
        own("style-src", " 'unsafe-inline'"),
        own("img-src", " data:"),
        own("font-src", ""),
        own("connect-src", ""),
        own("frame-src", &players),
        format!(
            "object-src 'none'; base-uri 'none'; form-action 'self'{forms}; frame-ancestors 'none'"
        ),
    ]
    .join("; ")
}
