use super::basket::{SampleBasket, find};
use crate::{
    admin::request::AdminRequest,
    base::{date, error::AppError, money::PriceFormat, person::Person, translated::Translated},
    cart::{Buyer, Cart, CartContext, Details, coupon, sample::Sample},
    catalog::{self, Product},
    platform::config::Config,
    pricing::discount,
};
use std::collections::{BTreeMap, HashMap};

/// Most of a thing.
const MAX: i64 = 10_000;
/// Number of the thing that is in no catalogue.
const NONE: i64 = 0;

/// What came of the basket.
pub struct SampleResult {
    /// What was wanted.
    pub wanted: SampleBasket,
    /// What of that cannot be, by the name of its field.
    pub problems: BTreeMap<String, String>,
    /// The settings it is calculated by; `None` while what is typed cannot hold.
    pub config: Option<Config>,
    /// The cart.
    pub cart: Option<Cart>,
    /// How often the coupon was used before.
    pub used: i64,
    /// The total by what is saved, where that is another one.
    pub saved: Option<i64>,
    /// How prices are written.
    pub prices: PriceFormat,
    /// The day it is, as coupons have it.
    pub day: String,
}

/// Calculates what is `wanted` by the settings of `config`, and by those that are saved.
pub async fn sample_result(
    request: &AdminRequest,
    config: Option<Config>,
    wanted: SampleBasket,
) -> Result<SampleResult, AppError> {
    let shop = &request.state.shop;
    let mut problems = BTreeMap::new();
    let by = config.as_ref().unwrap_or(&shop.config);
    let prices = by.shop().prices;
    let things = things(request, &wanted, &prices, &mut problems).await?;
    let code = discount::named(&by.coupons, &wanted.coupon).map(|it| it.code.as_str());
    let used = match code {
        Some(code) => coupon::uses(&shop.db.read, code).await?,
        None => 0,
    };
    let cart = |config: &Config, prices: &PriceFormat| {
        let context = CartContext {
            owner: None,
            session: None,
            language: config.own_language(),
            config,
            prices,
            snapshot: shop.catalog.snapshot(),
            links: shop.links(),
        };
        let sample = Sample {
            things: &things,
            details: details(&wanted),
            buyer: Buyer {
                group: Some(wanted.group.as_str()).filter(|it| !it.is_empty()),
                ..Buyer::default()
            },
            used,
        };
        sample.cart(&context)
    };
    let is_clear = problems.is_empty() && !things.is_empty();
    let now = config.as_ref().filter(|_| is_clear);
    let now = now.map(|config| cart(config, &prices));
    let total = now.as_ref().map(|cart| cart.totals.total);
    let before = total.map(|_| cart(&shop.config, &shop.shop.prices).totals.total);
    let is_same_currency = by.currency == shop.config.currency;
    Ok(SampleResult {
        saved: before.filter(|before| is_same_currency && total != Some(*before)),
        cart: now,
        day: date::day(date::now()),
        wanted,
        problems,
        config,
        used,
        prices,
    })
}

fn details(wanted: &SampleBasket) -> Details {
    Details {
        coupon: wanted.coupon.clone(),
        shipping: Person {
            country_code: wanted.country.clone(),
            state_or_province_code: wanted.region.to_uppercase(),
            ..Person::default()
        },
        delivery: wanted.delivery.clone(),
        payment: wanted.payment.clone(),
        extra: wanted.answers.clone(),
        ..Details::default()
    }
}

/// What is in the basket: products of the shop, or a thing at the price that was typed while it has none.
async fn things(
    request: &AdminRequest,
    wanted: &SampleBasket,
    prices: &PriceFormat,
    problems: &mut BTreeMap<String, String>,
) -> Result<Vec<(Product, i64)>, AppError> {
    let shop = &request.state.shop;
    let snapshot = shop.catalog.snapshot();
    let mut say = |field: String, why: &str| problems.insert(field, why.to_owned());
    let quantity = |typed: &str| typed.parse().ok().filter(|it| (1..=MAX).contains(it));
    let how_many = "This is a whole number from 1 on.";
    if snapshot.cards().len() == 0 {
        let (_, typed) = wanted.rows.first().cloned().unwrap_or_default();
        let count: Option<i64> = quantity(&typed);
        let price = prices.typed(&wanted.price);
        let price = price.ok().filter(|it| *it >= 0);
        let weight = match wanted.weight.as_str() {
            "" => Some(None),
            typed => typed.parse().ok().filter(|it| *it >= 0).map(Some),
        };
        if count.is_none() {
            say("sample.0.quantity".to_owned(), how_many);
        }
        if price.is_none() {
            say("sample.price".to_owned(), "This is a price, such as 12.50.");
        }
        if weight.is_none() {
            say("sample.weight".to_owned(), "These are whole grams.");
        }
        let (Some(count), Some(price), Some(weight)) = (count, price, weight) else {
            return Ok(Vec::new());
        };
        let product = Product {
            id: NONE,
            name: Translated::one("", "Something of yours"),
            price,
            weight,
            enabled: true,
            ..Product::default()
        };
        return Ok(vec![(product, count)]);
    }
    let mut found: Vec<(i64, i64)> = Vec::new();
    for (place, (typed, count)) in wanted.rows.iter().enumerate() {
        if typed.is_empty() {
            continue;
        }
        match (find(&snapshot, typed), quantity(count)) {
            (Some(id), Some(count)) => found.push((id, count)),
            (None, _) => {
                let why = "No product that shoppers see is called that.";
                say(format!("sample.{place}.product"), why);
            }
            (_, None) => {
                say(format!("sample.{place}.quantity"), how_many);
            }
        }
    }
    let ids: Vec<i64> = found.iter().map(|(id, _)| *id).collect();
    let products: HashMap<i64, Product> = catalog::store::products(&shop.db.read, &ids).await?;
    let thing = |(id, count): (i64, i64)| Some((products.get(&id)?.clone(), count));
    Ok(found.into_iter().filter_map(thing).collect())
}
