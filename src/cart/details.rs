use super::{ReminderConsent, store::Line};
use crate::{base::person::Person, catalog::selection::Selection};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a shopper said about the order that a cart may become. It is kept as it was typed, right or
/// wrong, so that nothing is typed twice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Details {
    /// E-mail address.
    pub email: String,
    /// What the shopper wants to add.
    pub comments: String,
    /// Code of a coupon.
    pub coupon: String,
    /// Where it goes.
    pub shipping: Person,
    /// Whose bill it is, if not of whom it goes to.
    pub billing: Option<Person>,
    /// Id of the way of delivery.
    pub delivery: String,
    /// Id of the way to pay.
    pub payment: String,
    /// Whether the shopper agreed to the terms.
    pub agreed: bool,
    /// Fields that the page's scripts define (`ec.order.extraFields`).
    pub extra_fields: Value,
    /// What was answered to extra fields, by their ids.
    pub extra: BTreeMap<String, String>,
    /// Who sent the shopper (`ec.order.referer_id`).
    pub referer: String,
    /// What was taken out last, and can be put back.
    pub removed: Option<Removed>,
    /// What this cart began as, if it was left to a browser by a customer who signed out.
    pub copied: Option<Copied>,
    /// What the shopper agreed to be reminded of.
    pub remind: Option<ReminderConsent>,
    /// Id of the reminder that was sent of it, or that brought its things here.
    pub reminder: Option<i64>,
}

/// A copy of a customer's cart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copied {
    /// Id of the customer's cart.
    pub cart: i64,
    /// What was in it.
    pub lines: Vec<Line>,
}

/// A line that was taken out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removed {
    /// Id of the product.
    pub product: i64,
    /// How many.
    pub quantity: i64,
    /// What was chosen of it.
    pub chosen: LineChoices,
}

impl Details {
    /// What of it is about the things alone, and nobody's in person.
    pub fn impersonal(&self, copied: Copied) -> Self {
        Self {
            coupon: self.coupon.clone(),
            copied: Some(copied),
            ..Self::default()
        }
    }

    /// These details with what is said in `newer`: what was typed just now counts more.
    pub fn with_newer(self, newer: Self) -> Self {
        let text = |newer: String, old: String| if newer.is_empty() { old } else { newer };
        // Whoever typed an address said there whether they want it.
        let remind = if newer.email.is_empty() {
            self.remind
        } else {
            newer.remind
        };
        Self {
            remind,
            reminder: newer.reminder.or(self.reminder),
            email: text(newer.email, self.email),
            agreed: newer.agreed || self.agreed,
            coupon: text(newer.coupon, self.coupon),
            shipping: if newer.shipping.is_empty() {
                self.shipping
            } else {
                newer.shipping
            },
            billing: newer.billing.or(self.billing),
            delivery: text(newer.delivery, self.delivery),
            payment: text(newer.payment, self.payment),
            extra: self.extra.into_iter().chain(newer.extra).collect(),
            comments: text(newer.comments, self.comments),
            ..self
        }
    }
}

/// What was chosen about a product. Prices are not: those are the catalogue's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LineChoices {
    /// Answers to its options, in their order.
    pub answers: Vec<Vec<String>>,
    /// The price the shopper named, in minor units.
    pub price: Option<i64>,
    /// How often it comes, such as `MONTH-1`; empty is once.
    pub subscription: String,
}

impl LineChoices {
    /// The answers as a selection.
    pub fn selection(&self) -> Selection {
        Selection(self.answers.clone())
    }
}
