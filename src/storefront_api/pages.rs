//! Which page a path is, for scripts; and which path a slug or hash opens (`spec/pages.md` 1–3).

use crate::{
    account::browser::needs_account,
    base::{
        paths::{ORDER_PREFIX, ShopPath},
        url::{decoded_bytes, encoded, id_in_path},
        validate,
    },
};

/// What a path alone says of its page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The page's `type`.
    pub kind: &'static str,
    /// Id of the product or category.
    pub id: Option<i64>,
    /// What is searched for.
    pub keyword: Option<String>,
    /// The category that a product was come from, if the URL says so.
    pub category: Option<i64>,
}

/// The route of `url`, a path with or without a query.
pub fn route(url: &str, signed_in: bool) -> Route {
    let url = url.split('#').next().unwrap_or_default();
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let named = |name: &str| {
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    };
    let plain = |kind| Route {
        kind,
        id: None,
        keyword: None,
        category: None,
    };
    let path = if path.is_empty() { "/" } else { path };
    match ShopPath::at(path) {
        Some(ShopPath::Home) => Route {
            id: Some(0),
            ..plain(ShopPath::Home.page_type(signed_in))
        },
        Some(ShopPath::Search) => {
            let keyword = named("keyword").or(named("keywords")).unwrap_or_default();
            let keyword = keyword.replace('+', " ");
            Route {
                keyword: Some(keyword),
                ..plain(ShopPath::Search.page_type(signed_in))
            }
        }
        Some(known) => plain(known.page_type(signed_in)),
        None if path.starts_with(ORDER_PREFIX) => plain("ORDERS"),
        None if needs_account(path) => plain(ShopPath::Account.page_type(signed_in)),
        None => {
            let numbered = |letter| id_in_path(path, letter).map(Some);
            match (numbered('p'), numbered('c')) {
                (Some(id), _) => Route {
                    id,
                    category: named("category").and_then(|value| value.parse().ok()),
                    ..plain("PRODUCT")
                },
                (_, Some(id)) => Route {
                    id,
                    ..plain("CATEGORY")
                },
                _ => plain("SITE"),
            }
        }
    }
}

/// The path that `Ecwid.openPage(slug, parameters)` opens; `None` if the call is to be ignored.
/// A slug without a page opens its not-found page.
pub fn path(slug: &str, parameters: &[(String, String)]) -> Option<String> {
    let get = |name: &str| {
        let found = parameters.iter().find(|(known, _)| known == name);
        found
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    };
    let pairs = |kept: &dyn Fn(&str) -> bool| {
        let pairs = parameters
            .iter()
            .filter(|(name, value)| kept(name) && !value.is_empty());
        let pairs: Vec<String> = pairs
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        if pairs.is_empty() {
            String::new()
        } else {
            format!("?{}", pairs.join("&"))
        }
    };
    let numbered = |letter: char, id: &str| {
        let id: i64 = id.parse().ok().filter(|id| *id > 0)?;
        let name = get("name")
            .or(get("slug_value"))
            .unwrap_or_default()
            .replace(' ', "-");
        let dash = if name.is_empty() { "" } else { "-" };
        Some(format!("/{}{dash}{letter}{id}", encoded(&name)))
    };
    Some(match slug.trim_matches('/') {
        "product" => {
            numbered('p', get("id")?)?
                + &pairs(&|name| matches!(name, "variation" | "options" | "category"))
        }
        "category" => match get("id").and_then(|id| numbered('c', id)) {
            Some(path) => {
                path + &pairs(&|name| name == "page" || name == "sort" || name == "offset")
            }
            None => "/".to_owned(),
        },
        "" => "/".to_owned(),
        "search" => "/search".to_owned() + &pairs(&|_| true),
        "account" | "account/settings" | "signin" => {
            match get("returnurl").and_then(validate::return_path) {
                Some(next) => format!("/account?returnurl={}", encoded(next)),
                None => "/account".to_owned(),
            }
        }
        // What the step with the address was once called.
        "checkout/shipping-address" => ShopPath::CheckoutAddress.text().to_owned(),
        other => {
            let path = other
                .split('/')
                .filter(|part| !part.is_empty())
                .map(encoded)
                .collect::<Vec<_>>()
                .join("/");
            format!("/{path}{}", pairs(&|_| true))
        }
    })
}

/// The path that a hash URL (`#!/…`, with or without the first `#`) means (`spec/pages.md` 3.1).
pub fn of_hash(hash: &str) -> Option<String> {
    let rest = hash.trim_start_matches('#').strip_prefix("!/")?;
    if let Some(service) = rest.strip_prefix("~/") {
        let (slug, query) = service_parts(service);
        let decode = |text: &str| decoded(&text.replace('+', " "));
        let parameters: Vec<(String, String)> = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (decode(name), decode(value)))
            .collect();
        return path(slug, &parameters);
    }
    let parts: Vec<&str> = rest.split('/').collect();
    let kind = parts.iter().rposition(|part| matches!(*part, "p" | "c"))?;
    let (name, id) = (
        decoded(parts.get(..kind)?.join("/").as_str()),
        parts.get(kind + 1)?,
    );
    let slug = if parts[kind] == "p" {
        "product"
    } else {
        "category"
    };
    let mut parameters = vec![
        ("id".to_owned(), (*id).to_owned()),
        ("name".to_owned(), name),
    ];
    let category = parts
        .get(kind + 2)
        .and_then(|part| part.strip_prefix("category="));
    parameters.extend(category.map(|category| ("category".to_owned(), category.to_owned())));
    path(slug, &parameters)
}

/// `search/keyword=mug&offset=0`: the slug, and what follows its last slash if that is a query.
fn service_parts(service: &str) -> (&str, &str) {
    match service.rsplit_once('/') {
        Some((slug, query)) if query.contains('=') => (slug, query),
        _ => (service, ""),
    }
}

fn decoded(text: &str) -> String {
    String::from_utf8_lossy(&decoded_bytes(text)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn open(slug: &str, parameters: &[(&str, &str)]) -> Option<String> {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        path(slug, &parameters.iter().map(owned).collect::<Vec<_>>())
    }

    #[test]
    fn names_pages_as_the_spec_does() {
        let kind = |url, signed_in| route(url, signed_in).kind;
        assert_eq!(kind("/", false), "CATEGORY");
        assert_eq!(kind("/account", false), "SIGN_IN");
        assert_eq!(kind("/account", true), "ACCOUNT_SETTINGS");
        assert_eq!(kind("/account/register", true), "SIGN_IN");
        assert_eq!(kind("/elsewhere", true), "SITE");
        assert_eq!(kind("/cart?x", true), "CART");
        assert_eq!(
            route("/Blue-Mug-p12?options=1#x", false),
            Route {
                kind: "PRODUCT",
                id: Some(12),
                keyword: None,
                category: None,
            }
        );
        assert_eq!(route("/Mugs-c3", false).id, Some(3));
        assert_eq!(route("/p12?a=b&category=0", false).category, Some(0));
        assert_eq!(
            route("/search?a=b&keyword=blue+mug", false)
                .keyword
                .as_deref(),
            Some("blue mug")
        );
    }

    #[test]
    fn opens_slugs_and_never_another_origin() {
        assert_eq!(open("account", &[]).as_deref(), Some("/account"));
        assert_eq!(
            open("signin", &[("returnurl", "/cart?a=b")]).as_deref(),
            Some("/account?returnurl=%2Fcart%3Fa%3Db")
        );
        assert_eq!(
            open("signin", &[("returnurl", "//evil.example")]).as_deref(),
            Some("/account")
        );
        assert_eq!(open("category", &[]).as_deref(), Some("/"));
        assert_eq!(
            open("category", &[("id", "0"), ("page", "3")]).as_deref(),
            Some("/")
        );
        assert_eq!(
            open(
                "category",
                &[("id", "4"), ("name", "Blue mugs"), ("page", "3")]
            )
            .as_deref(),
            Some("/Blue-mugs-c4?page=3")
        );
        assert_eq!(
            open("checkout/shipping-address", &[]).as_deref(),
            Some("/checkout/address")
        );
        assert_eq!(open("product", &[]), None);
        assert_eq!(
            open("product", &[("id", "7"), ("options", "1,2")]).as_deref(),
            Some("/p7?options=1%2C2")
        );
        assert_eq!(
            open(
                "product",
                &[("id", "7"), ("slug_value", "mug"), ("variation", "9")]
            )
            .as_deref(),
            Some("/mug-p7?variation=9")
        );
        assert_eq!(
            open("search", &[("keyword", "a b"), ("attribute_Paper", "X,Y")]).as_deref(),
            Some("/search?keyword=a%20b&attribute_Paper=X%2CY")
        );
        assert_eq!(
            open("//evil.example/x", &[]).as_deref(),
            Some("/evil.example/x")
        );
        assert_eq!(
            open("pages/no such?", &[]).as_deref(),
            Some("/pages/no%20such%3F")
        );
    }

    #[test]
    fn hash_urls_mean_clean_ones() {
        for (hash, path) in [
            ("#!/Blue-Mug/p/12", Some("/Blue-Mug-p12")),
            (
                "#!/Blue%20Mug/p/12/category=3",
                Some("/Blue-Mug-p12?category=3"),
            ),
            ("#!/Mugs/c/3", Some("/Mugs-c3")),
            ("#!/~/product/id=12", Some("/p12")),
            ("#!/~/category/id=3", Some("/c3")),
            ("#!/~/cart", Some("/cart")),
            ("#!/~/pages/terms", Some("/pages/terms")),
            (
                "#!/~/search/keyword=blue+mug",
                Some("/search?keyword=blue%20mug"),
            ),
            (
                "#!/~/search/offset=0&sort=relevance&keywords=mug",
                Some("/search?offset=0&sort=relevance&keywords=mug"),
            ),
            ("#main", None),
            ("#!/nothing", None),
        ] {
            assert_eq!(of_hash(hash).as_deref(), path, "{hash}");
        }
    }

    proptest! {
        #[test]
        fn no_hash_is_a_panic_or_another_origin(hash in "#!/\\PC{0,60}") {
            if let Some(path) = of_hash(&hash) {
                prop_assert!(path.starts_with('/') && !path.starts_with("//"), "{path}");
            }
        }
    }
}
