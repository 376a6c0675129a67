//! Carts with something in them, and how many of them became orders: by when each was begun.
//!
//! The database counts a cart when its row is deleted (`m0029_day`): whether it became an order, and nothing about its owner.

use super::day::{Day, Period, Range};
use crate::{
    base::{error::AppError, time_zone::TimeZone},
    platform::db::statement,
};
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;

/// Carts that were begun in some time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carts {
    /// How many had something in them.
    pub begun: i64,
    /// How many of those became orders.
    pub ordered: i64,
}

impl Carts {
    /// Tenths of a percent that became orders; `None` where there were no carts.
    pub fn permille(&self) -> Option<i64> {
        (self.begun > 0).then(|| (self.ordered * 1_000 + self.begun / 2) / self.begun)
    }
}

/// The carts of each day of `range` on which there were any.
pub async fn days(
    db: &impl ConnectionTrait,
    zone: &TimeZone,
    range: Range,
) -> Result<BTreeMap<Day, Carts>, AppError> {
    const GONE: &str =
        "SELECT at, is_ordered, carts FROM cart_counts WHERE at >= $1 AND at < $2 AND carts > 0";
    const THERE: &str = "SELECT c.created_at - c.created_at % 900 AS at, COUNT(*) FROM carts c \
        WHERE c.created_at >= $1 AND c.created_at < $2 AND EXISTS (SELECT 1 FROM cart_lines l WHERE l.cart_id = c.id) \
        GROUP BY c.created_at - c.created_at % 900";
    let (from, until) = range.seconds(zone);
    let mut days: BTreeMap<Day, Carts> = BTreeMap::new();
    let gone = statement(db, GONE, [from.into(), until.into()]);
    for row in db.query_all_raw(gone).await? {
        let (is_ordered, carts): (bool, i64) = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
        let day = days
            .entry(Day::at(zone, row.try_get_by_index(0)?))
            .or_default();
        day.begun += carts;
        day.ordered += if is_ordered { carts } else { 0 };
    }
    let there = statement(db, THERE, [from.into(), until.into()]);
    for row in db.query_all_raw(there).await? {
        let day = days
            .entry(Day::at(zone, row.try_get_by_index(0)?))
            .or_default();
        day.begun += row.try_get_by_index::<i64>(1)?;
    }
    Ok(days)
}

/// `days` gathered `by`: every part of `range` with its carts.
pub fn gathered(days: &BTreeMap<Day, Carts>, range: Range, by: Period) -> Vec<(Day, Carts)> {
    let mut parts = Vec::new();
    let mut start = by.start(range.from);
    while start <= range.until {
        let next = by.next(start);
        let mut carts = Carts::default();
        for (_, day) in days.range(start.max(range.from)..next.min(range.until.plus(1))) {
            carts.begun += day.begun;
            carts.ordered += day.ordered;
        }
        parts.push((start, carts));
        start = next;
    }
    parts
}

/// Since when carts that are gone are counted, if any is.
pub async fn since(db: &impl ConnectionTrait) -> Result<Option<i64>, AppError> {
    const FIRST: &str = "SELECT MIN(at) FROM cart_counts";
    let row = db.query_one_raw(statement(db, FIRST, [])).await?;
    Ok(row.ok_or(AppError::Internal)?.try_get_by_index(0)?)
}
