//! The dates of a subscription, each counted from its beginning: who began on 31 January is next on 28
//! February, and then on 31 March.

use crate::{
    base::date::DAY,
    catalog::product::{Interval, Unit},
};
use time::{Date, Month, OffsetDateTime, util::days_in_month};

/// The date that is `cycles` intervals after `start`; `None` if the calendar has none so late.
pub fn date(start: i64, interval: Interval, cycles: i64) -> Option<i64> {
    let count = interval.count.checked_mul(cycles)?;
    match interval.unit {
        Unit::Day => start.checked_add(count.checked_mul(DAY)?),
        Unit::Week => start.checked_add(count.checked_mul(7 * DAY)?),
        Unit::Month => months_later(start, count),
        Unit::Year => months_later(start, count.checked_mul(12)?),
    }
}

/// The first date after `now`, not before the one of `cycle`: its cycle, and itself.
pub fn next(start: i64, interval: Interval, cycle: i64, now: i64) -> Option<(i64, i64)> {
    let mut cycle = cycle;
    loop {
        let date = date(start, interval, cycle)?;
        if date > now {
            return Some((cycle, date));
        }
        cycle += 1;
    }
}

fn months_later(start: i64, months: i64) -> Option<i64> {
    let start = OffsetDateTime::from_unix_timestamp(start).ok()?;
    let from = i64::from(start.year()) * 12 + i64::from(u8::from(start.month())) - 1;
    let to = from.checked_add(months)?;
    let year = i32::try_from(to.div_euclid(12)).ok()?;
    let month = u8::try_from(to.rem_euclid(12) + 1).ok()?;
    let month = Month::try_from(month).ok()?;
    // A day that the month lacks is its last one.
    let day = start.day().min(days_in_month(month, year));
    let date = Date::from_calendar_date(year, month, day).ok()?;
    Some(start.replace_date(date).unix_timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::{day, start_of};
    use proptest::prelude::*;

    fn interval(unit: Unit, count: i64) -> Interval {
        Interval { unit, count }
    }

    fn dates(start: &str, unit: Unit, count: i64) -> Vec<String> {
        let start = start_of(start).expect("a day") + 3_600;
        let date = |cycle| date(start, interval(unit, count), cycle);
        (1..=4).filter_map(date).map(day).collect()
    }

    #[test]
    fn the_end_of_a_month_is_the_end_of_every_month() {
        let in_2026 = ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"];
        assert_eq!(dates("2026-01-31", Unit::Month, 1), in_2026);
        assert_eq!(dates("2028-01-31", Unit::Month, 1)[0], "2028-02-29");
        let quarters = ["2027-02-28", "2027-05-30", "2027-08-30", "2027-11-30"];
        assert_eq!(dates("2026-11-30", Unit::Month, 3), quarters);
        let leap = ["2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"];
        assert_eq!(dates("2028-02-29", Unit::Year, 1), leap);
    }

    #[test]
    fn days_and_weeks_are_counted() {
        assert_eq!(
            dates("2026-12-30", Unit::Day, 1)[..2],
            ["2026-12-31", "2027-01-01"]
        );
        assert_eq!(
            dates("2026-12-30", Unit::Week, 2)[..2],
            ["2027-01-13", "2027-01-27"]
        );
    }

    #[test]
    fn dates_that_passed_are_not_made_up_for() {
        let start = start_of("2026-01-31").expect("a day");
        let now = start_of("2026-05-01").expect("a day");
        let found = next(start, interval(Unit::Month, 1), 1, now);
        assert_eq!(
            found.map(|(cycle, at)| (cycle, day(at))),
            Some((4, "2026-05-31".into()))
        );
        assert_eq!(date(start, interval(Unit::Year, i64::MAX), 2), None);
    }

    proptest! {
        #[test]
        fn dates_rise_and_keep_their_time_of_day(
            start in 0..4_000_000_000_i64, unit in 0..4_usize, count in 1..4_i64, cycle in 0..200_i64
        ) {
            let unit = [Unit::Day, Unit::Week, Unit::Month, Unit::Year][unit];
            let of = |cycle| date(start, interval(unit, count), cycle).expect("a date");
            prop_assert!(of(cycle + 1) > of(cycle));
            prop_assert_eq!(of(cycle) % DAY, start % DAY);
            let (next_cycle, at) = next(start, interval(unit, count), 1, of(cycle)).expect("a date");
            prop_assert_eq!((next_cycle, at), (cycle + 1, of(cycle + 1)));
        }
    }
}
