//! E-mails about orders, as text and as HTML.

use super::{Document, entity::order};
use crate::{
    base::{date, language::Language, money::PriceFormat, person::Person, shop::Shop},
    platform::mail::{Email, EmailPart},
    text::checkout::CheckoutTexts,
};

/// What the shopper gets when the order is placed.
pub fn confirmation(order: &order::Model, document: &Document, shop: &Shop, origin: &str) -> Email {
    let s = document.language.checkout_texts();
    let mut parts = vec![EmailPart::Text(s.letter_lead.to_owned())];
    parts.extend(contents(order, document, shop, document.language));
    let url = format!("{origin}/account/orders/{}", order.public_id);
    parts.push(EmailPart::Text(s.letter_look.replace("{}", &url)));
    let subject = filled(s.letter_subject, &[&order.public_id, &shop.name]);
    Email::of(subject, &parts)
}

/// What the merchant gets when an order is placed, in the shop's own language.
pub fn news(order: &order::Model, document: &Document, shop: &Shop, language: Language) -> Email {
    let s = language.checkout_texts();
    let total = prices(document, shop, language).minor(order.total);
    let subject = filled(s.news_subject, &[&order.public_id, &total]);
    let mut parts = vec![EmailPart::Text(order.email.clone())];
    parts.extend(contents(order, document, shop, language));
    if !document.comments.is_empty() {
        parts.push(EmailPart::Text(document.comments.clone()));
    }
    Email::of(subject, &parts)
}

/// What the merchant gets when a shopper withdraws.
pub fn withdrawn(order: &order::Model, language: Language, now: i64) -> Email {
    let s = language.checkout_texts();
    let subject = s.withdrawn_subject.replace("{}", &order.public_id);
    let minute = date::minute(now);
    let told = filled(s.withdrawn_news, &[&order.email, &order.public_id, &minute]);
    Email::of(subject, &[EmailPart::Text(told)])
}

/// The order itself, with its titles in `language`.
fn contents(
    order: &order::Model,
    document: &Document,
    shop: &Shop,
    language: Language,
) -> Vec<EmailPart> {
    let (s, t) = (language.checkout_texts(), language.texts());
    let prices = prices(document, shop, language);
    let items = document.items.iter().map(|item| {
        let options: Vec<String> = item
            .options
            .iter()
            .map(|(key, value)| format!("{key}: {}", value.as_str().unwrap_or_default()))
            .collect();
        let options = if options.is_empty() {
            String::new()
        } else {
            format!(" ({})", options.join("; "))
        };
        (
            format!("{} × {}{options}", item.quantity, item.name),
            prices.minor(item.price * item.quantity),
        )
    });
    let mut parts = vec![
        EmailPart::Text(s.order.replace("{}", &order.public_id)),
        EmailPart::Rows(items.collect()),
        EmailPart::Rows(amounts(document, &prices, s, t.total)),
    ];
    let mut put = |title: &str, text: String| {
        if !text.is_empty() {
            parts.push(EmailPart::Text(format!("{title}:\n{text}")));
        }
    };
    put(s.shipping_address, address(&document.shipping, language));
    if document.billing != document.shipping {
        put(s.billing_address, address(&document.billing, language));
    }
    put(
        s.shipping,
        document
            .delivery
            .as_ref()
            .map(|it| it.title.clone())
            .unwrap_or_default(),
    );
    let payment = document.payment.as_ref().map(|it| it.title.as_str());
    let payment = [payment.unwrap_or_default(), &document.instructions];
    put(s.payment, payment.join("\n").trim().to_owned());
    for field in document
        .extra
        .iter()
        .filter(|field| field.in_letters && field.is_shown())
    {
        put(&field.title, field.value.clone());
    }
    parts
}

/// What the shopper gets when the order went on.
pub fn status(order: &order::Model, document: &Document, shop: &Shop, said: &str) -> Email {
    let s = document.language.checkout_texts();
    let subject = filled(s.status_subject, &[&order.public_id, said]);
    let parts = [
        EmailPart::Text(subject.clone()),
        EmailPart::Text(shop.name.clone()),
    ];
    Email::of(subject, &parts)
}

/// The receipt for a withdrawal.
pub fn withdrawal(order: &order::Model, language: Language, minute: &str) -> Email {
    let s: &CheckoutTexts = language.checkout_texts();
    let subject = s.withdraw_subject.replace("{}", &order.public_id);
    let text = filled(s.withdraw_receipt, &[&order.public_id, minute]);
    Email::of(subject, &[EmailPart::Text(text)])
}

/// `text` with `values` for its `{}`, in their order.
pub fn filled(text: &str, values: &[&str]) -> String {
    let each = values.iter();
    each.fold(text.to_owned(), |text, value| text.replacen("{}", value, 1))
}

/// How the amounts of an order are written in `language`: in its own currency, whatever the shop's is
/// now.
pub fn prices(document: &Document, shop: &Shop, language: Language) -> PriceFormat {
    let own = PriceFormat::new(&document.currency, language.code());
    own.unwrap_or_else(|| shop.prices.in_language(language))
}

fn amounts(
    document: &Document,
    prices: &PriceFormat,
    s: &CheckoutTexts,
    total: &str,
) -> Vec<(String, String)> {
    let it = &document.totals;
    let coupon = document.coupon.as_deref().unwrap_or_default();
    let mut rows = vec![
        (s.items.to_owned(), it.items),
        (s.discount.to_owned(), -it.discounts.total()),
        (s.coupon_named.replace("{}", coupon), -it.coupon),
        (s.shipping.to_owned(), it.shipping),
        (s.handling.to_owned(), it.handling),
    ];
    for (name, added) in &it.surcharges {
        rows.push((name.clone(), *added));
    }
    for (name, tax) in &it.taxes {
        let label = if it.prices_include_tax {
            s.tax_within.replace("{}", name)
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
