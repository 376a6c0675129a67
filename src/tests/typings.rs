//! `/storefront.d.ts` and the checklist of the API say the same: what is on one is on the other.

use crate::support::Shop;
use regex::Regex;
use std::collections::BTreeSet;

const TYPES: &str = include_str!("../storefront_api/storefront.d.ts");
/// Parts of the checklist that no script's types speak of: other sites' pages, and links.
const ELSEWHERE: [&str; 2] = ["embedding", "cart-links"];
/// What the checklist calls the objects whose members these interfaces have; others are called as they are.
const NAMES: [(&str, &str); 13] = [
    ("Api", "Ecwid."),
    ("CartApi", "Ecwid.Cart."),
    ("CustomerApi", "Ecwid.Customer."),
    ("InstantSite", "instantsite."),
    ("SignInProvider", "signInProvider."),
    ("Configuration", "ec."),
    ("Config", "ec.config."),
    ("ChameleonColors", "ec.config.chameleon.colors."),
    ("StorefrontConfig", "ec.storefront."),
    ("OrderConfig", "ec.order."),
    ("ExtraField", "extraField."),
    ("ExtraFieldOption", "extraField.option."),
    ("DatePickerOptions", "datePickerOptions."),
];

/// Items of the checklist that the types are to have.
fn checklist() -> Vec<String> {
    let text = include_str!("../../end2end/spec/coverage.csv");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let rows = rows.records().map(|row| row.expect("a line"));
    let kept = rows.filter(|row| !ELSEWHERE.contains(&&row[0]));
    let kept = kept.filter(|row| ["event", "function", "object", "config"].contains(&&row[2]));
    kept.map(|row| row[1].to_owned()).collect()
}

/// The object or member that an item is about; none if it is told in words.
fn name_of(item: &str) -> Option<String> {
    let item = item.strip_prefix("window.").unwrap_or(item);
    let name = item.split([' ', '(', '=', '[', '{']).next()?;
    let name = name.trim_end_matches('.');
    let is_words = item.contains(' ') && !name.contains('.');
    let is_value = item.contains('=') && !name.contains('.');
    (!is_words && !is_value).then(|| name.to_owned())
}

/// Everything that the types name, as the checklist calls it: `Ecwid.Cart.get`, `Page.type`.
fn typed() -> BTreeSet<String> {
    let begin = Regex::new(r"^\s*interface (\w+)").expect("a pattern");
    let member = Regex::new(r"^\s+'?([\w-]+)'?\??(?:\(|: )(.*)").expect("a pattern");
    let inner = Regex::new(r"[{;] '?([\w-]+)'?\??:").expect("a pattern");
    let (mut names, mut within) = (BTreeSet::new(), None);
    for line in TYPES.lines() {
        if let Some(found) = begin.captures(line) {
            let known = NAMES.iter().find(|(interface, _)| *interface == &found[1]);
            within = Some(match (known, &found[1]) {
                (Some((_, name)), _) => (*name).to_owned(),
                (None, "Window") => String::new(),
                (None, other) => {
                    names.insert(other.to_owned());
                    format!("{other}.")
                }
            });
        } else if let (Some(found), Some(object)) = (member.captures(line), &within) {
            let name = format!("{object}{}", &found[1]);
            // Members of a member stand in its line.
            if found[2].starts_with('{') {
                let inner = inner.captures_iter(&found[2]);
                names.extend(inner.map(|it| format!("{name}.{}", &it[1])));
            }
            names.insert(name);
        } else if line.trim() == "}" {
            within = None;
        } else if let Some(alias) = line.trim().strip_prefix("type ") {
            names.extend(alias.split([' ', '<']).next().map(str::to_owned));
        }
    }
    names
}

#[test]
fn what_is_on_the_checklist_has_a_type() {
    let (typed, mut looked_at) = (typed(), 0);
    let value = Regex::new(r"^[\w.]+=(\w+)$").expect("a pattern");
    for item in checklist() {
        if let Some(found) = value.captures(&item) {
            let quoted = format!("'{}'", &found[1]);
            assert!(TYPES.contains(&quoted), "{item} is no value of a type");
            looked_at += 1;
        }
        let Some(name) = name_of(&item) else { continue };
        let in_words = ["errorCallback", "SSO profile"].contains(&name.as_str());
        assert!(in_words || typed.contains(&name), "{item} has no type");
        looked_at += 1;
    }
    assert!(looked_at > 400, "{looked_at} items are looked at");
}

#[test]
fn what_has_a_type_is_on_the_checklist() {
    let named: BTreeSet<String> = checklist().iter().filter_map(|it| name_of(it)).collect();
    // Types that are written out once, and what every event has.
    let helpers = [
        "AddCallback",
        "RemoveCallback",
        "ErrorCallback",
        "Consent",
        "Widget",
        "Interval",
        "PageType",
        "Font",
        "Event",
        "Event.add",
    ];
    for name in typed() {
        let holds_items = named.iter().any(|it| it.starts_with(&format!("{name}.")));
        let holder = name.rsplit_once('.').map_or("", |(holder, _)| holder);
        let is_part = holder.contains('.') && named.contains(holder);
        assert!(
            named.contains(&name) || holds_items || is_part || helpers.contains(&name.as_str()),
            "{name} is on no line of the checklist"
        );
    }
}

#[tokio::test]
async fn the_shop_serves_its_types() {
    let shop = Shop::open().await;
    let answer = shop.browser().get("/storefront.d.ts").await;
    assert_eq!((answer.status, &*answer.body), (200, TYPES));
    assert!(answer.header("content-type").starts_with("text/plain"));
}
