//! A person at an address.

use crate::base::{countries::country, language::Language};
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

    /// As it stands on an envelope, line by line, with the country's name in `language`.
    pub fn lines(&self, language: Language) -> Vec<String> {
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
        lines.extend([region, &country, &self.phone].map(String::clone));
        lines.retain(|line| !line.is_empty());
        lines
    }
}
