//! Where a request comes from. What the back office's own pages did not cause, it does not do: the shop's pages are of the
//! same site, and their scripts are other people's.

use axum::http::{HeaderMap, HeaderName, Method, header};

/// Who caused a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A page of the back office, or a person who typed its address.
    Own,
    /// Somebody followed a link from elsewhere to a page.
    Visit,
    /// Anything else from elsewhere.
    Foreign,
}

/// Who caused a request of `method` with `headers` to the back office, which is at `origin` if that is known.
pub fn cause(method: &Method, headers: &HeaderMap, origin: &str) -> Cause {
    let text = |name: &'static str| {
        let value = headers.get(HeaderName::from_static(name));
        value.map(|value| value.to_str().unwrap_or("?"))
    };
    let is_page = text("sec-fetch-mode") == Some("navigate")
        && text("sec-fetch-dest").is_none_or(|kind| kind == "document");
    match (text("sec-fetch-site"), headers.get(header::ORIGIN)) {
        (Some("same-origin" | "none"), _) => Cause::Own,
        (Some(_), _) if method == Method::GET && is_page => Cause::Visit,
        (Some(_), _) => Cause::Foreign,
        // Browsers of before 2023 say it in posts alone; what is only looked at shows nothing to others.
        (None, None) if method.is_safe() => Cause::Own,
        (None, Some(sent)) if is_own(sent.to_str().unwrap_or("?"), text("host"), origin) => {
            Cause::Own
        }
        (None, _) => Cause::Foreign,
    }
}

fn is_own(sent: &str, host: Option<&str>, origin: &str) -> bool {
    match origin {
        "" => sent.split_once("://").map(|(_, host)| host) == host && host.is_some(),
        origin => sent == origin,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn of(method: &Method, sent: &[(&'static str, &'static str)], origin: &str) -> Cause {
        let header = |(name, value): &(&'static str, &'static str)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        };
        cause(method, &sent.iter().map(header).collect(), origin)
    }

    #[test]
    fn only_its_own_pages_cause_anything() {
        let (get, post) = (&Method::GET, &Method::POST);
        let host = ("host", "office.test");
        assert_eq!(
            of(post, &[("sec-fetch-site", "same-origin")], ""),
            Cause::Own
        );
        assert_eq!(of(get, &[("sec-fetch-site", "none")], ""), Cause::Own);
        assert_eq!(of(get, &[], ""), Cause::Own);
        let link = [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "document"),
        ];
        assert_eq!(of(get, &link, ""), Cause::Visit);
        assert_eq!(of(post, &link, ""), Cause::Foreign);
        let frame = [
            ("sec-fetch-site", "same-site"),
            ("sec-fetch-mode", "navigate"),
            ("sec-fetch-dest", "iframe"),
        ];
        assert_eq!(of(get, &frame, ""), Cause::Foreign);
        assert_eq!(
            of(get, &[("sec-fetch-site", "same-site")], ""),
            Cause::Foreign
        );
        assert_eq!(of(post, &[host], ""), Cause::Foreign);
        assert_eq!(
            of(post, &[host, ("origin", "http://office.test")], ""),
            Cause::Own
        );
        assert_eq!(
            of(post, &[host, ("origin", "http://shop.test")], ""),
            Cause::Foreign
        );
        assert_eq!(of(post, &[host, ("origin", "null")], ""), Cause::Foreign);
        let away = "https://office.example";
        assert_eq!(
            of(post, &[host, ("origin", "http://office.test")], away),
            Cause::Foreign
        );
        assert_eq!(
            of(post, &[host, ("origin", "https://office.example")], away),
            Cause::Own
        );
    }
}
