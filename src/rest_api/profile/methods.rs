//! Ways to get an order and to pay it, as programs get them (`spec/rest.md` 5).

use super::readable;
use crate::{
    base::{money::Amount, zone::Zones},
    platform::config::Config,
    pricing::{
        payment,
        shipping::{Measure, Method},
    },
    rest_api::{
        answer::{JsonAnswer, RestResult},
        ask::Ask,
        texts::Style,
    },
};
use axum::Extension;
use serde_json::{Value, json};

/// `GET /profile/shippingOptions`.
pub async fn shipping_options(Extension(ask): Extension<Ask>) -> RestResult {
    readable(&ask)?;
    Ok(JsonAnswer(Value::Array(shipping(&ask, &Style::of(&ask)))))
}

/// `GET /profile/paymentOptions`.
pub async fn payment_options(Extension(ask): Extension<Ask>) -> RestResult {
    readable(&ask)?;
    Ok(JsonAnswer(Value::Array(payment(&ask, &Style::of(&ask)))))
}

/// Every way to get an order.
pub(super) fn shipping(ask: &Ask, style: &Style) -> Vec<Value> {
    let methods = ask.shop.config.shipping.iter().zip(1..);
    methods
        .map(|(it, number)| shipping_option(it, number, ask, style))
        .collect()
}

fn shipping_option(method: &Method, number: i64, ask: &Ask, style: &Style) -> Value {
    let prices = &ask.shop.shop.prices;
    let mut object = json!({
        "id": method.id,
        "title": style.text(&method.title),
        "titleTranslated": style.translated(&method.title),
        "enabled": true,
        "orderby": number * 10,
        "fulfilmentType": if method.pickup { "pickup" } else { "shipping" },
        "description": style.text(&method.description),
        "ratesCalculationType": if method.by == Measure::Flat { "flat" } else { "table" },
    });
    // Where something is sent is the merchant's own affair: a page says it where it matters.
    if ask.access.is_secret {
        let id = zone_id("shipping", number);
        object["destinationZone"] = zone(&id, style.text(&method.title), &method.zones);
    }
    let amount = |amount: &Amount| style.amount(amount.minor(prices));
    if method.by == Measure::Flat {
        let rate = method.rates.first().map(|it| amount(&it.price));
        object["flatRate"] = json!({ "rateType": "ABSOLUTE", "rate": rate.unwrap_or(json!(0)) });
        return object;
    }
    let is_by_weight = method.by == Measure::Weight;
    let rates = method.rates.iter().map(|rate| {
        let from = if is_by_weight {
            json!({ "weightFrom": style.weight(rate.from.whole()) })
        } else {
            json!({ "subtotalFrom": amount(&rate.from) })
        };
        json!({ "conditions": from, "rate": { "perOrderAbs": amount(&rate.price) } })
    });
    object["ratesTable"] = json!({
        "tableBasedOn": if is_by_weight { "weight" } else { "subtotal" },
        "rates": rates.collect::<Vec<_>>(),
    });
    object
}

/// Every way to pay.
pub(super) fn payment(ask: &Ask, style: &Style) -> Vec<Value> {
    let methods = ask.shop.config.payment.iter().zip(1..);
    methods
        .map(|(it, number)| payment_option(it, number, ask, style))
        .collect()
}

fn payment_option(method: &payment::Method, number: i64, ask: &Ask, style: &Style) -> Value {
    let mut object = json!({
        "id": method.id,
        "enabled": true,
        "checkoutTitle": style.text(&method.title),
        "checkoutTitleTranslated": style.translated(&method.title),
        "paymentProcessorId": "offline",
        "paymentProcessorTitle": "Offline",
        "orderBy": number * 10,
        "appClientId": method.app,
    });
    // How to pay, such as a bank account, is for who ordered.
    if ask.access.is_secret {
        object["instructionsForCustomer"] = json!({
            "instructionsTitle": style.text(&method.title),
            "instructions": style.text(&method.instructions),
        });
    }
    object
}

/// Every place that a way of delivery or a tax is bound to.
pub(super) fn zones(config: &Config) -> Vec<Value> {
    let numbered = config.shipping.iter().zip(1..);
    let shipping = numbered.map(|(it, id)| {
        let name = it.title.iter().next().map_or("", |(_, text)| text);
        zone(&zone_id("shipping", id), name, &it.zones)
    });
    let taxes = config.taxes.iter().zip(1..);
    let taxes = taxes.map(|(it, id)| zone(&zone_id("tax", id), &it.name, &it.zones));
    shipping.chain(taxes).collect()
}

/// The name of the place of the `number`-th way of delivery or tax.
pub(super) fn zone_id(kind: &str, number: i64) -> String {
    format!("{kind}-{number}")
}

fn zone(id: &str, name: &str, zones: &Zones) -> Value {
    let (regions, countries): (Vec<&str>, Vec<&str>) =
        zones.iter().partition(|code| code.contains('-'));
    let countries = match (countries.is_empty(), regions.is_empty()) {
        (true, true) => vec!["WORLD"],
        _ => countries,
    };
    json!({
        "id": id,
        "name": name,
        "countryCodes": countries,
        "stateOrProvinceCodes": regions,
    })
}
