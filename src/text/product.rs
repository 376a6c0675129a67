//! Texts of what stands around a product: when it arrives. The server writes them, the browser's bundle has none
//! of them.

use super::{de, en, filled, texts};
use crate::base::language::Language;
use time::Date;

texts! {
    ProductTexts;
    // when it arrives
    weekdays, months, day, day_of_month, days_from_to, delivery_time, arrives, ready, way_arrives, order_until,
}

impl Language {
    /// The texts of what stands around a product.
    pub fn product_texts(self) -> &'static ProductTexts {
        match self {
            Self::En => &en::product::TEXTS,
            Self::De => &de::product::TEXTS,
        }
    }

    /// A day as people say it, such as `Tue 1 December`.
    pub fn day(self, day: Date) -> String {
        let p = self.product_texts();
        let month = nth(p.months, u8::from(day.month()) - 1);
        filled(p.day_of_month, &[&self.weekday(day), month])
    }

    /// Days as people say them, such as `Tue 1 – Thu 3 December`; the month is said once where it is one.
    pub fn days(self, first: Date, last: Date) -> String {
        if first == last {
            return self.day(first);
        }
        let is_one_month = (first.year(), first.month()) == (last.year(), last.month());
        let begin = if is_one_month {
            self.weekday(first)
        } else {
            self.day(first)
        };
        filled(
            self.product_texts().days_from_to,
            &[&begin, &self.day(last)],
        )
    }

    fn weekday(self, day: Date) -> String {
        let p = self.product_texts();
        let name = nth(p.weekdays, day.weekday().number_days_from_monday());
        filled(p.day, &[name, &day.day().to_string()])
    }
}

fn nth(words: &'static str, index: u8) -> &'static str {
    words.split(' ').nth(index.into()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn every_text_is_there_and_takes_the_same_values() {
        crate::text::tests::are_alike(en::product::TEXTS.all(), de::product::TEXTS.all());
        for p in [&en::product::TEXTS, &de::product::TEXTS] {
            assert_eq!(p.weekdays.split(' ').count(), 7);
            assert_eq!(p.months.split(' ').count(), 12);
        }
    }

    #[test]
    fn days_are_said_as_people_say_them() {
        let (monday, thursday) = (date!(2026 - 11 - 30), date!(2026 - 12 - 03));
        for (language, one, two, within) in [
            (
                Language::En,
                "Mon 30 November",
                "Mon 30 November – Thu 3 December",
                "Tue 1 – Thu 3 December",
            ),
            (
                Language::De,
                "Mo., 30. November",
                "Mo., 30. November – Do., 3. Dezember",
                "Di., 1. – Do., 3. Dezember",
            ),
        ] {
            assert_eq!(language.days(monday, monday), one);
            assert_eq!(language.days(monday, thursday), two);
            assert_eq!(language.days(date!(2026 - 12 - 01), thursday), within);
        }
    }
}
