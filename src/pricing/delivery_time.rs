//! When an order arrives: working days, from the hour until which orders go out the same day.

use crate::base::{date::Day, time_zone::TimeZone};
use serde::{Deserialize, Serialize};
use time::{Date, Weekday};

/// Most working days of a way of delivery, or of handling an order.
pub const MAX_DAYS: u16 = 250;

/// Working days from the carrier's door to the shopper's: the fewest and the most. Written `[2, 4]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "[u16; 2]", into = "[u16; 2]")]
pub struct TransitDays {
    /// Fewest.
    pub least: u16,
    /// Most.
    pub most: u16,
}

impl TryFrom<[u16; 2]> for TransitDays {
    type Error = String;

    fn try_from([least, most]: [u16; 2]) -> Result<Self, String> {
        if least <= most && most <= MAX_DAYS {
            Ok(Self { least, most })
        } else {
            Err(format!(
                "expected the fewest and the most working days, such as [2, 4], up to {MAX_DAYS}"
            ))
        }
    }
}

impl From<TransitDays> for [u16; 2] {
    fn from(days: TransitDays) -> Self {
        [days.least, days.most]
    }
}

/// When the shop works.
#[derive(Clone, Copy, Debug)]
pub struct WorkingCalendar<'a> {
    /// Where its clocks are.
    pub time_zone: &'a TimeZone,
    /// Orders of a working day before this hour, 1 to 24, are worked on the same day.
    pub cut_off_hour: u8,
    /// Working days until an order is handed to the carrier.
    pub handling_days: u16,
    /// Days on which nobody works, besides Saturdays and Sundays.
    pub holidays: &'a [Day],
}

/// The days between which an order is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The first that it may be there.
    pub first: Date,
    /// The last.
    pub last: Date,
}

impl WorkingCalendar<'_> {
    /// When an order arrives that is placed at `now`, in UNIX seconds, and takes `days` on its way.
    pub fn arrival(&self, days: TransitDays, now: i64) -> Arrival {
        let sent = self.after(self.taken_up(now), self.handling_days);
        Arrival {
            first: self.after(sent, days.least),
            last: self.after(sent, days.most),
        }
    }

    /// The day on which an order of `now` is taken up: until the cut-off hour of that day, an order arrives as one of
    /// `now` does.
    pub fn taken_up(&self, now: i64) -> Date {
        let (today, hour) = self.time_zone.local(now);
        let begins = if hour < self.cut_off_hour {
            today
        } else {
            next(today)
        };
        self.working(begins)
    }

    /// `day`, or the first working day after it.
    fn working(&self, mut day: Date) -> Date {
        while day < Date::MAX && !self.is_working(day) {
            day = next(day);
        }
        day
    }

    /// The working day that comes so many `days` after the working day `from`.
    fn after(&self, from: Date, days: u16) -> Date {
        (0..days).fold(from, |day, _| self.working(next(day)))
    }

    fn is_working(&self, day: Date) -> bool {
        let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        !is_weekend && !self.holidays.contains(&Day(day))
    }
}

fn next(day: Date) -> Date {
    day.next_day().unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use time::{Duration, Time, macros::date};

    fn berlin() -> TimeZone {
        TimeZone::try_from("Europe/Berlin".to_owned()).expect("a zone")
    }

    /// The UNIX second at which Berlin's clocks, in winter, show `hour` of `day`.
    fn at(day: Date, hour: u8) -> i64 {
        let local = day.with_time(Time::from_hms(hour, 0, 0).expect("an hour"));
        local.assume_utc().unix_timestamp() - 3_600
    }

    fn days(least: u16, most: u16) -> TransitDays {
        TransitDays { least, most }
    }

    #[test]
    fn an_order_waits_for_the_cut_off_weekends_and_holidays() {
        let zone = berlin();
        let christmas = [Day(date!(2026 - 12 - 25))];
        let calendar = WorkingCalendar {
            time_zone: &zone,
            cut_off_hour: 14,
            handling_days: 1,
            holidays: &christmas,
        };
        let arrives = |day, hour| {
            let arrival = calendar.arrival(days(2, 4), at(day, hour));
            (arrival.first, arrival.last)
        };
        // Monday before two: sent on Tuesday, there from Thursday to Monday.
        let monday = date!(2026 - 11 - 30);
        let soon = (date!(2026 - 12 - 03), date!(2026 - 12 - 07));
        assert_eq!(arrives(monday, 13), soon);
        let later = (date!(2026 - 12 - 04), date!(2026 - 12 - 08));
        assert_eq!(arrives(monday, 14), later, "the cut-off is over");
        for hour in [0, 23] {
            assert_eq!(arrives(date!(2026 - 11 - 29), hour), soon, "a Sunday");
        }
        assert_eq!(
            arrives(date!(2026 - 12 - 22), 9),
            (date!(2026 - 12 - 28), date!(2026 - 12 - 30)),
            "Friday is a holiday"
        );
    }

    #[test]
    fn what_is_sent_at_once_and_fetched_is_there_today() {
        let zone = berlin();
        let calendar = WorkingCalendar {
            time_zone: &zone,
            cut_off_hour: 24,
            handling_days: 0,
            holidays: &[],
        };
        let monday = date!(2026 - 11 - 30);
        let arrival = calendar.arrival(days(0, 0), at(monday, 23));
        assert_eq!((arrival.first, arrival.last), (monday, monday));
    }

    #[test]
    fn days_are_fewest_and_most() {
        assert_eq!(TransitDays::try_from([1, 1]), Ok(days(1, 1)));
        assert!(TransitDays::try_from([4, 2]).is_err());
        assert!(TransitDays::try_from([1, MAX_DAYS + 1]).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn arrivals_are_working_days_in_order_that_never_come_nearer(
            start in 0..2_000_i64,
            seconds in 0..86_400_i64,
            later in 0..200_000_i64,
            cut_off_hour in 1..=24_u8,
            handling_days in 0..6_u16,
            least in 0..8_u16,
            more in 0..8_u16,
            closed in proptest::collection::vec(0..2_100_i64, 0..40),
        ) {
            let zone = berlin();
            let from = date!(2026 - 01 - 01);
            let holidays: Vec<Day> = closed.iter().map(|day| Day(from + Duration::days(*day))).collect();
            let calendar = WorkingCalendar { time_zone: &zone, cut_off_hour, handling_days, holidays: &holidays };
            let now = at(from + Duration::days(start), 0) + seconds;
            let way = days(least, least + more);
            let arrival = calendar.arrival(way, now);
            let taken_up = calendar.taken_up(now);
            let (today, _) = zone.local(now);
            prop_assert!(today <= taken_up && taken_up <= arrival.first && arrival.first <= arrival.last);
            for day in [taken_up, arrival.first, arrival.last] {
                prop_assert!(calendar.is_working(day), "{day}");
            }
            // The working days in between are as many as were said.
            let working = |to: Date| {
                let mut day = taken_up;
                let mut count = 0;
                while day < to {
                    day = next(day);
                    count += u16::from(calendar.is_working(day));
                }
                count
            };
            prop_assert_eq!(working(arrival.first), handling_days + least);
            prop_assert_eq!(working(arrival.last), handling_days + least + more);
            // Who orders later has it no sooner; until the cut-off of the day it is taken up, no later either.
            let then = calendar.arrival(way, now + later);
            let (day, hour) = zone.local(now + later);
            let is_in_time = day < taken_up || day == taken_up && hour < cut_off_hour;
            prop_assert!(then.first >= arrival.first && then.last >= arrival.last);
            prop_assert_eq!(calendar.taken_up(now + later) == taken_up, is_in_time);
            prop_assert!(!is_in_time || then == arrival);
        }
    }
}
