//! Numbers as people type them: with a point or a comma before the decimals, and with or without signs between thousands.

/// Why no number could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseNumberError {
    /// It is none.
    NoNumber,
    /// It may be one or another: `1.249` is a little more than one to some, and more than a thousand to others.
    Unclear,
}

impl ParseNumberError {
    /// The message beside a field for an amount of money.
    pub fn of_amount(self) -> &'static str {
        match self {
            Self::NoNumber => "Please type an amount, such as 4.90.",
            Self::Unclear => UNCLEAR,
        }
    }

    /// The message beside a field for any number.
    pub fn of_number(self) -> &'static str {
        match self {
            Self::NoNumber => "Please type a number, such as 4.90 or 1200.",
            Self::Unclear => UNCLEAR,
        }
    }
}

const UNCLEAR: &str = "This can be read in two ways. Please type it without a sign between thousands, such as 1249, or with all its decimals, such as 1.249,00.";

/// What stands around amounts that are copied from somewhere.
const AROUND: [char; 5] = ['%', '€', '$', '£', '¥'];

/// The plain number, with a point before its decimals and nothing else, that is typed as `text` where there can be so many
/// `places` of decimals.
///
/// A sign that stands once before three digits is one of thousands to some and of decimals to others. Where there are no
/// decimals it is the former; where there are three or more, a point is the latter, for so they are written; else nobody knows.
pub fn plain(text: &str, places: usize) -> Result<String, ParseNumberError> {
    let is_around = |it: char| it.is_whitespace() || AROUND.contains(&it);
    let text = text.trim_matches(is_around).replace('\u{2212}', "-");
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest.trim_start_matches(is_around)),
        None => ("", text.as_str()),
    };
    let digits: String = digits.chars().map(kind).collect();
    let decimal = decimal_of(&digits, places)?;
    let (whole, fraction) = match decimal.and_then(|sign| digits.rsplit_once(sign)) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits.as_str(), None),
    };
    let whole = ungrouped(whole).ok_or(ParseNumberError::NoNumber)?;
    match fraction {
        None => Ok(format!("{sign}{whole}")),
        Some(fraction) if are_digits(fraction) => Ok(format!("{sign}{whole}.{fraction}")),
        Some(_) => Err(ParseNumberError::NoNumber),
    }
}

/// Every blank and every apostrophe as one.
fn kind(sign: char) -> char {
    match sign {
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        '\u{2019}' => '\'',
        other => other,
    }
}

/// The sign that stands before the decimals of `digits`, if one does.
fn decimal_of(digits: &str, places: usize) -> Result<Option<char>, ParseNumberError> {
    let count = |sign: char| digits.matches(sign).count();
    let last = digits.rfind(['.', ',']);
    let Some(sign) = last.and_then(|at| digits[at..].chars().next()) else {
        return Ok(None);
    };
    let other = if sign == '.' { ',' } else { '.' };
    if count(other) > 0 {
        // The one before is of thousands.
        return Ok(Some(sign));
    }
    if count(sign) > 1 {
        return Ok(None);
    }
    let (whole, fraction) = digits.split_once(sign).unwrap_or((digits, ""));
    let may_be_group = fraction.len() == 3
        && (1..=3).contains(&whole.len())
        && are_digits(whole)
        && !whole.starts_with('0');
    match places {
        _ if !may_be_group => Ok(Some(sign)),
        0 => Ok(None),
        3.. if sign == '.' => Ok(Some(sign)),
        _ => Err(ParseNumberError::Unclear),
    }
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

/// The digits of `whole` without the one kind of sign between its thousands; `None` if it is no number.
fn ungrouped(whole: &str) -> Option<String> {
    let mut signs = whole.chars().filter(|it| !it.is_ascii_digit());
    let Some(sign) = signs.next() else {
        return are_digits(whole).then(|| whole.to_owned());
    };
    let mut groups = whole.split(sign);
    let first = groups.next().unwrap_or_default();
    let is_grouped = [' ', '\'', '.', ','].contains(&sign)
        && (1..=3).contains(&first.len())
        && are_digits(first)
        && groups.all(|it| it.len() == 3 && are_digits(it));
    is_grouped.then(|| whole.replace(sign, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn both_signs_are_read_where_one_meaning_is_possible() {
        for (text, read) in [
            ("4.90", "4.90"),
            ("4,90", "4.90"),
            ("1249", "1249"),
            ("1.249,00", "1249.00"),
            ("1,249.00", "1249.00"),
            ("1 249,00", "1249.00"),
            ("1\u{202f}249,5", "1249.5"),
            ("1'249.00", "1249.00"),
            ("1.249.000", "1249000"),
            ("1,249,000.5", "1249000.5"),
            ("1 249", "1249"),
            ("1249,500", "1249.500"),
            ("0,350", "0.350"),
            ("19,5 %", "19.5"),
            (" € 1.249,00 ", "1249.00"),
            ("-1.249,00", "-1249.00"),
            ("\u{2212}5", "-5"),
        ] {
            assert_eq!(plain(text, 2).as_deref(), Ok(read), "{text}");
        }
    }

    #[test]
    fn what_may_be_two_numbers_is_none() {
        for text in ["1.249", "1,249", "12.500", "-999,000"] {
            assert_eq!(plain(text, 2), Err(ParseNumberError::Unclear), "{text}");
        }
        assert_eq!(plain("1.249", 0).as_deref(), Ok("1249"));
        assert_eq!(plain("1,249", 0).as_deref(), Ok("1249"));
        assert_eq!(
            plain("1.249", 3).as_deref(),
            Ok("1.249"),
            "so it is written"
        );
        assert_eq!(plain("1,249", 3), Err(ParseNumberError::Unclear));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "-",
            "x",
            "1e3",
            ".5",
            "5.",
            "1.2.3",
            "1,24,900",
            "1.249,00,0",
            "1.249.00",
            "1 24 900",
            "1 2",
            "1'249 000",
            "12.34,567.8",
            "0x10",
            "١",
        ] {
            assert_eq!(plain(text, 2), Err(ParseNumberError::NoNumber), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_number_is_read_as_it_was_meant_or_not_at_all(
            amount in 0_i64..10_000_000_000,
            places in 0_usize..4,
            style in prop::sample::select(vec![('.', ','), (',', '.'), (',', ' '), (',', '\u{202f}'), ('.', '\'')]),
            is_grouped: bool,
        ) {
            let (decimal, group) = style;
            let plainly = crate::base::units::unscaled(amount, places);
            let (whole, fraction) = plainly.split_once('.').unwrap_or((&plainly, ""));
            let mut text = String::new();
            for (index, digit) in whole.chars().enumerate() {
                if is_grouped && index > 0 && (whole.len() - index).is_multiple_of(3) {
                    text.push(group);
                }
                text.push(digit);
            }
            if places > 0 {
                text.push(decimal);
                text.push_str(&format!("{fraction:0<places$}"));
            }
            match plain(&text, places) {
                Ok(read) => prop_assert_eq!(crate::base::units::scaled(&read, places), Some(amount), "{}", text),
                // Two decimals are never unclear.
                Err(why) => prop_assert!(why == ParseNumberError::Unclear && places >= 3, "{} {:?}", text, why),
            }
        }

        #[test]
        fn nothing_that_is_typed_is_a_panic(text in "\\PC{0,20}", signs in "[0-9., '%€-]{0,14}", places in 0_usize..4) {
            for text in [text, signs] {
                if let Ok(read) = plain(&text, places) {
                    prop_assert!(read.bytes().all(|it| it.is_ascii_digit() || b".-".contains(&it)), "{}", read);
                }
            }
        }
    }
}
