use super::split::split;
use crate::{
    base::language::LanguageCode,
    cart::extra::PlacedField,
    order::{Item, OrderDocument, emails::named, entity::order},
    platform::config::{Config, Seller},
    pricing::{tax::Percent, totals::Charged},
    text::checkout::CheckoutTexts,
};
use serde::{Deserialize, Serialize};

/// An invoice as it was written; amounts are minor units of `currency`, times UNIX seconds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Invoice {
    /// Its number.
    pub number: String,
    /// When it was written.
    pub issued_at: i64,
    /// When what was bought was delivered, as far as that was known then.
    pub delivered_at: i64,
    /// Number of the order.
    pub order: String,
    /// When that was placed.
    pub ordered_at: i64,
    /// Language that it is written in.
    pub language: LanguageCode,
    /// Currency of all amounts.
    pub currency: String,
    /// Who sells.
    pub seller: Seller,
    /// Who buys, line by line.
    pub buyer: Vec<String>,
    /// Where it was delivered, if elsewhere.
    pub delivered_to: Vec<String>,
    /// What is charged, line by line.
    pub lines: Vec<InvoiceLine>,
    /// Every tax.
    pub taxes: Vec<InvoiceTax>,
    /// What was paid.
    pub total: i64,
    /// How it was paid.
    pub payment: String,
    /// What the shopper answered that belongs on it: titles and answers.
    pub fields: Vec<(String, String)>,
}

/// A line of an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceLine {
    /// What it is.
    pub text: String,
    /// How many; none of what is no thing.
    pub quantity: Option<i64>,
    /// Rate of its taxes together, such as `19`; empty where there is none.
    pub rate: String,
    /// Without tax.
    pub net: i64,
    /// Its tax.
    pub tax: i64,
}

/// A tax of an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceTax {
    /// What it is called.
    pub name: String,
    /// Its rate, such as `19`; empty where nobody wrote it down.
    pub rate: String,
    /// What it is charged on, without any tax.
    pub net: i64,
    /// The tax.
    pub tax: i64,
}

/// What is charged alike: lines whose tax is known together.
struct TaxGroup {
    lines: Vec<(String, Option<i64>, i64)>,
    tax: i64,
    rate: String,
    /// Whether only taxes are charged on it that are charged on shipping.
    is_shipping: bool,
}

/// Takes `others` off `taxes`, each off the one of its name and rate.
pub fn take_off(taxes: &mut Vec<InvoiceTax>, others: &[InvoiceTax]) {
    for other in others {
        let same = |it: &&mut InvoiceTax| (&it.name, &it.rate) == (&other.name, &other.rate);
        match taxes.iter_mut().find(same) {
            Some(tax) => {
                tax.net -= other.net;
                tax.tax -= other.tax;
            }
            None => taxes.push(InvoiceTax {
                net: -other.net,
                tax: -other.tax,
                ..other.clone()
            }),
        }
    }
}

impl InvoiceLine {
    /// With tax.
    pub fn gross(&self) -> i64 {
        self.net + self.tax
    }
}

impl Invoice {
    /// The invoice with this `number` of `order`, written `now`.
    pub(super) fn of(
        number: String,
        config: &Config,
        order: &order::Model,
        document: &OrderDocument,
        now: i64,
    ) -> Self {
        let language = document.language;
        let elsewhere =
            document.is_delivered() && !document.is_pickup && document.billing != document.shipping;
        let (lines, taxes) = charged(config, document);
        let extra = document.extra.iter();
        let extra = extra.filter(|field| field.in_invoice && !field.title.is_empty());
        let payment = document.payment.as_ref();
        Self {
            number,
            issued_at: now,
            delivered_at: order.shipped_at.unwrap_or(now),
            order: order.public_id.clone(),
            ordered_at: order.placed_at,
            language,
            currency: document.currency.clone(),
            seller: config.seller.clone(),
            buyer: document.billing.envelope(language),
            delivered_to: if elsewhere {
                document.shipping.envelope(language)
            } else {
                Vec::new()
            },
            taxes,
            lines,
            total: document.totals.total,
            payment: payment.map(|it| it.title.clone()).unwrap_or_default(),
            fields: extra
                .map(|PlacedField { title, value, .. }| (title.clone(), value.clone()))
                .chain(of_tax(config, document))
                .collect(),
        }
    }

    /// Without tax.
    pub fn net(&self) -> i64 {
        self.lines.iter().map(|line| line.net).sum()
    }

    /// All taxes.
    pub fn tax(&self) -> i64 {
        self.taxes.iter().map(|it| it.tax).sum()
    }
}

/// What an invoice says of the buyer's taxes: their number, and that none is charged.
fn of_tax(config: &Config, document: &OrderDocument) -> Vec<(String, String)> {
    let d = config.language(document.language).data_texts();
    let mut said = vec![(d.tax_id.to_owned(), document.tax_id.clone())];
    if document.is_exempt {
        said.push((d.tax_exempt.to_owned(), d.yes.to_owned()));
    }
    said.retain(|(_, text)| !text.is_empty());
    said
}

/// What is charged for the order in `document`, line by line, and every tax of it.
pub fn charged(config: &Config, document: &OrderDocument) -> (Vec<InvoiceLine>, Vec<InvoiceTax>) {
    let rates = rates(config, document);
    let parts = parts(config, document, &rates);
    let lines = |part: &TaxGroup| lines(part, document.totals.prices_include_tax);
    let each: Vec<Vec<InvoiceLine>> = parts.iter().map(lines).collect();
    let taxes = taxes(document, &rates, &parts, &each);
    (each.into_iter().flatten().collect(), taxes)
}

/// The taxes that were charged; an order of an earlier version names them only, and those of the settings have
/// the rates.
fn rates(config: &Config, document: &OrderDocument) -> Vec<Charged> {
    let totals = &document.totals;
    if !totals.charged.is_empty() {
        return totals.charged.clone();
    }
    let known = |name: &String| {
        let tax = config.taxes.iter().find(|tax| tax.name == *name);
        tax.map(|tax| Charged {
            name: name.clone(),
            rate: tax.rate,
            on_shipping: tax.on_shipping,
        })
    };
    let names = totals.taxes.iter().map(|(name, _)| name);
    names.filter_map(known).collect()
}

fn parts(config: &Config, document: &OrderDocument, rates: &[Charged]) -> Vec<TaxGroup> {
    let (totals, s) = (
        &document.totals,
        config.language(document.language).checkout_texts(),
    );
    let rate = |on_shipping: bool| {
        let these = rates.iter().filter(|it| it.on_shipping || !on_shipping);
        let sum = these.fold(Percent::default(), |sum, it| sum + it.rate);
        let text = String::from(sum);
        if text == "0" { String::new() } else { text }
    };
    let item = |item: &Item| {
        let text = match item.sku.as_str() {
            "" => what(item),
            sku => format!("{} ({sku})", what(item)),
        };
        (text, Some(item.quantity), item.price * item.quantity)
    };
    let mut goods: Vec<_> = document.items.iter().map(item).collect();
    goods.extend(taken_off(document, s));
    let (taxed, untaxed): (Vec<_>, Vec<_>) = totals
        .surcharges
        .iter()
        .enumerate()
        .partition(|(place, _)| totals.is_taxed(*place));
    let line = |(_, (name, amount)): (usize, &(String, i64))| (name.clone(), None, *amount);
    goods.extend(taxed.into_iter().map(line));
    let of_shipping = |text: &str, amount: i64, tax: i64| TaxGroup {
        lines: vec![(text.to_owned(), None, amount)],
        tax,
        rate: rate(true),
        is_shipping: true,
    };
    let mut parts = vec![
        TaxGroup {
            lines: goods,
            tax: totals.tax() - totals.shipping_tax - totals.handling_tax,
            rate: rate(false),
            is_shipping: false,
        },
        of_shipping(s.shipping, totals.shipping, totals.shipping_tax),
        of_shipping(s.handling, totals.handling, totals.handling_tax),
        TaxGroup {
            lines: untaxed.into_iter().map(line).collect(),
            tax: 0,
            rate: String::new(),
            is_shipping: false,
        },
    ];
    for part in &mut parts {
        part.lines
            .retain(|(_, quantity, amount)| quantity.is_some() || *amount != 0);
    }
    parts.retain(|part| !part.lines.is_empty());
    parts
}

/// What an item is, with its options.
fn what(item: &Item) -> String {
    let text = named(item);
    let (_, text) = text.split_once(" × ").unwrap_or(("", &text));
    text.to_owned()
}

/// Discounts and the coupon.
fn taken_off(document: &OrderDocument, s: &CheckoutTexts) -> Vec<(String, Option<i64>, i64)> {
    let coupon = document.coupon.as_deref().unwrap_or_default();
    vec![
        (
            s.discount.to_owned(),
            None,
            -document.totals.discounts.total(),
        ),
        (s.coupon_named(coupon), None, -document.totals.coupon),
    ]
}

fn lines(part: &TaxGroup, is_gross: bool) -> Vec<InvoiceLine> {
    let amounts: Vec<i64> = part.lines.iter().map(|(.., amount)| *amount).collect();
    let each = part.lines.iter().zip(split(part.tax, &amounts));
    each.map(|((text, quantity, amount), tax)| InvoiceLine {
        text: text.clone(),
        quantity: *quantity,
        rate: part.rate.clone(),
        net: if is_gross { amount - tax } else { *amount },
        tax,
    })
    .collect()
}

fn taxes(
    document: &OrderDocument,
    rates: &[Charged],
    parts: &[TaxGroup],
    lines: &[Vec<InvoiceLine>],
) -> Vec<InvoiceTax> {
    let net = |lines: &[InvoiceLine]| lines.iter().map(|line| line.net).sum::<i64>();
    let tax = |(name, tax): &(String, i64)| {
        let known = rates.iter().find(|it| it.name == *name);
        let on_shipping = known.is_none_or(|it| it.on_shipping);
        let charged = parts.iter().zip(lines);
        let charged =
            charged.filter(|(part, _)| !part.rate.is_empty() && (on_shipping || !part.is_shipping));
        InvoiceTax {
            name: name.clone(),
            rate: known.map(|it| String::from(it.rate)).unwrap_or_default(),
            net: charged.map(|(_, lines)| net(lines)).sum(),
            tax: *tax,
        }
    };
    document.totals.taxes.iter().map(tax).collect()
}

#[cfg(test)]
mod tests;
