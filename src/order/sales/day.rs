//! Days of the shop's own calendar, and what they are gathered by.

use crate::base::{date, time_zone::TimeZone};
use time::{Date, Month};

/// The Julian day of 1 January 1970.
const FIRST: i32 = 2_440_588;

/// A day, counted from 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

impl Day {
    /// The day that clocks in `zone` show at a UNIX second.
    pub fn at(zone: &TimeZone, unix_seconds: i64) -> Self {
        Self::of(zone.local(unix_seconds).0)
    }

    /// The day of the calendar.
    pub fn of(date: Date) -> Self {
        Self(i64::from(date.to_julian_day() - FIRST))
    }

    /// The day that `text` says, such as `2026-11-23`.
    pub fn parse(text: &str) -> Option<Self> {
        date::start_of(text).map(|second| Self(second / date::DAY))
    }

    /// As in the calendar.
    pub fn date(self) -> Date {
        let julian = i32::try_from(self.0)
            .ok()
            .and_then(|day| day.checked_add(FIRST));
        let date = julian.and_then(|day| Date::from_julian_day(day).ok());
        date.unwrap_or(Date::MIN)
    }

    /// Such as `2026-11-23`.
    pub fn text(self) -> String {
        date::day(self.0 * date::DAY)
    }

    /// The UNIX second that it begins in.
    pub fn start(self, zone: &TimeZone) -> i64 {
        zone.start_of(self.date())
    }

    /// So many days later.
    pub fn plus(self, days: i64) -> Self {
        Self(self.0 + days)
    }

    /// The first of its month.
    pub fn month(self) -> Self {
        let date = self.date();
        self.plus(1 - i64::from(date.day()))
    }
}

/// Days from one to another, both with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The first.
    pub from: Day,
    /// The last.
    pub until: Day,
}

impl Range {
    /// How many days it has.
    pub fn days(self) -> i64 {
        self.until.0 - self.from.0 + 1
    }

    /// Whether `day` is one of them.
    pub fn has(self, day: Day) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// The period before: the month, year, or months before where these are whole ones, else as many days before.
    pub fn before(self) -> Self {
        let until = self.from.plus(-1);
        let is_whole =
            self.from.month() == self.from && self.until.plus(1).month() == self.until.plus(1);
        if !is_whole {
            return Self {
                from: self.from.plus(-self.days()),
                until,
            };
        }
        let (mut from, mut months) = (self.from, 0);
        while from <= self.until {
            from = Period::Month.next(from);
            months += 1;
        }
        let mut first = self.from;
        for _ in 0..months {
            first = first.plus(-1).month();
        }
        Self { from: first, until }
    }

    /// UNIX seconds: when it begins, and when it is over.
    pub fn seconds(self, zone: &TimeZone) -> (i64, i64) {
        (self.from.start(zone), self.until.plus(1).start(zone))
    }
}

/// What days are gathered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Each alone.
    Day,
    /// From Monday on.
    Week,
    /// By the month.
    Month,
    /// By the year.
    Year,
}

impl Period {
    /// Every way.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Year];

    /// Its name in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The first day of what `day` is in.
    pub fn start(self, day: Day) -> Day {
        let date = day.date();
        match self {
            Self::Day => day,
            Self::Week => day.plus(-i64::from(date.weekday().number_days_from_monday())),
            Self::Month => day.month(),
            Self::Year => {
                let first = Date::from_calendar_date(date.year(), Month::January, 1);
                first.map_or(day, Day::of)
            }
        }
    }

    /// The first day of what comes after that which begins with `start`.
    pub fn next(self, start: Day) -> Day {
        match self {
            Self::Day => start.plus(1),
            Self::Week => start.plus(7),
            Self::Month => start.plus(31).month(),
            Self::Year => self.start(start.plus(366)),
        }
    }

    /// What it is called, beginning with `start`.
    pub fn name(self, start: Day) -> String {
        let text = start.text();
        match self {
            Self::Day => text,
            Self::Week => format!("Week of {text}"),
            Self::Month => text.get(..7).unwrap_or_default().to_owned(),
            Self::Year => text.get(..4).unwrap_or_default().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn days_are_gathered_by_the_calendar() {
        for (by, of, start, next, name) in [
            (
                Period::Day,
                "2026-11-29",
                "2026-11-29",
                "2026-11-30",
                "2026-11-29",
            ),
            (
                Period::Week,
                "2026-11-29",
                "2026-11-23",
                "2026-11-30",
                "Week of 2026-11-23",
            ),
            (
                Period::Month,
                "2026-02-28",
                "2026-02-01",
                "2026-03-01",
                "2026-02",
            ),
            (
                Period::Month,
                "2026-12-31",
                "2026-12-01",
                "2027-01-01",
                "2026-12",
            ),
            (
                Period::Year,
                "2024-02-29",
                "2024-01-01",
                "2025-01-01",
                "2024",
            ),
        ] {
            let first = by.start(day(of));
            assert_eq!(first.text(), start, "{by:?}");
            assert_eq!(by.next(first).text(), next, "{by:?}");
            assert_eq!(by.name(first), name);
        }
        assert_eq!(Day::of(day("2026-11-29").date()), day("2026-11-29"));
    }

    #[test]
    fn the_period_before_is_of_the_same_kind() {
        let before = |from: &str, until: &str| {
            let range = Range {
                from: day(from),
                until: day(until),
            };
            let before = range.before();
            (before.from.text(), before.until.text())
        };
        let pair = |from: &str, until: &str| (from.to_owned(), until.to_owned());
        assert_eq!(
            before("2026-03-01", "2026-03-31"),
            pair("2026-02-01", "2026-02-28")
        );
        assert_eq!(
            before("2026-01-01", "2026-12-31"),
            pair("2025-01-01", "2025-12-31")
        );
        assert_eq!(
            before("2026-07-01", "2026-09-30"),
            pair("2026-04-01", "2026-06-30")
        );
        assert_eq!(
            before("2026-11-23", "2026-11-29"),
            pair("2026-11-16", "2026-11-22")
        );
        assert_eq!(
            before("2026-11-29", "2026-11-29"),
            pair("2026-11-28", "2026-11-28")
        );
    }
}
