//! What tokens may do, in words.

use crate::content::apps::{Key, Scope};
use leptos::prelude::*;

/// The words for every scope; those first that open something.
const SCOPES: [(&str, &str); 17] = [
    (Scope::STOREFRONT.0, "See what shoppers see"),
    (
        Scope::CATALOG.0,
        "Read all products and categories, hidden ones too",
    ),
    (
        Scope::PROFILE.0,
        "Read the shop's settings (a secret token always may)",
    ),
    (Scope::WIDGET_PAGES.0, "Read the shop's pages as data"),
    ("update_store_profile", "Change the shop's settings"),
    ("create_catalog", "Add products and categories"),
    ("update_catalog", "Change products and categories"),
    ("read_orders", "Read orders"),
    ("create_orders", "Add orders"),
    ("update_orders", "Change orders"),
    ("read_customers", "Read customers"),
    ("create_customers", "Add customers"),
    ("update_customers", "Change customers"),
    ("read_discount_coupons", "Read coupons"),
    ("create_discount_coupons", "Add coupons"),
    ("update_discount_coupons", "Change coupons"),
    ("customize_storefront", "Change how the shop looks"),
];
/// Those that open something.
const USED: usize = 4;

/// The words for `scope`.
pub fn of(scope: &str) -> String {
    let known = SCOPES.iter().find(|(name, _)| *name == scope);
    known.map_or(scope, |(_, words)| words).to_owned()
}

/// A box for every scope, ticked for those that are `chosen`.
pub fn scopes(chosen: &[String]) -> impl IntoView + use<> {
    let boxed = |(scope, words): &(&'static str, &'static str)| {
        let id = format!("scope-{scope}");
        let on = chosen.iter().any(|it| it == scope);
        view! {
            <div class="field field--flag">
                <input id=id.clone() name="scope" type="checkbox" value=*scope checked=on/>
                <label for=id>{*words}</label>
            </div>
        }
    };
    let (used, later) = SCOPES.split_at(USED);
    let any_later = later
        .iter()
        .any(|(scope, _)| chosen.iter().any(|it| it == scope));
    view! {
        <fieldset class="group">
            <legend>"What it may do"</legend>
            {used.iter().map(boxed).collect_view()}
            <details class="part" open=any_later>
                <summary>"What an app may ask to do, and this version does not offer yet"</summary>
                <div class="several">{later.iter().map(boxed).collect_view()}</div>
            </details>
        </fieldset>
    }
}

/// What `key` is for.
pub fn about(key: Key) -> &'static str {
    match key {
        Key::Public => {
            "For scripts in your shop's pages. Everybody can read it, and it opens only what shoppers see."
        }
        Key::Secret => {
            "For programs on machines that you trust. Whoever has it may do all that is ticked above."
        }
        Key::Client => {
            "Another website signs with it that a customer of yours is who they are (single sign-on)."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scope_has_words() {
        let mut with_words: Vec<&str> = SCOPES.iter().map(|(scope, _)| *scope).collect();
        let mut all = Scope::ALL.to_vec();
        with_words.sort_unstable();
        all.sort_unstable();
        assert_eq!(with_words, all);
    }
}
