//! What a new shop is offered by its country: settings, and drafts of the pages that the law wants.
//!
//! Rates are those of late 2026. They are a start, which the merchant looks over.

mod gaps;
mod legal;

pub use gaps::{
    GapAnswer, answered, around, as_proposed, choices, gaps, is_advice, may_be_left_out, name,
    proposed,
};
pub use legal::{Draft, drafts, is_of_every_page};

use crate::{base::language::LanguageCode, text::Languages};
use std::sync::LazyLock;
use toml::{Table, Value};

/// Country, currency, units, time zone, language, whether prices hold the tax, where it is taxed, days of withdrawal, what the
/// tax is called, and its rates: the usual one first.
const COUNTRIES: &str = include_str!("countries.tsv");
/// How `COUNTRIES` names the European Union's countries.
const EU: &str = "eu";
/// Those, to all of which a shop of one of them sells at the rates of its own until it sells for more than 10,000 € a year.
const EU_COUNTRIES: &str =
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK";

static PROPOSALS: LazyLock<Vec<Proposal>> =
    LazyLock::new(|| COUNTRIES.lines().filter_map(read).collect());

/// What a shop in a country is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// ISO 3166-1 code of the country.
    pub country: &'static str,
    /// ISO 4217 code of the currency.
    pub currency: &'static str,
    /// How things are measured there.
    pub units: Units,
    /// Name of the time zone, where most people live.
    pub time_zone: &'static str,
    /// ISO 639-1 code of the language; of the one that most speak, where there are several.
    pub language: &'static str,
    /// Whether prices hold the tax already.
    pub prices_include_tax: bool,
    /// What the tax is called; empty where none is proposed.
    pub tax_name: &'static str,
    /// Its rates, the usual one first. That alone becomes a setting: the shop taxes all goods alike.
    pub rates: Vec<Rate>,
    /// Within how many days consumers may withdraw by law; `None` where there is no such right.
    pub withdrawal_days: Option<u8>,
    /// What the merchant has to know besides.
    pub remark: Option<Remark>,
    /// Codes of the countries where what is sent there is taxed.
    taxed_in: Vec<&'static str>,
}

/// How things are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Units {
    /// In grams and centimetres.
    Metric,
    /// In ounces, pounds and inches.
    Imperial,
}

impl Units {
    /// The unit that goods are weighed in.
    pub fn weight(self) -> &'static str {
        match self {
            Self::Metric => "kg",
            Self::Imperial => "lb",
        }
    }

    /// The unit that goods are measured in.
    pub fn size(self) -> &'static str {
        match self {
            Self::Metric => "cm",
            Self::Imperial => "in",
        }
    }
}

/// A rate of a tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// What it is called in the country.
    pub name: &'static str,
    /// Percent, as settings write it.
    pub percent: &'static str,
}

/// What a merchant has to know about the taxes of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// No tax is proposed: what is owed depends on the state or province of shop and shopper, often on the town too, and only
    /// where the shop has to register.
    TaxByRegion,
    /// Above 10,000 € a year of sales to other countries of the European Union, the rates of those count (One Stop Shop).
    DistanceSales,
}

/// What a shop in the country `code` is offered; `None` where there is no proposal.
pub fn for_country(code: &str) -> Option<Proposal> {
    let found = |it: &&Proposal| it.country.eq_ignore_ascii_case(code);
    PROPOSALS.iter().find(found).cloned()
}

/// Codes of the countries that there are proposals for.
pub fn countries() -> impl Iterator<Item = &'static str> {
    PROPOSALS.iter().map(|it| it.country)
}

fn read(line: &'static str) -> Option<Proposal> {
    let mut cells = line.split('\t');
    let mut next = || cells.next();
    let (country, currency) = (next()?, next()?);
    let units = match next()? {
        "imperial" => Units::Imperial,
        _ => Units::Metric,
    };
    let (time_zone, language) = (next()?, next()?);
    let prices_include_tax = next()? == "included";
    let area = next()?;
    let withdrawal_days = next()?.parse().ok();
    let (tax_name, rates) = (next()?, next()?);
    let rates = rates.split('|').filter_map(|it| it.split_once('='));
    let rates: Vec<Rate> = rates
        .map(|(name, percent)| Rate { name, percent })
        .collect();
    let is_eu = area == EU;
    let remark = if rates.is_empty() {
        Some(Remark::TaxByRegion)
    } else {
        is_eu.then_some(Remark::DistanceSales)
    };
    let area = if is_eu { EU_COUNTRIES } else { area };
    Some(Proposal {
        country,
        currency,
        units,
        time_zone,
        language,
        prices_include_tax,
        tax_name,
        rates,
        withdrawal_days,
        remark,
        taxed_in: area.split(' ').collect(),
    })
}

impl Proposal {
    /// The settings of the store, ready to be kept, in the country's language alone: in another one half of a shop would be said,
    /// until somebody writes the rest. A language that the shop does not speak is left out.
    pub fn settings(&self) -> Table {
        let mut table = Table::new();
        let mut put = |key: &str, value: Value| table.insert(key.to_owned(), value);
        put("store_country", self.country.into());
        put("currency", self.currency.into());
        put("weight_unit", self.units.weight().into());
        put("size_unit", self.units.size().into());
        put("time_zone", self.time_zone.into());
        put("prices_include_tax", self.prices_include_tax.into());
        put("withdrawal", self.withdrawal_days.is_some().into());
        let language = LanguageCode::of(self.language);
        if language.is_some_and(|it| Languages::embedded().contains(it)) {
            put("store_language", self.language.into());
            put("languages", Value::Array(vec![self.language.into()]));
        }
        let usual = self.rates.first().map(|rate| {
            let zones = self.taxed_in.iter().map(|it| Value::from(*it)).collect();
            let mut tax = Table::new();
            tax.insert("name".to_owned(), self.tax_name.into());
            tax.insert("rate".to_owned(), rate.percent.into());
            tax.insert("zones".to_owned(), Value::Array(zones));
            tax.insert("on_shipping".to_owned(), true.into());
            Value::Table(tax)
        });
        put("taxes", Value::Array(usual.into_iter().collect()));
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::{countries::country, units::WeightUnit},
        platform::config::{SettingSources, is_of_store},
    };

    #[test]
    fn every_proposal_can_be_kept() {
        let expected = "DE AT CH FR ES IT NL BE LU PL PT IE GB SE DK FI NO CZ US CA AU NZ";
        assert_eq!(countries().collect::<Vec<_>>().join(" "), expected);
        for code in countries() {
            let proposal = for_country(code).expect("a proposal");
            let settings = proposal.settings();
            assert!(settings.keys().all(|key| is_of_store(key)), "{code}");
            let config = SettingSources::default().config(&settings).expect(code);
            assert_eq!(config.store_country, code);
            assert_eq!(config.currency, proposal.currency);
            assert_eq!(config.withdrawal, proposal.withdrawal_days == Some(14));
            assert_eq!(config.taxes.len(), usize::from(!proposal.rates.is_empty()));
            for tax in &config.taxes {
                assert!(tax.zones.cover(code, "") && tax.on_shipping, "{code}");
                assert!(!tax.zones.cover("JP", ""), "exports are not taxed");
            }
            assert!(country(code).is_some(), "{code}");
            // Each rate is one that a tax can have, and the usual one is the highest.
            let rates = proposal.rates.iter().map(|rate| rate.percent);
            let rates: Vec<f64> = rates.map(|it| it.parse().expect("a number")).collect();
            assert!(rates.iter().all(|it| *it <= rates[0]), "{code}");
            assert!(proposal.rates.iter().all(|rate| !rate.name.is_empty()));
        }
    }

    #[test]
    fn countries_differ_as_they_should() {
        let of = |code| for_country(code).expect("a proposal");
        let germany = of("de");
        assert_eq!(germany.rates[0].percent, "19");
        assert_eq!(germany.remark, Some(Remark::DistanceSales));
        let settings = germany.settings();
        let config = SettingSources::default()
            .config(&settings)
            .expect("settings");
        assert!(config.taxes[0].zones.cover("FR", ""), "sent within the EU");
        assert_eq!(of("FI").rates[0].percent, "25.5");
        let states = of("US");
        assert!(states.rates.is_empty() && !states.prices_include_tax);
        assert_eq!(states.remark, Some(Remark::TaxByRegion));
        assert_eq!(
            (states.units, states.units.weight()),
            (Units::Imperial, "lb")
        );
        let config = SettingSources::default().config(&states.settings());
        let unit = config.expect("settings").weight_unit;
        assert_eq!(unit, WeightUnit::Lb);
        assert_eq!(of("CH").withdrawal_days, None);
        assert_eq!(of("GB").withdrawal_days, Some(14));
        assert_eq!(for_country("ZZ"), None);
    }
}
