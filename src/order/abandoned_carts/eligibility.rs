//! Whether a reminder of a cart is to be sent, and if not, why.

use super::{
    entity::{reminder, stop},
    link,
};
use crate::{
    base::{
        date::{DAY, HOUR},
        error::AppError,
    },
    cart::{self, CartRow},
    order::entity::order,
    platform::{config::Config, link_key::LinkKey},
    pricing::payment::PaymentStatus,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::collections::{HashMap, HashSet};

/// Seconds for which a reminder that was due may still be sent: the shop may have been closed.
pub const COUNTS: i64 = 7 * DAY;
/// Seconds within which nobody is reminded twice, of whatever cart.
const APART: i64 = 7 * DAY;

/// How it stands with the reminder of a cart whose shopper agreed to one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReminderStatus {
    /// It is due at this moment, if nothing changes.
    Waits(i64),
    /// It is due.
    Due,
    /// The cart was left too long ago.
    TooLate,
    /// It was sent.
    Sent,
    /// The shopper ordered since.
    Ordered,
    /// The shopper wants none of any cart.
    Stopped,
    /// The shopper was reminded of another cart a short while ago.
    Lately,
    /// The shop sends none.
    Off,
    /// Nobody agreed to one.
    NotAgreed,
}

impl ReminderStatus {
    /// Whether staff may send it now: they need not wait, and may be late.
    pub fn may_be_sent(self) -> bool {
        matches!(self, Self::Waits(_) | Self::Due | Self::TooLate)
    }
}

/// How it stands with each of `carts` `now`, in their order.
pub async fn all(
    db: &impl ConnectionTrait,
    config: &Config,
    key: &LinkKey,
    carts: &[CartRow],
    now: i64,
) -> Result<Vec<ReminderStatus>, AppError> {
    let emails: Vec<&str> = carts
        .iter()
        .filter_map(|it| it.remind_email.as_deref())
        .collect();
    let codes: Vec<String> = emails.iter().map(|it| link::recipient(key, it)).collect();
    let known = ShopperFacts {
        ordered: last_orders(db, &emails).await?,
        stopped: stopped(db, &codes).await?,
        lately: reminded_since(db, &codes, now - APART).await?,
    };
    let standing = |cart: &CartRow| match &cart.remind_email {
        None => ReminderStatus::NotAgreed,
        Some(email) => known.of(config, email, &link::recipient(key, email), cart, now),
    };
    Ok(carts.iter().map(standing).collect())
}

/// What is known of the shoppers.
struct ShopperFacts {
    /// When each of these addresses ordered last.
    ordered: HashMap<String, i64>,
    stopped: HashSet<String>,
    lately: HashSet<String>,
}

impl ShopperFacts {
    fn of(
        &self,
        config: &Config,
        email: &str,
        code: &str,
        cart: &CartRow,
        now: i64,
    ) -> ReminderStatus {
        let due = cart.updated_at + i64::from(config.cart_reminder_hours) * HOUR;
        let ordered = self.ordered.get(email);
        if cart.reminder_id.is_some() {
            ReminderStatus::Sent
        } else if !config.cart_reminders {
            ReminderStatus::Off
        } else if self.stopped.contains(code) {
            ReminderStatus::Stopped
        } else if ordered.is_some_and(|at| *at >= cart.updated_at) {
            ReminderStatus::Ordered
        } else if self.lately.contains(code) {
            ReminderStatus::Lately
        } else if due > now {
            ReminderStatus::Waits(due)
        } else if due + COUNTS < now {
            ReminderStatus::TooLate
        } else {
            ReminderStatus::Due
        }
    }
}

/// An order whose payment never came is none.
async fn last_orders(
    db: &impl ConnectionTrait,
    emails: &[&str],
) -> Result<HashMap<String, i64>, AppError> {
    let found: Vec<(String, i64)> = order::Entity::find()
        .select_only()
        .column(order::Column::Email)
        .column_as(order::Column::PlacedAt.max(), "last_at")
        .filter(order::Column::Email.is_in(emails.iter().copied()))
        .filter(order::Column::PaymentStatus.ne(PaymentStatus::Incomplete))
        .group_by(order::Column::Email)
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}

async fn stopped(db: &impl ConnectionTrait, codes: &[String]) -> Result<HashSet<String>, AppError> {
    let found = stop::Entity::find().filter(stop::Column::Recipient.is_in(codes));
    let found = found.all(db).await?.into_iter();
    Ok(found.map(|it| it.recipient).collect())
}

async fn reminded_since(
    db: &impl ConnectionTrait,
    codes: &[String],
    since: i64,
) -> Result<HashSet<String>, AppError> {
    let found: Vec<String> = reminder::Entity::find()
        .select_only()
        .column(reminder::Column::Recipient)
        .filter(reminder::Column::Recipient.is_in(codes))
        .filter(reminder::Column::SentAt.gt(since))
        .into_tuple()
        .all(db)
        .await?;
    Ok(found.into_iter().collect())
}

/// What the shopper of `cart` agreed to.
pub fn consent(cart: &CartRow) -> Option<cart::ReminderConsent> {
    cart::store::details(cart).consent().cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 100 * DAY;

    fn cart(left: i64) -> CartRow {
        CartRow {
            id: 1,
            public_id: String::new(),
            uuid: String::new(),
            token_hash: None,
            customer_id: None,
            details: "{}".to_owned(),
            remind_email: Some("ada@example.com".to_owned()),
            reminder_id: None,
            created_at: 0,
            updated_at: left,
        }
    }

    fn standing(cart: &CartRow, change: impl FnOnce(&mut ShopperFacts)) -> ReminderStatus {
        let config = Config {
            cart_reminders: true,
            ..Config::default()
        };
        let mut known = ShopperFacts {
            ordered: HashMap::new(),
            stopped: HashSet::new(),
            lately: HashSet::new(),
        };
        change(&mut known);
        known.of(&config, "ada@example.com", "A", cart, NOW)
    }

    #[test]
    fn it_is_due_a_day_after_and_for_a_week() {
        let of = |left: i64| standing(&cart(left), |_| {});
        assert_eq!(of(NOW - DAY + 1), ReminderStatus::Waits(NOW + 1));
        assert_eq!(of(NOW - DAY), ReminderStatus::Due);
        assert_eq!(of(NOW - DAY - COUNTS), ReminderStatus::Due);
        assert_eq!(of(NOW - DAY - COUNTS - 1), ReminderStatus::TooLate);
    }

    #[test]
    fn who_ordered_since_or_wants_none_gets_none() {
        let left = cart(NOW - 2 * DAY);
        let ordered = |at: i64| {
            standing(&left, |it| {
                it.ordered.insert("ada@example.com".to_owned(), at);
            })
        };
        assert_eq!(ordered(NOW - 2 * DAY - 1), ReminderStatus::Due, "before");
        assert_eq!(ordered(NOW - DAY), ReminderStatus::Ordered);
        let code = || "A".to_owned();
        let stopped = standing(&left, |it| {
            it.stopped.insert(code());
        });
        assert_eq!(stopped, ReminderStatus::Stopped);
        let lately = standing(&left, |it| {
            it.lately.insert(code());
        });
        assert_eq!(lately, ReminderStatus::Lately);
        let sent = CartRow {
            reminder_id: Some(1),
            ..left
        };
        assert_eq!(standing(&sent, |_| {}), ReminderStatus::Sent);
    }
}
