//! The `Customer` object that scripts receive, field by field (`spec/js-api.md` 4.1).

use super::entity::{address, customer, customer_group};
use crate::base::person::Person;
use serde::Serialize;

/// `Customer`: the argument of `OnSetProfile` and `Customer.get`.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Profile {
    id: i64,
    email: String,
    owner_id: u32,
    /// UNIX seconds, as text.
    registered: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    membership: Option<Membership>,
    #[serde(skip_serializing_if = "Option::is_none")]
    billing_person: Option<Person>,
    shipping_addresses: Vec<ShippingAddress>,
}

/// `CustomerGroup`. Older documentation spells the store id `ownerid`; scripts of both ages find theirs.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Membership {
    id: i64,
    name: String,
    owner_id: u32,
    #[serde(rename = "ownerid")]
    owner_id_of_old: u32,
}

/// `ShippingAddress`; its id is the place in the address book, from 0.
#[derive(Debug, Serialize)]
struct ShippingAddress {
    id: i64,
    person: Person,
}

impl Profile {
    /// The object of a customer of store `owner_id`; addresses in the order of the address book.
    pub fn new(
        row: &customer::Model,
        group: Option<&customer_group::Model>,
        addresses: Vec<address::Model>,
        owner_id: u32,
    ) -> Self {
        let (shipping, billing): (Vec<_>, Vec<_>) = addresses
            .into_iter()
            .partition(|address| address.position.is_some());
        let in_book = |address: address::Model| ShippingAddress {
            id: address.position.unwrap_or_default(),
            person: address.into(),
        };
        Self {
            id: row.id,
            email: row.email.clone(),
            owner_id,
            registered: row.registered_at.to_string(),
            membership: group.map(|group| Membership {
                id: group.id,
                name: group.name.clone(),
                owner_id,
                owner_id_of_old: owner_id,
            }),
            billing_person: billing.into_iter().next().map(Person::from),
            shipping_addresses: shipping.into_iter().map(in_book).collect(),
        }
    }

    /// The object as JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl From<address::Model> for Person {
    fn from(row: address::Model) -> Self {
        Self {
            name: row.name,
            company_name: row.company_name.unwrap_or_default(),
            street: row.street.unwrap_or_default(),
            city: row.city.unwrap_or_default(),
            country_code: row.country_code.unwrap_or_default(),
            country_name: row.country_name.unwrap_or_default(),
            postal_code: row.postal_code.unwrap_or_default(),
            state_or_province_code: row.state_or_province_code.unwrap_or_default(),
            state_or_province_name: String::new(),
            phone: row.phone.unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn ada() -> customer::Model {
        customer::Model {
            id: 7,
            email: "ada@example.com".into(),
            name: "Ada Lovelace".into(),
            password_hash: "secret".into(),
            auth_epoch: 3,
            group_id: Some(2),
            registered_at: 1_700_000_000,
            phone: "+44 20 7946 0018".into(),
            is_exempt: false,
            tax_id: String::new(),
            order_count: 0,
            spent: 0,
            last_order_at: 0,
        }
    }

    fn home(position: Option<i64>) -> address::Model {
        address::Model {
            id: 90,
            customer_id: 7,
            position,
            name: "Ada Lovelace".into(),
            company_name: Some("Analytical Engines".into()),
            street: Some("12 St James's Square\nFlat 2".into()),
            city: Some("London".into()),
            country_code: Some("GB".into()),
            country_name: Some("United Kingdom".into()),
            postal_code: Some("SW1Y 4JH".into()),
            state_or_province_code: Some("LND".into()),
            phone: Some("+44 20 7946 0018".into()),
        }
    }

    fn object(profile: &Profile) -> Value {
        serde_json::from_str(&profile.to_json()).expect("JSON")
    }

    #[test]
    fn a_customer_has_every_field_of_the_spec_and_no_other() {
        let group = customer_group::Model {
            id: 2,
            name: "Collectors".into(),
        };
        let profile = Profile::new(&ada(), Some(&group), vec![home(None), home(Some(0))], 1003);
        let address = json!({
            "name": "Ada Lovelace", "companyName": "Analytical Engines", "street": "12 St James's Square\nFlat 2",
            "city": "London", "countryCode": "GB", "countryName": "United Kingdom", "postalCode": "SW1Y 4JH",
            "stateOrProvinceCode": "LND", "phone": "+44 20 7946 0018",
        });
        assert_eq!(
            object(&profile),
            json!({
                "id": 7, "email": "ada@example.com", "ownerId": 1003, "registered": "1700000000",
                "membership": { "id": 2, "name": "Collectors", "ownerId": 1003, "ownerid": 1003 },
                "billingPerson": address, "shippingAddresses": [{ "id": 0, "person": address }],
            })
        );
    }

    #[test]
    fn what_a_customer_lacks_is_absent_and_never_null() {
        let bare = address::Model {
            company_name: None,
            street: None,
            city: None,
            country_code: None,
            country_name: None,
            postal_code: None,
            state_or_province_code: None,
            phone: None,
            ..home(Some(4))
        };
        assert_eq!(
            object(&Profile::new(&ada(), None, vec![bare], 1)),
            json!({
                "id": 7, "email": "ada@example.com", "ownerId": 1, "registered": "1700000000",
                "shippingAddresses": [{ "id": 4, "person": { "name": "Ada Lovelace" } }],
            })
        );
    }
}
