//! What a report is asked for by: days, what they are gathered by, and a currency, as they stand in its address.

use super::super::{form_values::FormValues, request::AdminRequest};
use crate::{
    base::date,
    order::sales::{Day, Period, Range},
};

/// Most days of one report: ten years.
const MAX_LENGTH: i64 = 3_660;
/// Days of a report that nothing else is said of.
const USUAL: i64 = 30;
/// Most parts of a chart by time: more are too narrow to be pointed at.
const MAX_PARTS: i64 = 1_100;

/// What a report is asked for by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportQuery {
    /// The days.
    pub range: Range,
    /// What they are gathered by.
    pub by: Period,
    /// The currency of its amounts.
    pub currency: String,
    /// Whether products go by how many there were.
    pub by_quantity: bool,
    /// The days as they were typed.
    pub typed: (String, String),
    /// What is wrong with the first day, and with the last.
    pub problems: (Option<&'static str>, Option<&'static str>),
}

impl ReportQuery {
    /// What the address of `request` asks for.
    pub fn of(request: &AdminRequest) -> Self {
        let config = &request.state.shop.config;
        let today = Day::at(&config.time_zone, date::now());
        Self::read(&request.query, today, &config.currency)
    }

    fn read(query: &str, today: Day, currency: &str) -> Self {
        let typed = FormValues::read(query.as_bytes());
        let usual = Range {
            from: today.plus(1 - USUAL),
            until: today,
        };
        let (from, until) = (typed.get("from").trim(), typed.get("until").trim());
        let wrong = Some("This is no day, such as 2026-11-23.");
        let day = |text: &str, usual: Day| match text {
            "" => (usual, None),
            text => Day::parse(text).map_or((usual, wrong), |day| (day, None)),
        };
        let (last, wrong_until) = day(until, usual.until);
        // One day alone is the last of as many as usual.
        let (first, wrong_from) = day(from, last.plus(1 - USUAL));
        let mut asked = Self {
            range: Range {
                from: first,
                until: last,
            },
            by: Period::ALL
                .into_iter()
                .find(|by| by.code() == typed.get("by"))
                .unwrap_or(Period::Day),
            currency: match typed.get("currency") {
                known if known.len() == 3 => known.to_owned(),
                _ => currency.to_owned(),
            },
            by_quantity: typed.get("most") == "quantity",
            typed: (first.text(), last.text()),
            problems: (wrong_from, wrong_until),
        };
        if asked.problems.0.is_some() {
            from.clone_into(&mut asked.typed.0);
        }
        if asked.problems.1.is_some() {
            until.clone_into(&mut asked.typed.1);
        }
        if asked.is_wrong() {
            asked.range = usual;
        } else if asked.range.days() < 1 {
            asked.problems.1 = Some("The last day is before the first.");
        } else if asked.range.days() > MAX_LENGTH {
            asked.problems.0 = Some("That is more than ten years: please choose less.");
        } else if asked.range.days() > MAX_PARTS && asked.by == Period::Day {
            // Days of many years are gathered by the week.
            asked.by = Period::Week;
        }
        asked
    }

    /// Whether it cannot be answered.
    pub fn is_wrong(&self) -> bool {
        self.problems.0.is_some() || self.problems.1.is_some()
    }

    /// The question as the query of a URL.
    pub fn query(&self) -> String {
        self.query_of(self.range, self.by)
    }

    /// The question as the query of a URL, but for the days of `range`, grouped `by`.
    pub fn query_of(&self, range: Range, by: Period) -> String {
        let (from, until) = (range.from.text(), range.until.text());
        let mut query = format!(
            "from={from}&until={until}&by={}&currency={}",
            by.code(),
            self.currency
        );
        if self.by_quantity {
            query.push_str("&most=quantity");
        }
        query
    }
}

/// Days that are asked for often, with what they are called and gathered by.
pub fn usual_ranges(today: Day) -> [(&'static str, Range, Period); 6] {
    let range = |from: Day, until: Day| Range { from, until };
    let (month, year) = (today.month(), Period::Year.start(today));
    [
        ("Today", range(today, today), Period::Day),
        ("30 days", range(today.plus(1 - USUAL), today), Period::Day),
        ("This month", range(month, today), Period::Day),
        (
            "Last month",
            range(month.plus(-1).month(), month.plus(-1)),
            Period::Day,
        ),
        ("This year", range(year, today), Period::Month),
        (
            "Last year",
            range(Period::Year.start(year.plus(-1)), year.plus(-1)),
            Period::Month,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> ReportQuery {
        ReportQuery::read(query, Day::parse("2026-11-29").expect("a day"), "EUR")
    }

    #[test]
    fn days_are_read_and_what_is_none_is_named_where_it_was_typed() {
        let usual = read("");
        assert_eq!(
            usual.typed,
            ("2026-10-31".to_owned(), "2026-11-29".to_owned())
        );
        assert!(!usual.is_wrong() && usual.by == Period::Day && usual.currency == "EUR");
        let year = read("from=2025-01-01&until=2025-12-31&by=month&currency=USD&most=quantity");
        assert_eq!(
            (year.range.days(), year.by, year.currency.as_str()),
            (365, Period::Month, "USD")
        );
        assert_eq!(read(&year.query()), year, "it is read as it is written");
        let wrong = read("from=soon&until=2026-11-01");
        assert!(wrong.problems.0.is_some() && wrong.problems.1.is_none());
        assert_eq!(wrong.typed.0, "soon");
        assert!(
            read("from=2026-11-02&until=2026-11-01")
                .problems
                .1
                .is_some()
        );
        assert!(
            read("from=1999-11-02&until=2026-11-01")
                .problems
                .0
                .is_some()
        );
        assert_eq!(read("from=2020-11-02&until=2026-11-01").by, Period::Week);
    }

    #[test]
    fn usual_days_are_those_of_the_calendar() {
        let all = usual_ranges(Day::parse("2026-03-31").expect("a day"));
        let of = |name: &str| {
            let (_, range, _) = all.iter().find(|(it, ..)| *it == name).expect("one");
            (range.from.text(), range.until.text())
        };
        let pair = |from: &str, until: &str| (from.to_owned(), until.to_owned());
        assert_eq!(of("Last month"), pair("2026-02-01", "2026-02-28"));
        assert_eq!(of("Last year"), pair("2025-01-01", "2025-12-31"));
        assert_eq!(of("This month"), pair("2026-03-01", "2026-03-31"));
    }
}
