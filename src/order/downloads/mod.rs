//! Files of an order: links that whoever paid can use so often and so long.

mod count;
mod link;
pub mod page;
pub mod serve;

pub use link::{Download, all, is_open, text};

use crate::base::date::DAY;

/// Why a link gives no file (`spec/js-api.md` 2.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is too old.
    Expired,
    /// It is none of ours, or its order is not paid any more.
    Invalid,
    /// It was used as often as it may be.
    Limit,
}

impl Refusal {
    /// Its name, as scripts know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::Invalid => "invalid",
            Self::Limit => "limit",
        }
    }

    fn named(name: &str) -> Self {
        let all = [Self::Expired, Self::Limit];
        let found = all.into_iter().find(|it| it.name() == name);
        found.unwrap_or(Self::Invalid)
    }
}

/// The moment that a link ends which works since `paid`, for `days`; `None` is never.
fn ends_at(paid: i64, days: u32) -> Option<i64> {
    (days > 0).then(|| paid + i64::from(days) * DAY)
}
