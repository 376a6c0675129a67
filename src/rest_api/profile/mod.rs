//! `GET /profile`: what the shop says of itself (`spec/rest.md` 5).

mod methods;

pub use methods::{payment_options, shipping_options};

use super::{
    answer::{JsonAnswer, RestResult},
    ask::Ask,
    fault::Fault,
    texts::Style,
};
use crate::{
    base::{money::PriceFormat, paths::TEXT_PAGE_PREFIX},
    content::apps::Scope,
    platform::{config::Config, design},
};
use axum::Extension;
use serde_json::{Value, json};

/// The whole profile; a public token gets what pages show anyway.
pub async fn profile(Extension(ask): Extension<Ask>) -> RestResult {
    readable(&ask)?;
    let shop = &ask.shop;
    let config = &shop.config;
    let style = Style::of(&ask);
    let mut profile = json!({
        "generalInfo": { "storeId": config.store_id, "storeUrl": ask.origin },
        "settings": settings(config),
        "company": { "companyName": config.store_name, "countryCode": config.store_country },
        "formatsAndUnits": formats(&shop.shop.prices, config),
        "languages": languages(config),
        "shipping": { "shippingOptions": methods::shipping(&ask, &style) },
        "payment": { "paymentOptions": methods::payment(&ask, &style) },
        "taxSettings": taxes(config),
        "legalPagesSettings": legal_pages(&ask),
        "designSettings": design::settings(&config.storefront),
        "productFiltersSettings": { "enabledInStorefront": true },
    });
    if ask.access.is_secret {
        profile["zones"] = json!(methods::zones(config));
        profile["mailNotifications"] = json!({ "adminNotificationEmails": config.notify });
    }
    Ok(JsonAnswer(profile))
}

/// Whether the token opens the profile.
fn readable(ask: &Ask) -> Result<(), Fault> {
    ask.require(if ask.access.is_secret {
        Scope::PROFILE
    } else {
        Scope::STOREFRONT
    })
}

fn settings(config: &Config) -> Value {
    json!({
        "closed": false,
        "storeName": config.store_name,
        "storeDescription": "",
        "hideOutOfStockProductsInStorefront": false,
        "defaultProductSortOrder": "DEFINED_BY_STORE_OWNER",
        "orderCommentsEnabled": config.ask_comments,
        "orderCommentsRequired": false,
        "askCompanyName": false,
        "showAcceptMarketingCheckbox": false,
    })
}

fn formats(prices: &PriceFormat, config: &Config) -> Value {
    json!({
        "currency": prices.currency,
        "currencyPrefix": prices.prefix,
        "currencySuffix": prices.suffix,
        "currencyPrecision": prices.exponent,
        "currencyGroupSeparator": prices.group,
        "currencyDecimalSeparator": prices.decimal,
        "currencyTruncateZeroFractional": false,
        "weightUnit": config.weight_unit.api_name(),
        "weightPrecision": config.weight_unit.decimals(),
        "weightGroupSeparator": prices.group,
        "weightDecimalSeparator": prices.decimal,
        "dimensionsUnit": config.size_unit.api_name(),
        "dateFormat": "yyyy-MM-dd",
        "timeFormat": "HH:mm:ss",
        "timezone": "UTC",
        "orderNumberPrefix": "",
        "orderNumberSuffix": "",
    })
}

fn languages(config: &Config) -> Value {
    let enabled: Vec<&str> = config.languages.iter().map(|it| it.code()).collect();
    let locale = config.own_language().locale();
    json!({
        "enabledLanguages": enabled,
        "defaultLanguage": config.store_language.code(),
        "facebookPreferredLocale": locale,
    })
}

fn taxes(config: &Config) -> Value {
    let numbered = config.taxes.iter().zip(1..);
    let taxes: Vec<Value> = numbered
        .map(|(tax, id)| {
            let rate = String::from(tax.rate).parse::<f64>().unwrap_or(0.0);
            let is_here = tax.zones.cover(&config.store_country, "");
            json!({
                "id": id,
                "name": tax.name,
                "enabled": true,
                "includeInPrice": config.prices_include_tax,
                "taxShipping": tax.on_shipping,
                "appliedByDefault": true,
                "defaultTax": if is_here { rate } else { 0.0 },
                "rules": [{ "tax": rate, "zoneId": methods::zone_id("tax", id) }],
            })
        })
        .collect();
    json!({ "automaticTaxEnabled": false, "pricesIncludeTax": config.prices_include_tax, "taxes": taxes })
}

/// The pages of text that have a name of their own in the public interface.
fn legal_pages(ask: &Ask) -> Value {
    let kinds = [
        ("impressum", "LEGAL_INFO"),
        ("shipping-payment", "SHIPPING_COST_PAYMENT_INFO"),
        ("returns", "RETURN_POLICY"),
        ("privacy-policy", "PRIVACY_STATEMENT"),
        ("terms", "TERMS"),
    ];
    let snapshot = ask.shop.catalog.snapshot();
    let page = |(slug, kind): (&str, &str)| {
        let listed = snapshot.pages.iter().find(|it| it.slug == slug);
        json!({
            "type": kind,
            "enabled": listed.is_some(),
            "title": listed.map(|it| it.title(ask.language())).unwrap_or_default(),
            "display": "EXTERNAL_URL",
            "externalUrl": format!("{}{TEXT_PAGE_PREFIX}{slug}", ask.origin),
        })
    };
    json!({
        "requireTermsAgreementAtCheckout": ask.shop.config.ask_agreement,
        "legalPages": kinds.map(page),
    })
}
