//! A person at an address.

use crate::base::{countries::country, language::LanguageCode};
use serde::{Deserialize, Serialize};

/// `Person` (`spec/js-api.md` 4.1); what is empty is absent, but for the name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Person {
    /// Full name.
    pub name: String,
    /// Company.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub company_name: String,
    /// Street and number; a second line is for what is beyond.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub street: String,
    /// Town.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// ISO 3166-1 code of the country.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub country_code: String,
    /// Name of the country.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub country_name: String,
    /// Postal code.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub postal_code: String,
    /// Code of the region.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub state_or_province_code: String,
    /// Name of the region.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub state_or_province_name: String,
    /// Telephone number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
}

impl Person {
    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether both are the same person at the same address, however it is written: capitals, spaces and
    /// punctuation do not count, and neither does the telephone.
    pub fn is_at_same_address_as(&self, other: &Self) -> bool {
        let parts = |person: &Self| {
            [
                &person.name,
                &person.company_name,
                &person.street,
                &person.city,
                &person.postal_code,
                &person.country_code,
                &person.state_or_province_code,
            ]
            .map(|text| bare(text))
        };
        parts(self) == parts(other)
    }

    /// As it stands on an envelope, line by line, with the country's name in `language`; and the telephone number.
    pub fn lines(&self, language: impl Into<LanguageCode>) -> Vec<String> {
        let mut lines = self.envelope(language);
        lines.extend(Some(&self.phone).filter(|it| !it.is_empty()).cloned());
        lines
    }

    /// As it stands on an envelope, line by line, with the country's name in `language`.
    pub fn envelope(&self, language: impl Into<LanguageCode>) -> Vec<String> {
        let known = country(&self.country_code).map(|it| it.name(language));
        let country = known.unwrap_or(&self.country_name).to_owned();
        let place = [&self.postal_code, &self.city].map(String::as_str);
        let region = if self.state_or_province_name.is_empty() {
            &self.state_or_province_code
        } else {
            &self.state_or_province_name
        };
        let mut lines = vec![self.name.clone(), self.company_name.clone()];
        lines.extend(self.street.lines().map(str::to_owned));
        lines.push(place.join(" ").trim().to_owned());
        lines.extend([region, &country].map(String::clone));
        lines.retain(|line| !line.is_empty());
        lines
    }
}

/// The letters and digits of `text`, in lower case and one spelling.
fn bare(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    let lower: String = letters.flat_map(char::to_lowercase).collect();
    lower.replace('ß', "ss").replace("strasse", "str")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(street: &str) -> Person {
        Person {
            name: "Ada Lovelace".into(),
            street: street.into(),
            city: "Hamburg".into(),
            postal_code: "20095".into(),
            country_code: "DE".into(),
            ..Person::default()
        }
    }

    #[test]
    fn an_address_is_the_same_however_it_is_written() {
        let one = at("Lange Straße 1\nHinterhaus");
        for same in ["lange  strasse 1, Hinterhaus", "Lange Str. 1 Hinterhaus"] {
            assert!(one.is_at_same_address_as(&at(same)), "{same}");
        }
        for other in ["Lange Straße 11, Hinterhaus", "Lange Straße 1", ""] {
            assert!(!one.is_at_same_address_as(&at(other)), "{other}");
        }
        let with_phone = Person {
            phone: "+49 40 1".into(),
            ..one.clone()
        };
        assert!(one.is_at_same_address_as(&with_phone));
        let of_another = Person {
            name: "Bob".into(),
            ..one.clone()
        };
        assert!(!one.is_at_same_address_as(&of_another));
    }
}
