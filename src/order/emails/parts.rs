//! What e-mails about orders are made of: what was bought, where it goes, what it comes to.

use super::{super::document::Item, Rows};
use crate::{
    base::{money::PriceFormat, person::Person, shop::Shop},
    order::OrderDocument,
    text::{Language, checkout::CheckoutTexts},
};

/// How many of what, with its options.
pub fn named(item: &Item) -> String {
    let options = item.options.iter();
    let options =
        options.map(|(key, value)| format!("{key}: {}", value.as_str().unwrap_or_default()));
    let options = options.collect::<Vec<_>>().join("; ");
    match options.as_str() {
        "" => format!("{} × {}", item.quantity, item.name),
        options => format!("{} × {} ({options})", item.quantity, item.name),
    }
}

/// Where the order goes, how, and what else was said of it.
pub(super) fn sections(document: &OrderDocument, s: &CheckoutTexts, language: Language) -> Rows {
    let billing = (document.billing != document.shipping).then_some(&document.billing);
    let delivery = document.delivery.as_ref().map(|it| it.title.clone());
    let payment = document.payment.as_ref().map(|it| it.title.as_str());
    let payment = [payment.unwrap_or_default(), &document.instructions].join("\n");
    let extra = document.extra.iter();
    let extra = extra.filter(|field| field.in_emails && field.is_shown());
    let to = if document.is_delivered() {
        s.shipping_address
    } else {
        s.billing_address
    };
    let (first, billing) = match document.is_pickup {
        // Nothing goes to whoever comes.
        true => (
            (s.pickup_at, document.pickup_at.clone()),
            Some(&document.billing),
        ),
        false => ((to, address(&document.shipping, language)), billing),
    };
    let mut sections: Vec<(&str, String)> = vec![
        first,
        (
            s.billing_address,
            billing.map(|it| address(it, language)).unwrap_or_default(),
        ),
        (s.shipping, delivery.unwrap_or_default()),
        (s.payment, payment.trim().to_owned()),
    ];
    sections.extend(extra.map(|field| (field.title.as_str(), field.value.clone())));
    sections.retain(|(_, text)| !text.is_empty());
    let owned = |(title, text): (&str, String)| (title.to_owned(), text);
    sections.into_iter().map(owned).collect()
}

/// How the amounts of an order are written in `language`: in its own currency, whatever the shop's is
/// now.
pub fn prices(document: &OrderDocument, shop: &Shop, language: Language) -> PriceFormat {
    let own = language.prices(&document.currency);
    own.unwrap_or_else(|| shop.prices.in_style(language.numbers()))
}

pub(super) fn amounts(
    document: &OrderDocument,
    prices: &PriceFormat,
    s: &CheckoutTexts,
    total: &str,
) -> Rows {
    let it = &document.totals;
    let coupon = document.coupon.as_deref().unwrap_or_default();
    let mut rows = vec![
        (s.items.to_owned(), it.items),
        (s.discount.to_owned(), -it.discounts.total()),
        (s.coupon_named(coupon), -it.coupon),
        (s.shipping.to_owned(), it.shipping),
        (s.handling.to_owned(), it.handling),
    ];
    for (name, added) in &it.surcharges {
        rows.push((name.clone(), *added));
    }
    for (name, tax) in &it.taxes {
        let label = if it.prices_include_tax {
            s.tax_within(name)
        } else {
            name.clone()
        };
        rows.push((label, *tax));
    }
    rows.retain(|(_, amount)| *amount != 0);
    rows.push((total.to_owned(), it.total));
    let written = |(label, amount)| (label, prices.minor(amount));
    rows.into_iter().map(written).collect()
}

fn address(person: &Person, language: Language) -> String {
    person.lines(language).join("\n")
}
