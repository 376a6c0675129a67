//! What customers are filtered by, and in which order they are listed.

use crate::{
    base::{date, time_zone::TimeZone},
    platform::db::{
        conditions::{Clause, Condition},
        word_search,
    },
};

/// Which comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Who registered last.
    #[default]
    Newest,
    /// Who ordered last.
    LastOrder,
    /// Who paid most.
    Spent,
}

impl Sort {
    /// Every order of the list.
    pub const ALL: [Self; 3] = [Self::Newest, Self::LastOrder, Self::Spent];

    /// Its name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::LastOrder => "last-order",
            Self::Spent => "spent",
        }
    }

    /// The order that `code` names.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Returns the column to sort by, and its indexes: over all customers, and within a group.
    pub(super) fn column(self) -> (&'static str, [&'static str; 2]) {
        match self {
            Self::Newest => ("registered_at", ["customers_listed", "customers_of_group"]),
            Self::LastOrder => (
                "last_order_at",
                [
                    "customers_by_last_order",
                    "customers_of_group_by_last_order",
                ],
            ),
            Self::Spent => (
                "spent",
                ["customers_by_spent", "customers_of_group_by_spent"],
            ),
        }
    }
}

/// Whose group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InGroup {
    /// Customers without one.
    General,
    /// Those of the group with this id.
    Of(i64),
}

impl InGroup {
    /// Its name in addresses.
    pub fn code(self) -> String {
        match self {
            Self::General => "general".to_owned(),
            Self::Of(id) => id.to_string(),
        }
    }

    /// What `code` names, if anything.
    pub fn of_code(code: &str) -> Option<Self> {
        match code {
            "general" => Some(Self::General),
            code => code.parse().ok().map(Self::Of),
        }
    }
}

/// What customers are filtered by; what is not given leaves nobody out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Beginnings of words: of name, e-mail address and telephone number.
    pub words: String,
    /// The group.
    pub group: Option<InGroup>,
    /// Whether they have ordered.
    pub has_orders: Option<bool>,
    /// First day of registration, such as `2026-11-23`.
    pub from: String,
    /// Last day of it.
    pub to: String,
    /// Which comes first, where that is free ([`Filter::sort`]).
    pub sort: Sort,
}

impl Filter {
    /// The words, each letters and digits alone in lower case, as the index has them.
    pub fn tokens(&self) -> Vec<String> {
        word_search::tokens(&self.words)
    }

    /// Returns `true` if the filter leaves out any customers.
    pub fn is_narrowed(&self) -> bool {
        let all = Self {
            sort: self.sort,
            ..Self::default()
        };
        *self != all
    }

    /// Returns the sort order that is used: [`Sort::Newest`] if words, days or "never ordered" narrow the list; else as chosen.
    pub fn sort(&self) -> Sort {
        let by_days = [&self.from, &self.to]
            .into_iter()
            .any(|day| date::start_of(day).is_some());
        match self.tokens().is_empty() && !by_days && self.has_orders != Some(false) {
            true => self.sort,
            false => Sort::Newest,
        }
    }

    /// Returns the exclusive end of the registration days in `zone`, in UNIX seconds, if one is given.
    pub(super) fn end(&self, zone: &TimeZone) -> Option<i64> {
        zone.day_ends(&self.to)
    }

    /// Returns the SQL conditions on rows of `customers`, apart from the words; days are those of `zone`.
    pub(super) fn conditions(&self, zone: &TimeZone) -> Vec<Condition> {
        let mut holds = Vec::new();
        if let Some(from) = zone.day_begins(&self.from) {
            holds.push(Clause::with("o.registered_at >= {value}", from));
        }
        if let Some(end) = self.end(zone) {
            holds.push(Clause::with("o.registered_at < {value}", end));
        }
        match self.group {
            Some(InGroup::Of(id)) => holds.push(Clause::with("o.group_id = {value}", id)),
            Some(InGroup::General) => holds.push(Clause::bare("o.group_id IS NULL")),
            None => {}
        }
        match self.has_orders {
            Some(true) => holds.push(Clause::bare("o.order_count > 0")),
            Some(false) => holds.push(Clause::bare("o.order_count = 0")),
            None => {}
        }
        holds.into_iter().map(Condition::by_rows).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_day_leaves_nobody_out_and_words_decide_the_order() {
        let filter = Filter {
            from: "2026-11-23".to_owned(),
            to: "soon".to_owned(),
            group: Some(InGroup::Of(7)),
            has_orders: Some(true),
            sort: Sort::Spent,
            ..Filter::default()
        };
        let zone = TimeZone::try_from("UTC".to_owned()).expect("a zone");
        let conditions = filter.conditions(&zone);
        let holds: Vec<&str> = conditions.iter().map(|it| &*it.holds.sql).collect();
        assert_eq!(
            holds,
            [
                "o.registered_at >= {value}",
                "o.group_id = {value}",
                "o.order_count > 0"
            ]
        );
        assert!(filter.is_narrowed() && !Filter::default().is_narrowed());
        assert_eq!(filter.sort(), Sort::Newest, "by days");
        let free = Filter {
            from: String::new(),
            ..filter.clone()
        };
        assert_eq!(free.sort(), Sort::Spent);
        let worded = Filter {
            words: "ADA@Example.com".to_owned(),
            ..filter
        };
        assert_eq!(worded.tokens(), ["ada", "example", "com"]);
        assert_eq!(worded.sort(), Sort::Newest);
    }
}
