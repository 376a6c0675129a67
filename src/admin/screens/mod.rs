//! The screens of the store's settings: what is on each, and who sees and changes it. Every setting is on one.

pub mod fields;
mod sketch;

use super::{access::Access, form::Field, staff::role::Right};
use std::sync::LazyLock;

/// Some settings that belong together.
pub struct Screen {
    /// Where it is.
    pub path: &'static str,
    /// Where a change of it is undone.
    pub undo: &'static str,
    /// Where a draft of it is kept, if it [has any](Self::has_drafts).
    pub draft: &'static str,
    /// What the merchant calls it.
    pub title: &'static str,
    /// Where in the menu it stands.
    pub group: &'static str,
    /// A sentence about it.
    pub lead: &'static str,
    /// Who sees it.
    pub see: Right,
    /// Who changes it.
    pub change: Access,
    /// The settings.
    pub fields: &'static [Field],
}

impl Screen {
    /// Whether a picture can be sent with it.
    pub fn takes_pictures(&self) -> bool {
        self.fields
            .iter()
            .any(|field| matches!(field.key, "home" | "brand"))
    }

    /// Whether its settings can be drafts, to be previewed before shoppers see them: those about how the shop looks.
    pub fn has_drafts(&self) -> bool {
        const LOOK: [&str; 4] = ["brand", "header_menu", "home", "storefront"];
        // A step of the guide has no drafts.
        !self.draft.is_empty() && self.fields.iter().any(|field| LOOK.contains(&field.key))
    }
}

macro_rules! screen {
    ($slug:literal, $title:literal, $group:literal, $change:expr, $fields:expr, $lead:literal) => {
        Screen {
            path: concat!("/settings/", $slug),
            undo: concat!("/settings/", $slug, "/undo"),
            draft: concat!("/settings/", $slug, "/draft"),
            title: $title,
            group: $group,
            lead: $lead,
            see: Right::SeeSettings,
            change: $change,
            fields: $fields,
        }
    };
}

const CONTENT: Access = Access::Right(Right::ChangeContent);
const SELLING: Access = Access::Right(Right::ChangeSettings);
const KEYS: Access = Access::Proved(Right::ManageKeys);

/// Every screen, in the order of the menu.
pub static SCREENS: LazyLock<Vec<Screen>> = LazyLock::new(|| {
    vec![
        screen!(
            "store",
            "Store",
            "Shop",
            SELLING,
            fields::STORE,
            "What your shop is called, and who stands behind it."
        ),
        screen!(
            "brand",
            "Brand",
            "Shop",
            CONTENT,
            fields::BRAND,
            "Logo, colour, fonts: what makes it yours."
        ),
        screen!(
            "menus",
            "Menus",
            "Shop",
            CONTENT,
            fields::MENUS,
            "Where the header and the foot of every page lead."
        ),
        screen!(
            "home",
            "Home page",
            "Shop",
            CONTENT,
            fields::HOME,
            "What shoppers see first, section by section."
        ),
        screen!(
            "design",
            "Design",
            "Shop",
            CONTENT,
            *fields::DESIGN,
            "What pages show, and how. Scripts of the shop can say otherwise for a page."
        ),
        screen!(
            "languages",
            "Languages",
            "Shop",
            CONTENT,
            fields::LANGUAGES,
            "What your shop speaks."
        ),
        screen!(
            "addresses",
            "Lists and addresses",
            "Shop",
            CONTENT,
            fields::ADDRESSES,
            "How pages are addressed, and how much is on them."
        ),
        screen!(
            "taxes",
            "Taxes",
            "Selling",
            SELLING,
            fields::TAXES,
            "What share of a price goes to the state."
        ),
        screen!(
            "shipping",
            "Delivery",
            "Selling",
            SELLING,
            fields::SHIPPING,
            "How orders reach shoppers, and what that costs."
        ),
        screen!(
            "payment",
            "Payment",
            "Selling",
            SELLING,
            fields::PAYMENT,
            "How you are paid."
        ),
        screen!(
            "discounts",
            "Discounts",
            "Selling",
            SELLING,
            fields::DISCOUNTS,
            "What is taken off without a code."
        ),
        screen!(
            "coupons",
            "Coupons",
            "Selling",
            SELLING,
            fields::COUPONS,
            "What is taken off with one."
        ),
        screen!(
            "checkout",
            "Checkout and accounts",
            "Selling",
            SELLING,
            fields::CHECKOUT,
            "How an order is placed, and what customers may do."
        ),
        screen!(
            "questions",
            "Questions at the checkout",
            "Selling",
            SELLING,
            fields::EXTRA_FIELDS,
            "What else you want to know, and what it may cost."
        ),
        screen!(
            "emails",
            "E-mails",
            "Selling",
            SELLING,
            fields::EMAILS,
            "Who they are from, and who is told of orders."
        ),
        screen!(
            "answers",
            "Answers ready to use",
            "Selling",
            SELLING,
            fields::ANSWERS,
            "What you write once, and put into an answer to a customer's question."
        ),
        screen!(
            "scripts",
            "Scripts",
            "Extensions",
            KEYS,
            fields::SCRIPTS,
            "What runs in shoppers' browsers besides the shop itself."
        ),
    ]
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::config::STORE_KEYS;

    #[test]
    fn every_setting_of_the_store_is_on_one_screen() {
        let mut shown: Vec<&str> = SCREENS
            .iter()
            .flat_map(|it| it.fields)
            .map(|it| it.key)
            .collect();
        // The words have a page of their own: there are hundreds.
        shown.push("labels");
        let mut known = STORE_KEYS.to_vec();
        shown.sort_unstable();
        known.sort_unstable();
        assert_eq!(shown, known);
    }
}
