//! Extra fields: what a merchant asks besides, and what it costs (`spec/config.md` 3).
//!
//! The shop's settings define them, and so do a page's scripts (`ec.order.extraFields`): those are
//! sent once and kept with the cart, so that there is one way to draw, check and price them.

mod dates;
mod field;
mod placed;
mod view;

pub use field::{Choice, Field, FieldKind, Section};
pub use placed::PlacedField;
pub use view::ExtraFields;

use crate::{
    base::money::PriceFormat, cart::Details, platform::config::Config,
    pricing::surcharge::Surcharge,
};
use serde_json::{Map, Value};

/// Bytes of definitions and answers that are kept of an order.
pub const MAX_BYTES: usize = 8 * 1024;
/// Longest attribute or answer.
pub const MAX_LENGTH: usize = 255;

/// What an order is like, as far as fields ask.
#[derive(Clone, Copy, Debug, Default)]
pub struct FieldContext<'a> {
    /// Code of the country it goes to.
    pub country: &'a str,
    /// Id of the way of delivery.
    pub delivery: &'a str,
    /// What that is called.
    pub delivery_title: &'a str,
    /// Whether the shopper fetches it.
    pub is_pickup: bool,
    /// Id of the way to pay.
    pub payment: &'a str,
    /// Language it is read in.
    pub language: &'a str,
}

/// The fields that an order with these `details` has on this `field_context`: the shop's, then the page's.
pub fn fields(config: &Config, details: &Details, field_context: &FieldContext<'_>) -> Vec<Field> {
    let own = serde_json::to_value(&config.extra_fields).unwrap_or_default();
    let own = own.as_object().cloned().unwrap_or_default();
    let trusted = read(&own, true, field_context);
    let sent = details
        .extra_fields
        .as_object()
        .cloned()
        .unwrap_or_default();
    let sent = read(&sent, false, field_context);
    let is_new = |field: &Field| !own.contains_key(&field.key);
    trusted
        .into_iter()
        .chain(sent.into_iter().filter(is_new))
        .collect()
}

fn read(all: &Map<String, Value>, trusted: bool, field_context: &FieldContext<'_>) -> Vec<Field> {
    let each = all.iter();
    let each = each.filter_map(|(key, value)| Field::read(key, value, trusted, field_context));
    each.filter(|field| field.is_asked(field_context)).collect()
}

/// What was answered to `field`: what was typed, or what it starts with.
pub fn answer<'a>(field: &'a Field, details: &'a Details) -> &'a str {
    let typed = details.extra.get(&field.key).map(String::as_str);
    match field.section {
        // What is not asked is what the merchant says.
        None => &field.value,
        Some(_) => typed.unwrap_or(&field.value),
    }
}

/// Fields of `section` whose answer will not do.
pub fn wrong<'a>(
    all: &'a [Field],
    section: Section,
    details: &Details,
) -> impl Iterator<Item = &'a Field> {
    let here = all
        .iter()
        .filter(move |field| field.section == Some(section));
    here.filter(|field| !field.accepts(answer(field, details)))
}

/// What the answers add to the price of things that cost `items` together.
pub fn surcharges(
    all: &[Field],
    details: &Details,
    items: i64,
    prices: &PriceFormat,
    language: &str,
) -> Vec<Surcharge> {
    let each = all.iter().flat_map(|field| {
        let answer = answer(field, details).to_owned();
        let chosen = field.options.iter().filter(move |it| it.is_in(&answer));
        chosen.filter_map(|choice| field.surcharge(choice, items, prices, language))
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read_one(value: Value, trusted: bool) -> Option<Field> {
        Field::read("key", &value, trusted, &FieldContext::default())
    }

    #[test]
    fn fields_are_what_their_attributes_say() {
        let field = read_one(json!({ "title": "Gift", "type": "radio_buttons", "checkoutDisplaySection": "payment_details", "options": [{ "title": "No" }, { "title": "Yes", "surcharge": 2.5 }], "surchargeType": "ABSOLUTE", "required": true }), false).expect("a field");
        assert_eq!(
            (field.kind, field.section),
            (FieldKind::Radio, Some(Section::PaymentDetails))
        );
        assert!(field.accepts("Yes") && !field.accepts("Maybe") && !field.accepts(""));
        for (kind, options, meant) in [
            ("select", json!(null), FieldKind::Text),
            ("toggleButtonGroup", json!(["A"]), FieldKind::Toggle),
            ("label", json!(null), FieldKind::Label),
            ("nonsense", json!(null), FieldKind::Text),
        ] {
            let field = read_one(json!({ "type": kind, "selectOptions": options }), false)
                .expect("a field");
            assert_eq!(field.kind, meant, "{kind}");
        }
        assert!(read_one(json!({ "available": false }), false).is_none());
        assert!(read_one(json!({ "title": "x".repeat(256) }), false).is_none());
        assert!(read_one(json!("no object"), false).is_none());
    }

    #[test]
    fn a_checkbox_takes_its_own_values_and_no_other() {
        let options = json!(["Yes", "Yes, please", "a", "a, a"]);
        let value = json!({ "type": "checkbox", "checkoutDisplaySection": "email", "required": true, "options": options });
        let field = read_one(value, false).expect("a field");
        for fine in ["Yes", "Yes, please", "a, Yes, please, a", "Yes, a, a, a"] {
            assert!(field.accepts(fine), "{fine}");
        }
        let long = ["a"; 99].join(", ") + ", b";
        for wrong in ["", "No", "Yes, No", "Yes,", "yes", "Yes, ", long.as_str()] {
            assert!(!field.accepts(wrong), "{wrong}");
        }
    }

    #[test]
    fn surcharges_are_the_chosen_ones_and_pages_take_nothing_off() {
        let prices = PriceFormat::of("EUR").expect("a format");
        let options = json!([{ "title": "A", "surcharge": 1.5, "surchargeType": "ABSOLUTE" }, { "title": "B", "surcharge": -10, "surchargeType": "PERCENT", "surchargeTaxable": true }]);
        let definition = json!({ "title": "Wrap", "type": "checkbox", "checkoutDisplaySection": "email", "options": options });
        let total = |trusted, answer: &str| {
            let field = read_one(definition.clone(), trusted).expect("a field");
            let details = Details {
                extra: [("key".to_owned(), answer.to_owned())].into(),
                ..Details::default()
            };
            let all = surcharges(&[field], &details, 2_000, &prices, "en");
            all.iter().map(|it| it.amount).sum::<i64>()
        };
        assert_eq!(total(true, "A"), 150);
        assert_eq!(total(true, "A, B"), -50);
        assert_eq!(total(false, "A, B"), 150, "a script takes nothing off");
        assert_eq!(total(true, ""), 0);
    }

    #[test]
    fn no_surcharge_is_so_large_that_a_sum_overflows() {
        let prices = PriceFormat::of("EUR").expect("a format");
        let value = json!({ "value": "A", "options": [{ "title": "A", "surcharge": 1e300 }] });
        let field = read_one(value, false).expect("a field");
        let all = surcharges(&[field], &Details::default(), 2_000, &prices, "en");
        assert_eq!(all[0].amount, crate::base::money::MAX_MINOR);
    }

    #[test]
    fn fields_are_for_their_occasions() {
        let value = json!({ "title": "Where", "checkoutDisplaySection": "shipping_address", "showForCountry": ["DE"], "overrides": [{ "conditions": { "shippingMethod": "Express" }, "fieldsToOverride": { "available": false } }] });
        let asked = |country, delivery_title| {
            let field_context = FieldContext {
                country,
                delivery_title,
                ..FieldContext::default()
            };
            Field::read("key", &value, false, &field_context)
                .is_some_and(|it| it.is_asked(&field_context))
        };
        assert!(asked("DE", "Standard"));
        assert!(!asked("FR", "Standard") && !asked("DE", "Express"));
    }
}
