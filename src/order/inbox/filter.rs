//! What orders are filtered by, and how that stands in an address.

use super::tab::Tab;
use crate::{
    base::date::{self, DAY},
    order::status::{self, FulfillmentStatus},
    platform::db::by_words,
    pricing::payment::PaymentStatus,
};
use sea_orm::Value;

/// What orders are filtered by; what is not given leaves nothing out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The tab.
    pub tab: Tab,
    /// Beginnings of words: of number, e-mail address, names, SKUs and what the things are called.
    pub words: String,
    /// First day, such as `2026-11-23`.
    pub from: String,
    /// Last day.
    pub to: String,
    /// How the payment stands.
    pub payment: Option<PaymentStatus>,
    /// How far it is on its way.
    pub fulfillment: Option<FulfillmentStatus>,
    /// Id of the way to pay.
    pub payment_method: String,
    /// Id of the way of delivery.
    pub delivery_method: String,
    /// Code of the country.
    pub country: String,
    /// Least total in minor units.
    pub least: Option<i64>,
    /// Largest total in minor units.
    pub most: Option<i64>,
}

impl Filter {
    /// The words, each letters and digits alone in lower case, as the index has them.
    pub fn tokens(&self) -> Vec<String> {
        by_words::tokens(&self.words)
    }

    /// Whether anything but the tab is chosen.
    pub fn is_narrowed(&self) -> bool {
        let of_tab = Self {
            tab: self.tab,
            ..Self::default()
        };
        *self != of_tab
    }

    /// What must hold of a row of `orders`, after the tab; its values are counted on from `first`.
    pub(super) fn conditions(&self, first: usize) -> (Vec<String>, Vec<Value>) {
        let (mut conditions, mut values) = (Vec::new(), Vec::new());
        let mut add = |condition: &str, value: Value| {
            conditions.push(format!("{condition} ${}", first + values.len()));
            values.push(value);
        };
        if let Some(from) = date::start_of(&self.from) {
            add("o.placed_at >=", from.into());
        }
        if let Some(to) = date::start_of(&self.to) {
            add("o.placed_at <", (to + DAY).into());
        }
        if let Some(payment) = self.payment {
            add("o.payment_status =", status::name(payment).into());
        }
        if let Some(fulfillment) = self.fulfillment {
            add("o.fulfillment_status =", status::name(fulfillment).into());
        }
        for (condition, text) in [
            ("o.payment_method =", &self.payment_method),
            ("o.delivery_method =", &self.delivery_method),
            ("o.country =", &self.country),
        ] {
            if !text.is_empty() {
                add(condition, text.as_str().into());
            }
        }
        if let Some(least) = self.least {
            add("o.total >=", least.into());
        }
        if let Some(most) = self.most {
            add("o.total <=", most.into());
        }
        (conditions, values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_looked_for_by_letters_and_digits() {
        let of = |words: &str| {
            let filter = Filter {
                words: words.to_owned(),
                ..Filter::default()
            };
            filter.tokens().join(" ")
        };
        assert_eq!(of(" ADA@Example.com  Müller-"), "ada example com müller");
        assert_eq!(of("\" OR 1=1 -- *"), "or 1 1");
        assert_eq!(of("%_\\"), "");
        assert_eq!(of(&"a ".repeat(20)).len(), 2 * by_words::MOST_WORDS - 1);
    }

    #[test]
    fn values_are_counted_on() {
        let filter = Filter {
            from: "2026-11-23".to_owned(),
            to: "soon".to_owned(),
            country: "DE".to_owned(),
            ..Filter::default()
        };
        let (conditions, values) = filter.conditions(4);
        assert_eq!(conditions, ["o.placed_at >= $4", "o.country = $5"]);
        assert_eq!(values.len(), 2);
        assert!(filter.is_narrowed() && !Filter::default().is_narrowed());
    }
}
