//! Texts of what stands around a product: when it arrives, what buyers say of it, its videos. The server writes them, the browser's bundle has none
//! of them.

use super::{de, en, filled, texts};
use crate::base::language::Language;
use time::{Date, OffsetDateTime};

texts! {
    ProductTexts;
    // when it arrives
    weekdays, months, day, day_of_month, days_from_to, delivery_time, arrives, ready, way_arrives, order_until,
    // reviews
    decimal_point, date, reviews, out_of_five, no_reviews, write_review, buyers_only, one_star, stars, review_by, newer_reviews,
    older_reviews, review_of, back_to_product, review_for_guests, review_for_customers, review_stars, review_title, review_text,
    review_name, review_name_hint, send_review, change_review, remove_review, review_thanks, review_pending, review_published,
    review_rejected, review_removed, review_of_other_order, wrong_stars, wrong_title, wrong_text, wrong_name, news_subject,
    news_pending, news_published,
    // videos
    video_of, play_video, open_video, video_host,
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

    /// The day of a UNIX second in UTC, such as `1 December 2026`.
    pub fn date(self, unix_seconds: i64) -> String {
        let moment = OffsetDateTime::from_unix_timestamp(unix_seconds);
        let day = moment.unwrap_or(OffsetDateTime::UNIX_EPOCH).date();
        let p = self.product_texts();
        let (month, year) = (nth(p.months, u8::from(day.month()) - 1), day.year());
        filled(p.date, &[&day.day().to_string(), month, &year.to_string()])
    }

    /// Tenths as a decimal number, such as `4.5`.
    pub fn tenths(self, tenths: u32) -> String {
        format!(
            "{}{}{}",
            tenths / 10,
            self.product_texts().decimal_point,
            tenths % 10
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
        assert_eq!(Language::En.date(1_700_000_000), "14 November 2023");
        assert_eq!(Language::De.date(1_700_000_000), "14. November 2023");
        assert_eq!(
            (Language::En.tenths(45), Language::De.tenths(50)),
            ("4.5".into(), "5,0".into())
        );
    }
}
