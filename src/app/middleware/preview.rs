//! The shop as it would be: who comes with a pass of the back office sees it as a new visitor would, and so does whoever follows
//! links from there.

use super::{faults, session};
use crate::{
    base::{consent::Consent, date, error::AppError, html::escaped},
    platform::{cookies, link_key::LinkKey},
    request::{
        answer::redirect,
        preview::{PARAMETER, PreviewPass, previewed},
        state::AppState,
    },
};
use axum::{
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};

/// The shop that is shown instead of the current one.
#[derive(Clone)]
pub struct Previewed(pub AppState);

/// Shows the preview where there is a pass for it.
pub async fn layer(State(state): State<AppState>, request: Request, next: Next) -> Response {
    if request.method() != Method::GET {
        return next.run(request).await;
    }
    answer(state.current(), request, next)
        .await
        .unwrap_or_else(IntoResponse::into_response)
}

async fn answer(state: AppState, mut request: Request, next: Next) -> Result<Response, AppError> {
    let now = date::now();
    let query = request.uri().query().unwrap_or_default();
    if let Some(text) = parameter(query) {
        let key = LinkKey::of_shop(&state.db).await?;
        let Some(pass) = PreviewPass::read(&text, &key) else {
            return Ok(next.run(request).await);
        };
        if !pass.counts(now) {
            let why = "This preview has ended. Press Preview once more.";
            return Ok(message_page(StatusCode::GONE, why, &pass));
        }
        return match previewed(&state).await? {
            Err(error) => Ok(message_page(
                StatusCode::CONFLICT,
                &error.to_string(),
                &pass,
            )),
            Ok(shop) => {
                *request.uri_mut() = without_pass(request.uri());
                // Nobody's session and nobody's cart: it is looked at, and no more. No question hides a part of it.
                let answered = cookies::set_consent(Consent::Declined, &shop.config);
                request.headers_mut().insert(header::COOKIE, answered);
                request.extensions_mut().insert(Previewed(shop));
                let response = redirects_with_pass(next.run(request).await, &text);
                Ok(shown(response, &pass))
            }
        };
    }
    // A link on a page that is previewed.
    let from =
        session::own_page(request.headers()).filter(|_| faults::wants_page(request.headers()));
    let from = from.as_deref().and_then(|from| from.split_once('?'));
    if let Some(text) = from.and_then(|(_, query)| parameter(query)) {
        let key = LinkKey::of_shop(&state.db).await?;
        if PreviewPass::read(&text, &key).is_some_and(|pass| pass.counts(now)) {
            return Ok(redirect(&with_pass(request.uri(), &text)));
        }
    }
    Ok(next.run(request).await)
}

/// Adds the pass to the target of a redirect within the shop, such as to the new URL of a page that the draft renames.
fn redirects_with_pass(mut response: Response, pass: &str) -> Response {
    let to = response.headers().get(header::LOCATION);
    let to = to.and_then(|to| to.to_str().ok()?.parse::<Uri>().ok());
    let own = to.filter(|to| response.status().is_redirection() && to.host().is_none());
    if let Some(to) = own.and_then(|to| HeaderValue::from_str(&with_pass(&to, pass)).ok()) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}

fn parameter(query: &str) -> Option<String> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let (_, text) = pairs.find(|(name, _)| name == PARAMETER)?;
    Some(text.into_owned())
}

fn without_pass(uri: &Uri) -> Uri {
    let pairs = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    let mut rest = form_urlencoded::Serializer::new(String::new());
    for (name, value) in pairs.filter(|(name, _)| name != PARAMETER) {
        rest.append_pair(&name, &value);
    }
    let (path, rest) = (uri.path(), rest.finish());
    let plain = match rest.as_str() {
        "" => path.to_owned(),
        rest => format!("{path}?{rest}"),
    };
    plain.parse().unwrap_or_else(|_| uri.clone())
}

fn with_pass(uri: &Uri, text: &str) -> String {
    let there = uri.path_and_query().map_or("/", |it| it.as_str());
    let mark = if uri.query().is_some() { '&' } else { '?' };
    format!("{there}{mark}{PARAMETER}={text}")
}

/// `response`, which the back office may put into a frame, and nobody keeps.
fn shown(mut response: Response, pass: &PreviewPass) -> Response {
    let headers = response.headers_mut();
    headers.remove(header::SET_COOKIE);
    let policy = headers.get(header::CONTENT_SECURITY_POLICY);
    let policy = policy.and_then(|it| it.to_str().ok()).map(|policy| {
        let frames = format!("frame-ancestors {}", pass.frames);
        policy.replace("frame-ancestors 'none'", &frames)
    });
    if let Some(policy) = policy.and_then(|it| HeaderValue::from_str(&it).ok()) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("no-store, private"),
    );
    response
}

/// A page of one sentence.
fn message_page(status: StatusCode, text: &str, pass: &PreviewPass) -> Response {
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Preview</title><p>{}</p></html>",
        escaped(text)
    );
    let mut response = (status, Html(html)).into_response();
    let policy = format!("default-src 'none'; frame-ancestors {}", pass.frames);
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pass_stands_in_the_address_and_no_page_sees_it() {
        for (plain, with) in [
            ("/", "/?preview=1.a.b"),
            ("/search?q=a+b", "/search?q=a+b&preview=1.a.b"),
        ] {
            let plain: Uri = plain.parse().expect("an address");
            assert_eq!(with_pass(&plain, "1.a.b"), with);
            assert_eq!(without_pass(&with.parse().expect("an address")), plain);
        }
        assert_eq!(parameter("a=1&preview=x.y.z"), Some("x.y.z".to_owned()));
        assert_eq!(parameter("previews=1"), None);
    }
}
