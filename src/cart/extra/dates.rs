//! Which days and times a field takes (`spec/config.md` 3.1, `datePickerOptions`).

use crate::base::date::{DAY, start_of};
use serde_json::Value;

const DAYS: [&str; 7] = ["THU", "FRI", "SAT", "SUN", "MON", "TUE", "WED"];

/// From, to; several.
type Spans = Vec<(i64, i64)>;

/// Days and times; times are the shopper's wall clock, in seconds since 1970.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dates {
    /// Earliest.
    pub min: Option<String>,
    /// Latest.
    pub max: Option<String>,
    /// Whether a time is asked too.
    pub shows_time: bool,
    /// Minutes between two times.
    pub minutes: Option<i64>,
    hours: Option<Vec<(String, Spans)>>,
    closed: Spans,
}

impl Dates {
    /// The options as they were sent, with dates as ISO texts.
    pub fn read(options: Option<&Value>) -> Self {
        let get = |name: &str| options.and_then(|it| it.get(name));
        let is = |name: &str| get(name) == Some(&Value::Bool(true));
        let day = |name: &str| get(name).and_then(Value::as_str).map(str::to_owned);
        let minutes = get("incrementMinuteBy").or(get("incrementTimeBy"));
        let hours = get("limitAvailableHoursWeekly").and_then(Value::as_object);
        let hours = hours.map(|days| {
            let spans = |value: &Value| pairs(value, clock);
            days.iter()
                .map(|(day, value)| (day.to_uppercase(), spans(value)))
                .collect()
        });
        Self {
            min: day("minDate"),
            max: day("maxDate"),
            shows_time: is("showTime") || is("showtime"),
            minutes: minutes
                .and_then(Value::as_i64)
                .filter(|it| (1..=720).contains(it)),
            hours,
            closed: get("disallowDates")
                .map(|it| pairs(it, moment))
                .unwrap_or_default(),
        }
    }

    /// Whether `text`, such as `2026-12-24` or `2026-12-24T15:30`, is one of them.
    pub fn allow(&self, text: &str) -> bool {
        let Some(at) = moment(text) else { return false };
        // Without a time, a bound is a day.
        let bound = |text: &Option<String>| {
            let at = text.as_deref().and_then(moment)?;
            Some(if self.shows_time {
                at
            } else {
                at.div_euclid(DAY) * DAY
            })
        };
        let after = bound(&self.min).is_none_or(|min| at >= min);
        let before = bound(&self.max).is_none_or(|max| at <= max);
        let open = self.hours.as_ref().is_none_or(|days| {
            let name = DAYS[usize::try_from(at.div_euclid(DAY).rem_euclid(7)).unwrap_or(0)];
            let time = at.rem_euclid(DAY);
            let today = days.iter().find(|(day, _)| day == name);
            today.is_some_and(|(_, spans)| {
                !self.shows_time || spans.iter().any(|(from, to)| (*from..=*to).contains(&time))
            })
        });
        let closed = self
            .closed
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&at));
        after && before && open && !closed
    }
}

/// Lists of two: from, to.
fn pairs(value: &Value, read: impl Fn(&str) -> Option<i64>) -> Spans {
    let each = value.as_array().into_iter().flatten();
    let pair = |pair: &Value| {
        let [from, to] = [pair.get(0)?, pair.get(1)?].map(Value::as_str);
        Some((read(from?)?, read(to?)?))
    };
    each.filter_map(pair).collect()
}

/// `15:30` in seconds.
fn clock(text: &str) -> Option<i64> {
    let (hours, minutes) = text.trim().split_once(':')?;
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.get(..2)?.parse().ok()?);
    Some(hours * 3_600 + minutes * 60)
}

/// A day, or a day and a time, in seconds.
fn moment(text: &str) -> Option<i64> {
    let (day, time) = text.trim().split_at_checked(10)?;
    let time = time.trim_start_matches(['T', ' ']);
    let time = if time.is_empty() {
        Some(0)
    } else {
        clock(time)
    };
    Some(start_of(day)? + time?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn days_and_times_have_their_limits() {
        let dates = Dates::read(Some(&json!({
            "minDate": "2026-12-01T00:00:00.000Z", "maxDate": "2026-12-31T23:59:00.000Z", "showTime": true,
            "limitAvailableHoursWeekly": { "MON": [["08:00", "12:00"], ["14:00", "18:00"]] },
            "disallowDates": [["2026-12-21", "2026-12-27T23:59"]],
        })));
        for (text, fine) in [
            ("2026-12-07T09:00", true),
            ("2026-12-07T13:00", false),
            ("2026-12-08T09:00", false),
            ("2026-12-21T09:00", false),
            ("2026-12-28T18:00", true),
            ("2026-11-30T09:00", false),
            ("2027-01-04T09:00", false),
            ("soon", false),
            ("2026-12-07Tx", false),
        ] {
            assert_eq!(dates.allow(text), fine, "{text}");
        }
        let day = Dates::read(Some(&json!({ "minDate": "2026-12-01T13:45:00.000Z" })));
        assert!(day.allow("2026-12-01") && !day.allow("2026-11-30"));
        assert!(Dates::default().allow("1999-12-31"));
    }
}
