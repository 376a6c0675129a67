//! The shop's own clock: where its day begins and its hours are counted.

use super::date::Day;
use jiff::{
    Timestamp,
    civil::{self, DateTime},
    tz,
};
use serde::{Deserialize, Serialize};
use time::{Date, Month};

/// A time zone of the IANA database, by its name there, such as `Europe/Berlin`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeZone {
    name: String,
    zone: tz::TimeZone,
}

impl TimeZone {
    /// The name of every zone there is, as the database has them.
    pub fn names() -> Vec<String> {
        let all = tz::db().available();
        all.map(|name| name.to_string()).collect()
    }

    /// Its name in the database.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What clocks there show at a UNIX second: `2026-11-23, 15:05`.
    pub fn minute(&self, unix_seconds: i64) -> String {
        let moment = Timestamp::from_second(unix_seconds).unwrap_or(Timestamp::UNIX_EPOCH);
        let there = self.zone.to_datetime(moment);
        there.strftime("%Y-%m-%d, %H:%M").to_string()
    }

    /// The day that calendars there show at a UNIX second: `2026-11-23`.
    pub fn day(&self, unix_seconds: i64) -> String {
        let moment = Timestamp::from_second(unix_seconds).unwrap_or(Timestamp::UNIX_EPOCH);
        let there = self.zone.to_datetime(moment);
        there.strftime("%Y-%m-%d").to_string()
    }

    /// The day and the hour, 0 to 23, that clocks there show at a UNIX second.
    pub fn local(&self, unix_seconds: i64) -> (Date, u8) {
        let moment = Timestamp::from_second(unix_seconds).unwrap_or(Timestamp::UNIX_EPOCH);
        let there = self.zone.to_datetime(moment);
        let day = |number: i8| u8::try_from(number).ok();
        let date = day(there.month())
            .and_then(|month| Month::try_from(month).ok())
            .zip(day(there.day()))
            .and_then(|(month, day)| {
                Date::from_calendar_date(there.year().into(), month, day).ok()
            });
        (
            date.unwrap_or(Date::MIN),
            day(there.hour()).unwrap_or_default(),
        )
    }

    /// The UNIX second that `day` begins in there.
    pub fn start_of(&self, day: Date) -> i64 {
        let number = |it: u8| i8::try_from(it).ok();
        let there = i16::try_from(day.year())
            .ok()
            .zip(number(day.month().into()))
            .zip(number(day.day()))
            .and_then(|((year, month), day)| civil::Date::new(year, month, day).ok());
        // Where clocks skip midnight, it begins with the first moment after.
        let begins = there.and_then(|day| day.to_zoned(self.zone.clone()).ok());
        begins.map_or(0, |it| it.timestamp().as_second())
    }

    /// The UNIX second that the day written `2026-11-23` begins in there; `None` if it is no day.
    pub fn day_begins(&self, day: &str) -> Option<i64> {
        let Day(day) = Day::try_from(day.to_owned()).ok()?;
        Some(self.start_of(day))
    }

    /// The UNIX second that the day after the one written `2026-11-23` begins in there; `None` if it is no day.
    pub fn day_ends(&self, day: &str) -> Option<i64> {
        let Day(day) = Day::try_from(day.to_owned()).ok()?;
        day.next_day().map(|next| self.start_of(next))
    }

    /// The UNIX second in which clocks there show `text`, such as `2026-12-01T08:00`; `None` if it is no such time. Of an hour
    /// that comes twice it is the first, and one that is left out is as much later.
    pub fn second_of(&self, text: &str) -> Option<i64> {
        let clock: DateTime = text.trim().replacen(' ', "T", 1).parse().ok()?;
        let moment = self.zone.to_ambiguous_timestamp(clock).compatible().ok()?;
        Some(moment.as_second())
    }

    /// What clocks there show at a UNIX second, as a browser's field for it has that: `2026-12-01T08:00`.
    pub fn clock(&self, unix_seconds: i64) -> String {
        let moment = Timestamp::from_second(unix_seconds).unwrap_or(Timestamp::UNIX_EPOCH);
        let there = self.zone.to_datetime(moment);
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}",
            there.year(),
            there.month(),
            there.day(),
            there.hour(),
            there.minute()
        )
    }
}

impl TryFrom<String> for TimeZone {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        match tz::TimeZone::get(&name) {
            Ok(zone) => Ok(Self { name, zone }),
            Err(_) => Err("expected the name of a time zone, such as Europe/Berlin or UTC".into()),
        }
    }
}

impl From<TimeZone> for String {
    fn from(zone: TimeZone) -> Self {
        zone.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn zone(name: &str) -> TimeZone {
        TimeZone::try_from(name.to_owned()).expect("a zone")
    }

    #[test]
    fn days_and_hours_are_those_of_the_clocks_there() {
        // 31 December 2025, 23:30 in UTC.
        let moment = 1_767_223_800;
        for (name, day, hour) in [
            ("UTC", date!(2025 - 12 - 31), 23),
            ("Europe/Berlin", date!(2026 - 01 - 01), 0),
            ("America/New_York", date!(2025 - 12 - 31), 18),
        ] {
            assert_eq!(zone(name).local(moment), (day, hour), "{name}");
        }
        assert_eq!(zone("Europe/Berlin").minute(moment), "2026-01-01, 00:30");
        // In summer, Berlin is two hours ahead.
        assert_eq!(
            zone("Europe/Berlin").local(1_782_864_000),
            (date!(2026 - 07 - 01), 2)
        );
    }

    #[test]
    fn a_time_is_read_as_its_clocks_show_it() {
        let berlin = zone("Europe/Berlin");
        // In winter an hour ahead of UTC, in summer two.
        assert_eq!(berlin.second_of("2025-12-31T23:30"), Some(1_767_220_200));
        assert_eq!(berlin.second_of("2026-07-01 02:00"), Some(1_782_864_000));
        assert_eq!(berlin.clock(1_782_864_000), "2026-07-01T02:00");
        // The hour that is left out in spring, and the one that comes twice in autumn.
        assert_eq!(berlin.second_of("2026-03-29T02:30"), Some(1_774_747_800));
        assert_eq!(berlin.second_of("2026-10-25T02:30"), Some(1_792_888_200));
        for none in ["", "soon", "2026-13-01T00:00", "2026-02-30T10:00"] {
            assert_eq!(berlin.second_of(none), None, "{none}");
        }
    }

    #[test]
    fn a_day_begins_when_clocks_there_say_so() {
        for (name, day, second) in [
            ("UTC", date!(2026 - 01 - 01), 1_767_225_600),
            ("Europe/Berlin", date!(2026 - 01 - 01), 1_767_222_000),
            ("Asia/Kathmandu", date!(2026 - 01 - 01), 1_767_204_900),
            // The day before was an hour shorter.
            ("Europe/Berlin", date!(2026 - 03 - 30), 1_774_821_600),
            // Clocks went from midnight to one.
            ("America/Asuncion", date!(2023 - 10 - 01), 1_696_132_800),
        ] {
            assert_eq!(zone(name).start_of(day), second, "{name} {day}");
            assert_eq!(zone(name).local(second).0, day, "{name} {day}");
            assert_ne!(zone(name).local(second - 1).0, day, "{name} {day}");
        }
    }

    #[test]
    fn a_day_that_is_written_begins_and_ends_there() {
        let berlin = zone("Europe/Berlin");
        // Clocks skip an hour that day.
        assert_eq!(berlin.day_begins("2026-03-29"), Some(1_774_738_800));
        assert_eq!(berlin.day_ends("2026-03-29"), Some(1_774_821_600));
        for none in ["2023-02-29", "2023-11", "soon", ""] {
            let found = (berlin.day_begins(none), berlin.day_ends(none));
            assert_eq!(found, (None, None), "{none}");
        }
    }

    #[test]
    fn what_is_no_zone_is_refused() {
        for name in ["", "Berlin", "Europe/Atlantis", "../etc/passwd"] {
            assert!(TimeZone::try_from(name.to_owned()).is_err(), "{name}");
        }
    }
}
