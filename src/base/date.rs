//! Times as people read them, in UTC: the server writes them, so that both sides show the same.

use time::OffsetDateTime;

/// `2026-11-23`.
pub fn day(unix_seconds: i64) -> String {
    let time =
        OffsetDateTime::from_unix_timestamp(unix_seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    format!(
        "{:04}-{:02}-{:02}",
        time.year(),
        u8::from(time.month()),
        time.day()
    )
}

/// `2026-11-23, 14:05 UTC`.
pub fn minute(unix_seconds: i64) -> String {
    let time =
        OffsetDateTime::from_unix_timestamp(unix_seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    format!(
        "{}, {:02}:{:02} UTC",
        day(unix_seconds),
        time.hour(),
        time.minute()
    )
}

/// Seconds of a day.
pub const DAY: i64 = 24 * 60 * 60;

/// The UNIX second that a day, written `2026-11-23`, begins in; `None` if it is no day.
pub fn start_of(day: &str) -> Option<i64> {
    let mut parts = day.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let date = time::Date::from_calendar_date(
        year,
        time::Month::try_from(month).ok()?,
        parts.next()?.parse().ok()?,
    );
    Some(date.ok()?.midnight().assume_utc().unix_timestamp())
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
        assert_eq!(day(i64::MAX), "1970-01-01");
    }
}
