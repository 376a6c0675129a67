//! Validates addresses, by the rules of their countries.

use crate::{
    base::{
        countries::{completed, country},
        person::Person,
    },
    text::checkout::CheckoutTexts,
};

/// What an address lacks, field by field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressError {
    /// A name.
    Name,
    /// Street and number.
    Street,
    /// A town.
    City,
    /// A country.
    Country,
    /// A region.
    State,
    /// A postal code of its country's shape.
    PostalCode,
}

impl AddressError {
    /// Name of the field.
    pub fn field(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Street => "street",
            Self::City => "city",
            Self::Country => "country",
            Self::State => "state",
            Self::PostalCode => "postal-code",
        }
    }

    /// The sentence at the field.
    pub fn text(self, t: &CheckoutTexts) -> &'static str {
        match self {
            Self::Name => t.wrong_name,
            Self::Street => t.wrong_street,
            Self::City => t.wrong_city,
            Self::Country => t.wrong_country,
            Self::State => t.wrong_state,
            Self::PostalCode => t.wrong_postal_code,
        }
    }
}

/// Longest text of a field, in characters.
const MAX_LENGTH: usize = 255;

/// Returns the address in a form; `field` returns the value of a field by its name.
pub fn typed<'a>(field: impl Fn(&str) -> &'a str) -> Person {
    let text = |name: &str| -> String { field(name).trim().chars().take(MAX_LENGTH).collect() };
    let street = [text("street"), text("street-2")];
    completed(Person {
        name: text("name"),
        company_name: text("company"),
        street: street.join("\n").trim().to_owned(),
        city: text("city"),
        country_code: text("country"),
        country_name: String::new(),
        postal_code: text("postal-code"),
        state_or_province_code: text("state"),
        state_or_province_name: String::new(),
        phone: text("phone"),
    })
}

/// Returns the fields that are missing or wrong in `person`'s address, by the rules of its country.
pub fn problems(person: &Person) -> Vec<AddressError> {
    let mut lacks = Vec::new();
    let mut check = |fine: bool, lack: AddressError| {
        if !fine {
            lacks.push(lack);
        }
    };
    check(!person.name.trim().is_empty(), AddressError::Name);
    check(!person.street.trim().is_empty(), AddressError::Street);
    let Some(country) = country(&person.country_code) else {
        check(!person.city.trim().is_empty(), AddressError::City);
        check(false, AddressError::Country);
        return lacks;
    };
    check(
        !country.needs_city || !person.city.trim().is_empty(),
        AddressError::City,
    );
    let state = person.state_or_province_code.as_str();
    let is_region = country.regions.is_empty() || country.region(state).is_some();
    let state_fine = is_region && (!state.is_empty() || country.regions.is_empty());
    check(!country.needs_state || state_fine, AddressError::State);
    let code = person.postal_code.trim();
    let code_fine = if code.is_empty() {
        !country.needs_postal_code
    } else {
        country.is_postal_code(code)
    };
    check(code_fine, AddressError::PostalCode);
    lacks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(country: &str, city: &str, code: &str, state: &str) -> Person {
        Person {
            name: "Ada Lovelace".into(),
            street: "1 Long Street".into(),
            city: city.into(),
            country_code: country.into(),
            postal_code: code.into(),
            state_or_province_code: state.into(),
            ..Person::default()
        }
    }

    #[test]
    fn countries_need_what_they_need() {
        let lacks = |country, city, code, state| problems(&person(country, city, code, state));
        assert_eq!(lacks("DE", "Hamburg", "20095", ""), []);
        assert_eq!(
            lacks("DE", "", "2009", ""),
            [AddressError::City, AddressError::PostalCode]
        );
        assert_eq!(lacks("US", "Albany", "12207", ""), [AddressError::State]);
        assert_eq!(lacks("US", "Albany", "12207", "NY"), []);
        assert_eq!(lacks("US", "Albany", "12207", "XX"), [AddressError::State]);
        assert_eq!(lacks("IE", "Cork", "", ""), []);
        assert_eq!(
            lacks("SG", "", "238880", ""),
            [],
            "a town that is a country"
        );
        assert_eq!(lacks("", "Hamburg", "20095", ""), [AddressError::Country]);
        assert_eq!(
            problems(&Person::default()),
            [
                AddressError::Name,
                AddressError::Street,
                AddressError::City,
                AddressError::Country
            ]
        );
    }
}
