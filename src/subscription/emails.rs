//! E-mails about subscriptions.

use super::entity::{Trouble, subscription};
use crate::{
    base::{error::AppError, url::encoded},
    order::{OrderDocument, emails, entity::order},
    platform::{config::Config, link_key::LinkKey, mail::Email},
    text::{Language, after_sale::AfterSaleTexts},
};

/// Where whoever gets an e-mail about `row` sees it, pauses and cancels it, signed in or not.
pub fn link(row: &subscription::Model, config: &Config, key: &LinkKey) -> String {
    let (id, token) = (row.id, key.token(&subject_of(row)));
    let origin = config.origin();
    format!(
        "{origin}/account/subscription?id={id}&token={}",
        encoded(&token)
    )
}

/// What a link to a subscription is signed for: whoever reads another mailbox than it writes to by now has none.
pub fn subject_of(row: &subscription::Model) -> String {
    format!("subscription {} {}", row.id, row.email)
}

/// What the shopper gets when it begins: what was agreed, and the way out.
pub fn begun(
    row: &subscription::Model,
    document: &OrderDocument,
    config: &Config,
    key: &LinkKey,
) -> Result<Email, AppError> {
    let language = config.language(document.language);
    let a = language.after_sale_texts();
    let terms = terms(row, document, config, language);
    let next = a.subscription_next(language.whole_day(config.time_zone.local(row.next_at).0));
    let way = a.subscription_begun_way(link(row, config, key));
    let subject = a.subscription_begun(&config.store_name);
    Email::note(subject.clone(), &[&subject, &terms, &next, &way])
}

/// The confirmation of an order that a subscription made.
pub fn renewed(
    row: &subscription::Model,
    order: &order::Model,
    document: &OrderDocument,
    config: &Config,
    key: &LinkKey,
) -> Result<Email, AppError> {
    let language = config.language(document.language);
    let (s, a) = (language.checkout_texts(), language.after_sale_texts());
    let subject = s.letter_subject(&order.public_id, &config.store_name);
    let url = format!("{}/account/orders/{}", config.origin(), order.public_id);
    let look = s.letter_look(&url);
    let way = a.subscription_begun_way(link(row, config, key));
    let lead = a.subscription_renewed_lead.to_owned();
    let end = format!("{look}\n\n{way}");
    emails::placed(order, document, config, subject, lead, end, Vec::new())
}

/// The receipt for a cancellation.
pub fn cancelled(
    row: &subscription::Model,
    document: &OrderDocument,
    config: &Config,
    now: i64,
) -> Result<Email, AppError> {
    let language = config.language(document.language);
    let a = language.after_sale_texts();
    let receipt = a.subscription_cancelled_receipt(config.time_zone.minute(now));
    let subject = a.subscription_cancelled_subject(&config.store_name);
    let terms = terms(row, document, config, language);
    Email::note(subject, &[&receipt, &terms])
}

/// What the merchant gets when a shopper cancels.
pub fn cancelled_news(
    row: &subscription::Model,
    document: &OrderDocument,
    config: &Config,
    now: i64,
) -> Result<Email, AppError> {
    let language = config.own_language();
    let a = language.after_sale_texts();
    let subject = a.subscription_cancelled_news(row.id);
    let terms = terms(row, document, config, language);
    Email::note(
        subject,
        &[&row.email, &config.time_zone.minute(now), &terms],
    )
}

/// What the shopper gets when the order of a date cannot be made.
pub fn trouble(
    row: &subscription::Model,
    document: &OrderDocument,
    config: &Config,
    key: &LinkKey,
    trouble: Trouble,
) -> Result<Email, AppError> {
    let language = config.language(document.language);
    let a = language.after_sale_texts();
    let subject = a.subscription_trouble_subject(&config.store_name);
    let terms = terms(row, document, config, language);
    let way = a.subscription_begun_way(link(row, config, key));
    Email::note(
        subject,
        &[why(trouble, a), a.subscription_trouble_again, &terms, &way],
    )
}

/// What the merchant gets then.
pub fn trouble_news(
    row: &subscription::Model,
    document: &OrderDocument,
    config: &Config,
    trouble: Trouble,
) -> Result<Email, AppError> {
    let language = config.own_language();
    let a = language.after_sale_texts();
    let subject = a.subscription_trouble_news(row.id);
    let terms = terms(row, document, config, language);
    Email::note(subject, &[&row.email, why(trouble, a), &terms])
}

/// Why an order could not be made, as people read it.
pub fn why(trouble: Trouble, a: &AfterSaleTexts) -> &'static str {
    match trouble {
        Trouble::SoldOut => a.subscription_sold_out,
        Trouble::NotSold => a.subscription_not_sold,
        Trouble::NotPayable => a.subscription_not_payable,
    }
}

/// What comes, how often, and what it costs each time: `2 × Postcards, every month, €12.00 each time`.
pub fn terms(
    row: &subscription::Model,
    document: &OrderDocument,
    config: &Config,
    language: Language,
) -> String {
    let a = language.after_sale_texts();
    let prices = emails::prices(document, &config.shop(), language);
    let what: Vec<String> = document.items.iter().map(emails::named).collect();
    let how_often = row.interval().text(language.texts());
    let total = prices.minor(document.totals.total);
    a.subscription_terms(what.join(", "), &how_often, &total)
}
