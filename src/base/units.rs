//! Units that the shop tells weights and sizes in. Weights are kept in grams, whatever the unit.

use super::decimal::{self, ParseNumberError};
use serde::{Deserialize, Serialize};

/// What weights are told in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum WeightUnit {
    /// Kilograms.
    #[default]
    Kg,
    /// Grams.
    G,
    /// Pounds.
    Lb,
    /// Ounces.
    Oz,
}

impl WeightUnit {
    /// Its sign.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Kg => "kg",
            Self::G => "g",
            Self::Lb => "lb",
            Self::Oz => "oz",
        }
    }

    /// Its name for programs.
    pub fn api_name(self) -> &'static str {
        match self {
            Self::Kg => "KILOGRAM",
            Self::G => "GRAM",
            Self::Lb => "POUND",
            Self::Oz => "OUNCE",
        }
    }

    /// How many decimals are told: about a gram's worth, so that a pound that was kept as 454 g is one again.
    pub fn decimals(self) -> usize {
        match self {
            Self::Kg => 3,
            Self::G => 0,
            Self::Lb => 2,
            Self::Oz => 1,
        }
    }

    /// Micrograms of one.
    fn micrograms(self) -> i128 {
        match self {
            Self::Kg => 1_000_000_000,
            Self::G => 1_000_000,
            Self::Lb => 453_592_370,
            Self::Oz => 28_349_523,
        }
    }

    /// So many `grams` as a plain number of this unit, without zeros at its end.
    pub fn amount(self, grams: i64) -> String {
        /// Micrograms of a gram.
        const FINE: i128 = 1_000_000;
        let unit = self.micrograms();
        let steps = [1_i128, 10, 100, 1_000];
        let step = steps.get(self.decimals()).copied().unwrap_or(1);
        let doubled = i128::from(grams) * FINE * step * 2 + unit;
        let count = doubled.div_euclid(unit * 2);
        let sign = if count < 0 { "-" } else { "" };
        let (whole, rest) = (count.abs() / step, count.abs() % step);
        if rest == 0 {
            return format!("{sign}{whole}");
        }
        let fraction = format!("{rest:0width$}", width = self.decimals());
        format!("{sign}{whole}.{}", fraction.trim_end_matches('0'))
    }

    /// How many grams `text` is in this unit, half a gram rounded up: a plain number of up to six decimals; `None` if it is none.
    pub fn grams(self, text: &str) -> Option<i64> {
        const FINE: i128 = 1_000_000;
        let micro = scaled(text, 6)?;
        let grams = (i128::from(micro) * self.micrograms() + FINE * FINE / 2) / (FINE * FINE);
        i64::try_from(grams).ok().filter(|_| micro >= 0)
    }

    /// How many grams are typed as `text`, with signs between thousands or without.
    pub fn typed(self, text: &str) -> Result<i64, ParseNumberError> {
        let plain = decimal::plain(text, self.decimals())?;
        self.grams(&plain).ok_or(ParseNumberError::NoNumber)
    }

    /// So many `grams` as people read them, with `decimal` before the fraction.
    pub fn shown(self, grams: i64, decimal: char) -> String {
        let amount = self.amount(grams).replace('.', &decimal.to_string());
        format!("{amount}\u{a0}{}", self.sign())
    }
}

/// The plain number `text`, such as `-12.5`, in units of its `decimals`-th decimal; `None` if it is none, or has more decimals.
pub fn scaled(text: &str, decimals: usize) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = fraction.trim_end_matches('0');
    let is_number = !whole.is_empty()
        && fraction.len() <= decimals
        && whole
            .bytes()
            .chain(fraction.bytes())
            .all(|it| it.is_ascii_digit());
    let all = format!("{whole}{fraction:0<decimals$}");
    let number: i64 = all.parse().ok().filter(|_| is_number)?;
    Some(sign * number)
}

/// `number`, which counts the `decimals`-th decimal, as a plain number without zeros at its end.
pub fn unscaled(number: i64, decimals: usize) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let digits = format!("{:0width$}", number.unsigned_abs(), width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}.{fraction}"),
    }
}

/// What lengths are told in, to programs: the shop itself shows none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SizeUnit {
    /// Millimetres.
    Mm,
    /// Centimetres.
    #[default]
    Cm,
    /// Inches.
    In,
    /// Yards.
    Yd,
}

impl SizeUnit {
    /// Its name for programs.
    pub fn api_name(self) -> &'static str {
        match self {
            Self::Mm => "MM",
            Self::Cm => "CM",
            Self::In => "IN",
            Self::Yd => "YD",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn weights_are_told_as_people_write_them() {
        for (unit, grams, told) in [
            (WeightUnit::Kg, 0, "0"),
            (WeightUnit::Kg, 350, "0.35"),
            (WeightUnit::Kg, 2_000, "2"),
            (WeightUnit::Kg, 1_005, "1.005"),
            (WeightUnit::G, 1_350, "1350"),
            (WeightUnit::Lb, 454, "1"),
            (WeightUnit::Lb, 227, "0.5"),
            (WeightUnit::Oz, 28, "1"),
            (WeightUnit::Oz, 100, "3.5"),
        ] {
            assert_eq!(unit.amount(grams), told, "{grams} g in {}", unit.sign());
        }
        assert_eq!(WeightUnit::Kg.shown(1_250, ','), "1,25\u{a0}kg");
    }

    #[test]
    fn weights_are_read_as_they_are_told() {
        for (unit, text, grams) in [
            (WeightUnit::Kg, "1.25", Some(1_250)),
            (WeightUnit::Lb, "0.5", Some(227)),
            (WeightUnit::Oz, "1", Some(28)),
            (WeightUnit::G, "0.4", Some(0)),
            (WeightUnit::Kg, "-1", None),
            (WeightUnit::Kg, "heavy", None),
            (WeightUnit::Kg, "1.0000001", None),
        ] {
            assert_eq!(unit.grams(text), grams, "{text}");
        }
    }

    proptest! {
        #[test]
        fn numbers_come_back_as_they_were_written(number in -9_999_999_i64..9_999_999, decimals in 0_usize..5) {
            prop_assert_eq!(scaled(&unscaled(number, decimals), decimals), Some(number));
        }

        /// What is told is as much as there is, to half of the last decimal.
        #[test]
        fn what_is_told_is_what_it_weighs(grams in 0_i64..=1_000_000_000) {
            for (unit, one) in [(WeightUnit::Kg, 1_000.0), (WeightUnit::G, 1.0), (WeightUnit::Lb, 453.592_37), (WeightUnit::Oz, 28.349_523)] {
                let told: f64 = unit.amount(grams).parse().expect("a number");
                let exact = f64::from(u32::try_from(grams).expect("small")) / one;
                let step = 10_f64.powi(-i32::try_from(unit.decimals()).expect("few"));
                prop_assert!((told - exact).abs() <= step * 0.5001, "{grams} g: {told} {}", unit.sign());
            }
        }
    }
}
