//! Which page a path is, for scripts; and which path a slug opens (`spec/pages.md` 1, 2).

use crate::{account::browser::needs_account, url::encoded, validate};

/// The `type` of the page at `path`.
pub fn page_type(path: &str, signed_in: bool) -> &'static str {
    match path {
        "/" => "CATEGORY",
        "/account/register" => "SIGN_IN",
        path if needs_account(path) && signed_in => "ACCOUNT_SETTINGS",
        path if needs_account(path) => "SIGN_IN",
        _ => "SITE",
    }
}

/// The path that `Ecwid.openPage(slug, …)` opens. A slug without a page opens its not-found page.
pub fn path(slug: &str, return_url: Option<&str>) -> String {
    match slug.trim_matches('/') {
        "" | "category" => "/".to_owned(),
        "account" | "account/settings" | "signin" => {
            match return_url.and_then(validate::return_path) {
                Some(next) => format!("/account?returnurl={}", encoded(next)),
                None => "/account".to_owned(),
            }
        }
        other => format!(
            "/{}",
            other.split('/').map(encoded).collect::<Vec<_>>().join("/")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_pages_as_the_spec_does() {
        assert_eq!(page_type("/", false), "CATEGORY");
        assert_eq!(page_type("/account", false), "SIGN_IN");
        assert_eq!(page_type("/account", true), "ACCOUNT_SETTINGS");
        assert_eq!(page_type("/account/register", true), "SIGN_IN");
        assert_eq!(page_type("/elsewhere", true), "SITE");
    }

    #[test]
    fn opens_slugs_and_never_another_origin() {
        assert_eq!(path("account", None), "/account");
        assert_eq!(
            path("signin", Some("/cart?a=b")),
            "/account?returnurl=%2Fcart%3Fa%3Db"
        );
        assert_eq!(path("signin", Some("//evil.example")), "/account");
        assert_eq!(path("category", None), "/");
        assert_eq!(path("//evil.example/x", None), "/evil.example/x");
        assert_eq!(path("pages/no such?", None), "/pages/no%20such%3F");
    }
}
