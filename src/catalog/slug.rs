//! The words in a product's or category's URL.

use crate::base::{paths::SEGMENTS, url::id_in_path};

/// What a catalogue path names, before looking whether it exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CataloguePath<'a> {
    /// `/…-p123`.
    Product(i64),
    /// `/…-c45`.
    Category(i64),
    /// Any other single segment.
    Slug(&'a str),
}

/// First segments that are reserved besides the shop's own: Ecwid's pages (`spec/pages.md` 3.2).
const RESERVED: &[&str] = &[
    "downloaderror",
    "fbautofillcheckout",
    "orderfailure",
    "pay",
    "readyz",
    "repeat-order",
    "resetpassword",
    "signin",
    "signout",
    "subscribe",
    "unsubscribe",
];

/// Most characters of a name that its slug keeps.
const KEPT: usize = 80;
/// Longest slug, in characters: a name's, and what is put behind it to set it apart.
const MAX_LENGTH: usize = 100;

/// What `path` (percent-decoded, with its leading slash) names in the catalogue.
pub fn named(path: &str) -> Option<CataloguePath<'_>> {
    let segment = path.strip_prefix('/')?;
    if segment.is_empty() || segment.contains('/') {
        return None;
    }
    Some(match (id_in_path(path, 'p'), id_in_path(path, 'c')) {
        (Some(id), _) => CataloguePath::Product(id),
        (_, Some(id)) => CataloguePath::Category(id),
        _ => CataloguePath::Slug(segment),
    })
}

/// `name` as it stands in a URL with an id: `Blue Mug` becomes `Blue-Mug`.
pub fn words(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for character in name.chars().take(KEPT) {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !matches!(character, '\'' | '’') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// `name` as a slug without an id: lower case, and never a page of the shop's own.
pub fn auto(name: &str) -> String {
    let slug = words(&name.to_lowercase());
    let taken = slug.is_empty()
        || is_reserved(&slug)
        || matches!(
            named(&format!("/{slug}")),
            Some(CataloguePath::Product(_) | CataloguePath::Category(_))
        );
    if taken {
        format!("{slug}-item").trim_start_matches('-').to_owned()
    } else {
        slug
    }
}

/// Whether `slug` is the first segment of a page that no product may stand in front of.
fn is_reserved(slug: &str) -> bool {
    RESERVED.contains(&slug) || SEGMENTS.iter().any(|(segment, _)| *segment == slug)
}

/// Whether a merchant's own `slug` can be a path of the shop.
pub fn is_allowed(slug: &str) -> bool {
    let plain = |character: char| character.is_alphanumeric() || "-_.".contains(character);
    !slug.is_empty()
        && slug.chars().count() <= MAX_LENGTH
        && slug.chars().all(plain)
        && !is_reserved(&slug.to_lowercase())
        && matches!(named(&format!("/{slug}")), Some(CataloguePath::Slug(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_become_urls_that_can_be_read() {
        assert_eq!(words("Blue Mug, 0.5 l — “Tide's”"), "Blue-Mug-0-5-l-Tides");
        assert_eq!(words("Öl & Wasser"), "Öl-Wasser");
        assert_eq!(auto("Öl & Wasser"), "öl-wasser");
        assert_eq!(
            (auto("Search"), auto("…"), auto("Mug p12")),
            ("search-item".into(), "item".into(), "mug-p12-item".into())
        );
    }

    #[test]
    fn no_slug_stands_in_front_of_a_page_of_the_shop() {
        for (segment, _) in SEGMENTS {
            assert!(
                !is_allowed(segment) && auto(segment) != segment,
                "{segment}"
            );
        }
        assert!(!is_allowed("SignIn") && is_allowed("cartridge"));
    }

    #[test]
    fn ids_are_found_at_the_end() {
        assert_eq!(named("/Blue-Mug-p123"), Some(CataloguePath::Product(123)));
        assert_eq!(named("/p123"), Some(CataloguePath::Product(123)));
        assert_eq!(named("/Mugs-c4"), Some(CataloguePath::Category(4)));
        assert_eq!(named("/mp3"), Some(CataloguePath::Slug("mp3")));
        assert_eq!(named("/mug-p"), Some(CataloguePath::Slug("mug-p")));
        assert_eq!(named("/mug-p0"), Some(CataloguePath::Slug("mug-p0")));
        assert_eq!(named("/a/b-p1"), None);
        assert_eq!(named("/"), None);
    }

    proptest! {
        #[test]
        fn every_name_makes_a_slug_that_is_its_own(name in "\\PC{0,200}") {
            let slug = auto(&name);
            prop_assert!(matches!(named(&format!("/{slug}")), Some(CataloguePath::Slug(_))), "{slug}");
            prop_assert!(is_allowed(&slug), "{slug}");
        }

        #[test]
        fn every_name_with_an_id_leads_back_to_it(name in "\\PC{0,200}", id in 1..i64::MAX) {
            let path = format!("/{}-p{id}", words(&name)).replace("/-p", "/p");
            prop_assert_eq!(named(&path), Some(CataloguePath::Product(id)));
        }

        #[test]
        fn no_path_is_a_panic(path in "\\PC{0,100}") {
            let _ = named(&path);
        }
    }
}
