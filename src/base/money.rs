//! Prices: minor units and a currency, written the same way by server and browser.

#[cfg(feature = "ssr")]
use super::decimal::{self, ParseNumberError};
use serde::{Deserialize, Serialize};

/// How the shop writes prices, decided by its currency and language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceFormat {
    /// ISO 4217 code, upper case.
    pub currency: String,
    /// Number of decimal places of the currency.
    pub exponent: u32,
    /// Text before the number, such as `€`.
    pub prefix: String,
    /// Text after the number, such as a no-break space and `€`.
    pub suffix: String,
    /// Decimal separator.
    pub decimal: char,
    /// Separator between groups of three digits.
    pub group: char,
    /// From how many digits on there are groups: some languages write 1234, and 12 345.
    pub grouped_from: usize,
}

/// How a language writes numbers and prices.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug)]
pub struct NumberStyle {
    /// Decimal separator.
    pub decimal: char,
    /// Separator between groups of three digits.
    pub group: char,
    /// From how many digits on there are groups.
    pub grouped_from: usize,
    /// A price, with [`Self::SYMBOL`] and [`Self::AMOUNT`] in their places.
    pub price: String,
    /// A price whose currency symbol is made of letters, with [`Self::SYMBOL`] and [`Self::AMOUNT`] in their places.
    pub price_of_letters: String,
}

#[cfg(feature = "ssr")]
impl Default for NumberStyle {
    /// As programs write them, and English.
    fn default() -> Self {
        Self {
            decimal: '.',
            group: ',',
            grouped_from: 4,
            price: "¤#".to_owned(),
            price_of_letters: "¤\u{a0}#".to_owned(),
        }
    }
}

#[cfg(feature = "ssr")]
impl NumberStyle {
    /// Where the currency's symbol stands.
    pub const SYMBOL: &str = "¤";
    /// Where the number stands.
    pub const AMOUNT: &str = "#";
}

/// Most that one amount may be, in minor units: sums of such amounts do not overflow.
#[cfg(feature = "ssr")]
pub const MAX_MINOR: i64 = 100_000_000_000;

/// ISO 4217 code, decimal places, symbol.
#[cfg(feature = "ssr")]
const CURRENCIES: &[(&str, u32, &str)] = &[
    ("AUD", 2, "A$"),
    ("BRL", 2, "R$"),
    ("CAD", 2, "C$"),
    ("CHF", 2, "CHF"),
    ("CZK", 2, "Kč"),
    ("DKK", 2, "kr."),
    ("EUR", 2, "€"),
    ("GBP", 2, "£"),
    ("HUF", 2, "Ft"),
    ("INR", 2, "₹"),
    ("JPY", 0, "¥"),
    ("KRW", 0, "₩"),
    ("KWD", 3, "KD"),
    ("MXN", 2, "MX$"),
    ("NOK", 2, "kr"),
    ("NZD", 2, "NZ$"),
    ("PLN", 2, "zł"),
    ("SEK", 2, "kr"),
    ("USD", 2, "$"),
    ("ZAR", 2, "R"),
];

/// The currency codes the shop can price in.
#[cfg(feature = "ssr")]
pub fn currencies() -> impl Iterator<Item = &'static str> {
    CURRENCIES.iter().map(|(code, ..)| *code)
}

impl PriceFormat {
    /// The format of `currency` in the `style` of a language; `None` for an unknown currency.
    #[cfg(feature = "ssr")]
    pub fn new(currency: &str, style: &NumberStyle) -> Option<Self> {
        let (code, exponent, symbol) = CURRENCIES.iter().find(|(code, ..)| *code == currency)?;
        let pattern = if symbol.chars().all(char::is_alphabetic) {
            &style.price_of_letters
        } else {
            &style.price
        };
        let price = pattern.replace(NumberStyle::SYMBOL, symbol);
        let (prefix, suffix) = price
            .split_once(NumberStyle::AMOUNT)
            .unwrap_or((&price, ""));
        Some(Self {
            currency: (*code).to_owned(),
            exponent: *exponent,
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
            decimal: style.decimal,
            group: style.group,
            grouped_from: style.grouped_from,
        })
    }

    /// The format of `currency` as programs and English write it; `None` for an unknown currency.
    #[cfg(feature = "ssr")]
    pub fn of(currency: &str) -> Option<Self> {
        Self::new(currency, &NumberStyle::default())
    }

    /// The format of this currency in the `style` of a language.
    #[cfg(feature = "ssr")]
    pub fn in_style(&self, style: &NumberStyle) -> Self {
        Self::new(&self.currency, style).unwrap_or_else(|| self.clone())
    }

    /// Writes an amount given in minor units.
    pub fn minor(&self, amount: i64) -> String {
        let sign = if amount < 0 { "-" } else { "" };
        let digits = format!(
            "{:0width$}",
            amount.unsigned_abs(),
            width = usize::try_from(self.exponent).unwrap_or(0) + 1
        );
        let split = digits.len() - usize::try_from(self.exponent).unwrap_or(0);
        let (whole, fraction) = digits.split_at(split);
        let mut text = format!("{sign}{}", self.prefix);
        if whole.len() < self.grouped_from {
            text.push_str(whole);
        } else {
            text.push_str(&grouped(whole, self.group));
        }
        if !fraction.is_empty() {
            text.push(self.decimal);
            text.push_str(fraction);
        }
        text.push_str(&self.suffix);
        text
    }

    /// Writes an amount given in minor units as a plain number: `1234.50`.
    #[cfg(feature = "ssr")]
    pub fn plain(&self, amount: i64) -> String {
        let plain = Self {
            prefix: String::new(),
            suffix: String::new(),
            decimal: '.',
            group: ',',
            ..self.clone()
        };
        plain.minor(amount).replace(',', "")
    }

    /// Reads a plain number into minor units; `None` if it is none, or has more decimals than the
    /// currency.
    #[cfg(feature = "ssr")]
    pub fn parse(&self, text: &str) -> Option<i64> {
        let text = text.trim();
        let (sign, text) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let places = usize::try_from(self.exponent).ok()?;
        let fraction = fraction.trim_end_matches('0');
        let digits = format!("{whole}{fraction:0<places$}");
        let plain = fraction.len() <= places
            && !whole.is_empty()
            && digits.bytes().all(|digit| digit.is_ascii_digit());
        plain
            .then(|| digits.parse::<i64>().ok())?
            .map(|amount| sign * amount)
    }

    /// Reads what people type, with signs between thousands or without, into minor units.
    #[cfg(feature = "ssr")]
    pub fn typed(&self, text: &str) -> Result<i64, ParseNumberError> {
        let places = usize::try_from(self.exponent).unwrap_or(0);
        let plain = decimal::plain(text, places)?;
        self.parse(&plain).ok_or(ParseNumberError::NoNumber)
    }

    /// Writes an amount in major units as scripts pass it, rounded half away from zero;
    /// what is not a finite number counts as zero.
    pub fn major(&self, amount: f64) -> String {
        self.minor(self.rounded(amount))
    }

    /// An amount in major units as minor units, rounded half away from zero; what is not a finite number counts as zero.
    pub fn rounded(&self, amount: f64) -> i64 {
        let scaled = amount * 10f64.powi(i32::try_from(self.exponent).unwrap_or(0));
        // Binary fractions such as 1.005 sit just below the half that was meant.
        let nudged = (scaled + scaled.signum() * scaled.abs() * f64::EPSILON).round();
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the cast saturates, which is what a price text needs"
        )]
        if nudged.is_finite() { nudged as i64 } else { 0 }
    }
}

/// `digits` with a `separator` between thousands.
pub fn grouped(digits: &str, separator: char) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// An amount as the merchant writes it in the settings: a plain number, such as `"4.90"`.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Amount(String);

#[cfg(feature = "ssr")]
impl Amount {
    /// In minor units; decimals that the currency does not have are cut off.
    pub fn minor(&self, prices: &PriceFormat) -> i64 {
        let (whole, fraction) = self.0.split_once('.').unwrap_or((&self.0, ""));
        let places = usize::try_from(prices.exponent).unwrap_or(0);
        let kept: String = fraction.chars().take(places).collect();
        prices.parse(&format!("{whole}.{kept}")).unwrap_or(0)
    }

    /// Whether nobody said it: it is nothing then.
    pub fn is_unsaid(&self) -> bool {
        self.0.is_empty()
    }

    /// The number before the point.
    pub fn whole(&self) -> i64 {
        let whole = self.0.split('.').next().unwrap_or_default();
        whole.parse().unwrap_or(0)
    }
}

#[cfg(feature = "ssr")]
impl TryFrom<String> for Amount {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
        if digits(whole) && digits(fraction) && whole.len() < 13 {
            Ok(Self(text))
        } else {
            Err(format!("`{text}` is no amount, such as \"4.90\""))
        }
    }
}

#[cfg(feature = "ssr")]
impl From<Amount> for String {
    fn from(amount: Amount) -> Self {
        amount.0
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn style(decimal: char, group: char, grouped_from: usize, price: &str) -> NumberStyle {
        NumberStyle {
            decimal,
            group,
            grouped_from,
            price: price.into(),
            price_of_letters: price.into(),
        }
    }

    fn format(currency: &str, language: &str) -> PriceFormat {
        let style = match language {
            "de" => style(',', '.', 4, "#\u{a0}¤"),
            "pl" => style(',', '\u{a0}', 5, "#\u{a0}¤"),
            _ => NumberStyle::default(),
        };
        PriceFormat::new(currency, &style).expect("a known currency")
    }

    #[test]
    fn writes_prices_as_their_language_does() {
        assert_eq!(format("EUR", "en").minor(123_456_789), "€1,234,567.89");
        assert_eq!(
            format("EUR", "de").minor(123_456_789),
            "1.234.567,89\u{a0}€"
        );
        assert_eq!(format("JPY", "en").minor(1_500), "¥1,500");
        assert_eq!(format("KWD", "en").minor(1_500), "KD\u{a0}1.500");
        assert_eq!(format("USD", "en").minor(-5), "-$0.05");
        assert_eq!(format("PLN", "pl").minor(123_456), "1234,56\u{a0}zł");
        assert_eq!(
            format("PLN", "pl").minor(1_234_567),
            "12\u{a0}345,67\u{a0}zł"
        );
    }

    #[test]
    fn rounds_what_scripts_pass() {
        let usd = format("USD", "en");
        assert_eq!(usd.major(1.005), "$1.01");
        assert_eq!(usd.major(-2.675), "-$2.68");
        assert_eq!(usd.major(1e3), "$1,000.00");
        assert_eq!(usd.major(f64::NAN), "$0.00");
        assert_eq!(usd.major(f64::INFINITY), "$0.00");
    }

    #[test]
    fn reads_what_it_writes_plainly() {
        let (eur, jpy) = (format("EUR", "de"), format("JPY", "en"));
        assert_eq!(
            (eur.plain(-123_456), jpy.plain(1_500)),
            ("-1234.56".into(), "1500".into())
        );
        for (text, amount) in [
            ("12", Some(1_200)),
            ("12.5", Some(1_250)),
            ("12.500", Some(1_250)),
            ("-0.01", Some(-1)),
            ("12.345", None),
            ("1,5", None),
            ("", None),
            (".5", None),
            ("1e3", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(eur.parse(text), amount, "{text}");
        }
    }

    #[test]
    fn refuses_a_currency_without_data() {
        assert_eq!(PriceFormat::of("XXX"), None);
    }
}
