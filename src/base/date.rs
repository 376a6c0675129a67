//! Times as people read them, in UTC: the server writes them, so that both sides show the same.

use serde::{Deserialize, Serialize};
use time::{
    Date, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset,
    format_description::BorrowedFormatItem, macros::format_description, parsing::Parsed,
};

const DAY_FORMAT: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");
const MINUTE_FORMAT: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day], [hour]:[minute] UTC");

const SECOND_FORMAT: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day] [hour]:[minute]:[second] +0000");

/// `2026-11-23 14:05:00 +0000`, as programs read it.
pub fn second(unix_seconds: i64) -> String {
    written(unix_seconds, SECOND_FORMAT)
}

/// `2026-11-23`.
pub fn day(unix_seconds: i64) -> String {
    written(unix_seconds, DAY_FORMAT)
}

/// `2026-11-23, 14:05 UTC`.
pub fn minute(unix_seconds: i64) -> String {
    written(unix_seconds, MINUTE_FORMAT)
}

fn written(unix_seconds: i64, format: &[BorrowedFormatItem<'_>]) -> String {
    let time = OffsetDateTime::from_unix_timestamp(unix_seconds);
    let time = time.unwrap_or(OffsetDateTime::UNIX_EPOCH);
    time.format(format).unwrap_or_default()
}

/// A day of the calendar, written `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(pub Date);

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let day = Date::parse(&text, DAY_FORMAT);
        day.map(Self)
            .map_err(|_| format!("{text:?} is no day, such as 2026-12-25"))
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.0.format(DAY_FORMAT).unwrap_or_default()
    }
}

/// Seconds of an hour.
pub const HOUR: i64 = 60 * 60;
/// Seconds of a day.
pub const DAY: i64 = 24 * 60 * 60;

/// The UNIX second that a day, written `2026-11-23`, begins in; `None` if it is no day.
pub fn start_of(day: &str) -> Option<i64> {
    let day = Date::parse(day, DAY_FORMAT).ok()?;
    Some(day.midnight().assume_utc().unix_timestamp())
}

/// The UNIX second that `2020-01-30 10:00:00 +0000` is, or a day alone, or UNIX seconds; `None` if it is no time.
pub fn read(text: &str) -> Option<i64> {
    const MOMENT: &[BorrowedFormatItem<'_>] = format_description!(
        version = 2,
        "[year]-[month]-[day][optional [ [hour]:[minute][optional [:[second]]][optional [ [offset_hour sign:mandatory][offset_minute]]]]]"
    );
    if let Ok(seconds) = text.parse() {
        return Some(seconds);
    }
    let mut parsed = Parsed::new();
    let rest = parsed.parse_items(text.trim().as_bytes(), MOMENT).ok()?;
    let day = Date::try_from(parsed).ok().filter(|_| rest.is_empty())?;
    let clock = Time::try_from(parsed).unwrap_or(Time::MIDNIGHT);
    let offset = UtcOffset::try_from(parsed).unwrap_or(UtcOffset::UTC);
    let moment = PrimitiveDateTime::new(day, clock).assume_offset(offset);
    Some(moment.unix_timestamp())
}

/// Now, in UNIX seconds.
pub fn now() -> i64 {
    OffsetDateTime::now_utc().unix_timestamp()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_people_read() {
        assert_eq!(day(1_700_000_000), "2023-11-14");
        assert_eq!(minute(1_700_000_000), "2023-11-14, 22:13 UTC");
        assert_eq!(second(1_700_000_000), "2023-11-14 22:13:20 +0000");
        assert_eq!(day(i64::MAX), "1970-01-01");
    }

    #[test]
    fn a_day_is_kept_as_it_is_written() {
        let day = Day::try_from("2026-12-25".to_owned()).expect("a day");
        assert_eq!(String::from(day), "2026-12-25");
        let wrong = Day::try_from("Christmas".to_owned()).expect_err("no day");
        assert!(wrong.contains("Christmas"), "{wrong}");
    }

    #[test]
    fn reads_days_of_the_calendar() {
        assert_eq!(start_of("2023-11-14"), Some(1_700_000_000 / DAY * DAY));
        for none in ["2023-02-29", "2023-11-14 ", "2023-11", "soon", ""] {
            assert_eq!(start_of(none), None, "{none}");
        }
    }
    #[test]
    fn reads_times_as_programs_write_them() {
        for (written, seconds) in [
            ("2020-01-30 10:00", Some(1_580_378_400)),
            ("2020-01-30 10:00:00 +0130", Some(1_580_373_000)),
            ("1580378400", Some(1_580_378_400)),
            ("2020-01-30 25:00", None),
            ("2020-02-30", None),
            ("soon", None),
        ] {
            assert_eq!(read(written), seconds, "{written}");
        }
    }
}
