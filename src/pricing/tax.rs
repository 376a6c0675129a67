//! Taxes: what share of a price goes to whom.

use crate::base::zone::Zones;
use serde::{Deserialize, Serialize};

/// Basis points of the whole.
const WHOLE: i64 = 10_000;

/// A tax, as the merchant sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tax {
    /// What it is called on the bill.
    pub name: String,
    /// Percent of the price, up to two decimals.
    pub rate: Percent,
    /// Where what is sent there is taxed.
    #[serde(default)]
    pub zones: Zones,
    /// Whether sending it is taxed too.
    #[serde(default)]
    pub on_shipping: bool,
}

/// A share, in basis points; written as percent, such as `"7.5"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Percent(i64);

impl Percent {
    /// This share of `amount`, rounded half up.
    pub fn of(self, amount: i64) -> i64 {
        rounded(i128::from(amount) * i128::from(self.0), WHOLE)
    }

    /// The part of `amount` that is this share on top of the rest: a tax within a price.
    pub fn within(self, amount: i64) -> i64 {
        rounded(i128::from(amount) * i128::from(self.0), WHOLE + self.0)
    }
}

fn rounded(product: i128, divisor: i64) -> i64 {
    let divisor = i128::from(divisor);
    let halves = (product * 2 + divisor).div_euclid(divisor * 2);
    i64::try_from(halves).unwrap_or(i64::MAX)
}

impl std::ops::Add for Percent {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl TryFrom<String> for Percent {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no percentage from 0 to 100, such as \"7.5\"");
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let digits = format!("{whole}{fraction:0<2}");
        let plain = !whole.is_empty()
            && fraction.len() <= 2
            && digits.bytes().all(|digit| digit.is_ascii_digit());
        let points = plain.then(|| digits.parse::<i64>().ok()).flatten();
        points
            .filter(|points| *points <= WHOLE)
            .map(Self)
            .ok_or_else(wrong)
    }
}

impl From<Percent> for String {
    fn from(Percent(points): Percent) -> Self {
        match points % 100 {
            0 => (points / 100).to_string(),
            rest => format!("{}.{rest:02}", points / 100),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(text: &str) -> Percent {
        Percent::try_from(text.to_owned()).expect("a percentage")
    }

    #[test]
    fn shares_are_rounded_half_up() {
        assert_eq!(percent("19").of(1_000), 190);
        assert_eq!(percent("7.5").of(333), 25);
        assert_eq!(percent("20").within(1_200), 200);
        assert_eq!(percent("19").within(1_000), 160);
        assert_eq!(percent("0").within(1_000), 0);
    }

    #[test]
    fn percentages_are_read_and_written() {
        for text in ["0", "19", "7.50", "100"] {
            assert_eq!(String::from(percent(text)), text);
        }
        for wrong in ["", "-1", "101", "1.234", "many", "1,5"] {
            assert!(Percent::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
