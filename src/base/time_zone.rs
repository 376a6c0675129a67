//! The shop's own clock: where its day begins and its hours are counted.

use jiff::{Timestamp, tz};
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
    fn what_is_no_zone_is_refused() {
        for name in ["", "Berlin", "Europe/Atlantis", "../etc/passwd"] {
            assert!(TimeZone::try_from(name.to_owned()).is_err(), "{name}");
        }
    }
}
