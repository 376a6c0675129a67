//! What orders are filtered by, and how that stands in an address.

use super::tab::Tab;
use crate::{
    base::time_zone::TimeZone,
    order::status::{self, FulfillmentStatus},
    platform::db::{
        conditions::{Clause, Condition, VALUE},
        word_search,
    },
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
        word_search::tokens(&self.words)
    }

    /// Whether anything but the tab is chosen.
    pub fn is_narrowed(&self) -> bool {
        let of_tab = Self {
            tab: self.tab,
            ..Self::default()
        };
        *self != of_tab
    }

    /// The first moment that is too late, in UNIX seconds, if one is given; its day is one of `zone`.
    pub(super) fn end(&self, zone: &TimeZone) -> Option<i64> {
        zone.day_ends(&self.to)
    }

    /// What must hold of a row of `orders`, after the tab and the words; days are those of `zone`.
    pub(super) fn conditions(&self, zone: &TimeZone) -> Vec<Condition> {
        let mut conditions = Vec::new();
        if let Some(payment) = self.payment {
            let holds = format!("o.payment_status = {VALUE}");
            let name = status::name(payment);
            conditions.push(Condition::by_rows(Clause::with(holds, name)));
        }
        if let Some(fulfillment) = self.fulfillment {
            let holds = format!("o.fulfillment_status = {VALUE}");
            let name = status::name(fulfillment);
            conditions.push(Condition::by_rows(Clause::with(holds, name)));
        }
        let mut add = |column: &str, sign: &str, value: Value| {
            let holds = format!("{column} {sign} {VALUE}");
            let ids = format!("SELECT id FROM orders WHERE {holds}");
            conditions.push(Condition::by_index(
                Clause::with(format!("o.{holds}"), value.clone()),
                Clause::with(ids, value),
            ));
        };
        if let Some(from) = zone.day_begins(&self.from) {
            add("placed_at", ">=", from.into());
        }
        if let Some(end) = self.end(zone) {
            add("placed_at", "<", end.into());
        }
        for (column, text) in [
            ("payment_method", &self.payment_method),
            ("delivery_method", &self.delivery_method),
            ("country", &self.country),
        ] {
            if !text.is_empty() {
                add(column, "=", text.as_str().into());
            }
        }
        if let Some(least) = self.least {
            add("total", ">=", least.into());
        }
        if let Some(most) = self.most {
            add("total", "<=", most.into());
        }
        conditions
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
        assert_eq!(of(&"a ".repeat(20)).len(), 2 * word_search::MAX_WORDS - 1);
    }

    #[test]
    fn what_is_no_day_leaves_nothing_out() {
        let filter = Filter {
            from: "2026-11-23".to_owned(),
            to: "soon".to_owned(),
            country: "DE".to_owned(),
            ..Filter::default()
        };
        let zone = TimeZone::try_from("UTC".to_owned()).expect("a zone");
        let conditions = filter.conditions(&zone);
        let holds: Vec<&str> = conditions.iter().map(|it| &*it.holds.sql).collect();
        assert_eq!(holds, ["o.placed_at >= {value}", "o.country = {value}"]);
        assert!(filter.is_narrowed() && !Filter::default().is_narrowed());
    }
}
