//! How today goes, and the days before: orders and money by the orders themselves where no figures are kept yet.

use super::{
    count::changed_days,
    day::{Day, Range},
    figures,
};
use crate::{
    base::{error::AppError, time_zone::TimeZone},
    platform::db::statement,
};
use sea_orm::ConnectionTrait;
use std::collections::BTreeMap;

/// What came in within some time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// How many orders.
    pub orders: i64,
    /// What they come to, in minor units.
    pub gross: i64,
}

impl Pace {
    /// What an order was worth on average.
    pub fn average(&self) -> i64 {
        match self.orders {
            0 => 0,
            orders => (self.gross + orders / 2).div_euclid(orders),
        }
    }
}

/// What came in between two UNIX seconds: all that lists call sold (`recount::Row::is_sold`).
pub async fn between(db: &impl ConnectionTrait, from: i64, until: i64) -> Result<Pace, AppError> {
    const SUM: &str = "SELECT COUNT(*), CAST(COALESCE(SUM(total), 0) AS BIGINT) FROM orders \
        WHERE placed_at >= $1 AND placed_at < $2 AND payment_status <> 'INCOMPLETE' \
        AND (payment_status <> 'CANCELLED' OR paid_at IS NOT NULL)";
    let row = db
        .query_one_raw(statement(db, SUM, [from.into(), until.into()]))
        .await?;
    let row = row.ok_or(AppError::Internal)?;
    Ok(Pace {
        orders: row.try_get_by_index(0)?,
        gross: row.try_get_by_index(1)?,
    })
}

/// What came in on each day of `range`, in `currency`: as it is kept, or, where that may be another by now, as the orders say.
pub async fn days(
    db: &impl ConnectionTrait,
    zone: &TimeZone,
    currency: &str,
    range: Range,
) -> Result<Vec<(Day, Pace)>, AppError> {
    let changed = changed_days(db, zone, range).await?;
    let kept = match changed {
        Some(_) => figures::days(db, currency, range).await?,
        None => BTreeMap::new(),
    };
    let is_kept = |day: &Day| changed.as_ref().is_some_and(|days| !days.contains(day));
    let mut days = Vec::new();
    for day in (range.from.0..=range.until.0).map(Day) {
        let pace = match is_kept(&day) {
            true => kept.get(&day).map_or(Pace::default(), |sold| Pace {
                orders: sold.sums.orders,
                gross: sold.sums.gross,
            }),
            false => between(db, day.start(zone), day.plus(1).start(zone)).await?,
        };
        days.push((day, pace));
    }
    Ok(days)
}
