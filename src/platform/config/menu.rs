//! Menus that the merchant makes: links in the header and at the foot of every page.

use super::{Config, ConfigError};
use crate::base::translated::Translated;
use serde::{Deserialize, Serialize};

/// An entry of a menu: a link to one of three targets, or a name for those below it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MenuItem {
    /// What it says; a page and a category have names of their own.
    #[serde(skip_serializing_if = "Translated::is_empty")]
    pub label: Translated,
    /// A path of the shop, or an address elsewhere.
    pub url: Option<String>,
    /// The slug of a page of text.
    pub page: Option<String>,
    /// The number of a category.
    pub category: Option<i64>,
    /// Entries below it, which have none below them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Self>,
}

/// Whether links may lead to `url`: a path of the shop, or what browsers open without harm.
pub(super) fn is_link(url: &str) -> bool {
    let is_plain = !url.contains(|it: char| it.is_control() || it.is_whitespace() || it == '\\');
    let is_path = url.starts_with('/') && !url.starts_with("//");
    let known = ["https://", "mailto:", "tel:"];
    let is_address = known
        .iter()
        .any(|it| url.strip_prefix(it).is_some_and(|rest| !rest.is_empty()));
    is_plain && (is_path || is_address)
}

/// Checks that every entry leads somewhere.
pub(super) fn check(config: &Config) -> Result<(), ConfigError> {
    for (key, items) in [
        ("header_menu", &config.header_menu),
        ("footer_menu", &config.footer_menu),
    ] {
        for (index, item) in items.iter().enumerate() {
            let key = format!("{key}[{index}]");
            check_item(item, &key)?;
            for (index, child) in item.children.iter().enumerate() {
                let key = format!("{key}.children[{index}]");
                check_item(child, &key)?;
                if !child.children.is_empty() {
                    let why = "expected menus of two levels at most";
                    return Err(ConfigError::new(&format!("{key}.children"), "[…]", why));
                }
            }
        }
    }
    Ok(())
}

fn check_item(item: &MenuItem, key: &str) -> Result<(), ConfigError> {
    let wrong = |field: &str, value: &str, why: &str| {
        Err(ConfigError::new(&format!("{key}{field}"), value, why))
    };
    let targets = [
        item.url.is_some(),
        item.page.is_some(),
        item.category.is_some(),
    ];
    let label = item.label.get("");
    match targets.iter().filter(|it| **it).count() {
        0 if item.children.is_empty() => {
            return wrong("", label, "expected one of url, page and category");
        }
        0 | 1 => {}
        _ => return wrong("", label, "expected only one of url, page and category"),
    }
    if let Some(url) = item.url.as_ref().filter(|it| !is_link(it)) {
        let why = "expected a path of the shop such as /search, or an https, mailto or tel address";
        return wrong(".url", url, why);
    }
    let is_slug = |text: &str| {
        let plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
        !text.is_empty() && text.bytes().all(plain)
    };
    if let Some(page) = item.page.as_ref().filter(|it| !is_slug(it)) {
        return wrong(".page", page, "expected the slug of a page, such as about");
    }
    if item.label.is_empty() && item.page.is_none() && item.category.is_none() {
        return wrong(".label", "{}", "expected what it says");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_the_shop_or_to_an_address() {
        for url in [
            "/",
            "/search?on_sale=true",
            "https://a.example/",
            "mailto:a@b.example",
            "tel:+49301234",
        ] {
            assert!(is_link(url), "{url}");
        }
        for url in [
            "",
            "search",
            "//evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "/\n/evil.example",
            " https://a.example",
            "http://a.example",
            "data:text/html,x",
            "https://",
        ] {
            assert!(!is_link(url), "{url}");
        }
    }
}
