//! How a product gets to its shopper, how it is paid and how it goes back: from the shop's own settings.

use super::context::PageContext;
use crate::{
    base::money::PriceFormat,
    catalog::Product,
    platform::config::Config,
    pricing::shipping::{Measure, Method, Parcel},
    text::Language,
};
use leptos::prelude::*;

/// What a product page says of delivery, payment and returns.
#[derive(Clone, Default)]
pub struct TermsOfSale {
    /// A line each way of delivery.
    delivery: Vec<String>,
    /// Ways to pay.
    payment: String,
    /// Whether shoppers can withdraw online.
    withdrawal: bool,
    /// The shop's page about returns, if it has one.
    returns: Option<(String, String)>,
    /// The shop's page about delivery and payment.
    more: Option<(String, String)>,
}

impl TermsOfSale {
    /// The terms on which `product` is sold to whoever visits, at home in the shop's country.
    pub fn of(product: &Product, page_context: &PageContext) -> Self {
        let (config, language) = (&page_context.services.config, page_context.language);
        let prices = page_context
            .services
            .shop
            .prices
            .in_style(language.numbers());
        let parcel = parcel(product, config);
        let ways = config.shipping.iter().filter(|_| !product.digital);
        let delivery = ways.filter_map(|method| way(method, &parcel, &prices, language));
        let titles: Vec<&str> = config
            .payment
            .iter()
            .map(|it| it.title.get(language.code()))
            .collect();
        let snapshot = page_context.snapshot.clone();
        let page = |slug: &str| {
            let page = snapshot.pages.iter().find(|it| it.slug == slug)?;
            Some((format!("/pages/{slug}"), page.title(language)))
        };
        Self {
            delivery: delivery.collect(),
            payment: titles.join(", "),
            withdrawal: config.withdrawal,
            returns: page("returns"),
            more: page("shipping-payment"),
        }
    }
}

/// One of `product`, sent to whoever is at home in the shop's country.
pub(super) fn parcel<'a>(product: &Product, config: &'a Config) -> Parcel<'a> {
    Parcel {
        country: &config.store_country,
        region: "",
        weight: product.weight.unwrap_or(0),
        subtotal: product.price,
    }
}

/// `Standard delivery: €4.90, free from €80.00. In a flat parcel`.
fn way(
    method: &Method,
    parcel: &Parcel<'_>,
    prices: &PriceFormat,
    language: Language,
) -> Option<String> {
    let s = language.checkout_texts();
    let price = match method.cost(parcel, prices)? {
        0 => s.free.to_owned(),
        price if method.by == Measure::Flat => prices.minor(price),
        price => s.price_from(prices.minor(price)),
    };
    let free_from = method.free_from.as_ref().map(|from| from.minor(prices));
    let free_from = free_from
        .filter(|from| *from > parcel.subtotal)
        .map(|from| format!(", {}", s.free_from(prices.minor(from))));
    let title = method.title.get(language.code());
    let said = format!("{title}: {price}{}", free_from.unwrap_or_default());
    match method.description.get(language.code()) {
        "" => Some(said),
        description => Some(format!("{said}. {description}")),
    }
}

/// The block on the product's page.
#[component]
pub fn TermsOfSale(
    /// What it says.
    terms: TermsOfSale,
) -> impl IntoView {
    let s = expect_context::<Language>().checkout_texts();
    let link = |(path, title): (String, String)| view! { <a href=path>{title}</a> };
    let has_returns = terms.withdrawal || terms.returns.is_some();
    let ways = terms.delivery.into_iter();
    let ways: Vec<_> = ways.map(|way| view! { <li>{way}</li> }).collect();
    view! {
        <dl class="product-terms">
            {(!ways.is_empty()).then(|| view! { <dt>{s.shipping}</dt> <dd><ul>{ways}</ul></dd> })}
            {(!terms.payment.is_empty()).then(|| view! { <dt>{s.payment}</dt> <dd>{terms.payment} " " {terms.more.map(link)}</dd> })}
            {has_returns.then(|| view! {
                <dt>{s.returns}</dt>
                <dd>{terms.withdrawal.then_some(s.withdraw_online)} " " {terms.returns.map(link)}</dd>
            })}
        </dl>
    }
}
