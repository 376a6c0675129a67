//! E-mails about orders, as text and as HTML.

mod parts;

use super::{OrderDocument, entity::order, pickup, tracking::Tracking};
use crate::{
    base::{error::AppError, shop::Shop},
    content::pages::TextPage,
    platform::{config::Config, mail::Email},
    text::{Language, checkout::CheckoutTexts},
};
use askama::Template;

pub use super::abandoned_carts::emails::reminder;
use parts::{amounts, sections};
pub use parts::{named, prices};

type Rows = Vec<(String, String)>;

/// What an e-mail about an order is made of.
pub type About<'a> = (&'a order::Model, &'a OrderDocument, &'a Config);

/// What the e-mails about a placed order say.
struct PlacedEmail {
    lead: String,
    order: String,
    /// What was bought, and what it comes to.
    tables: [Rows; 2],
    /// What else was agreed: titles and texts.
    sections: Rows,
    end: String,
    /// Pages that were agreed to.
    agreed: Vec<TextPage>,
}

#[derive(Template)]
#[template(path = "order/emails/placed.txt")]
struct PlacedText<'a> {
    email: &'a PlacedEmail,
}

#[derive(Template)]
#[template(path = "order/emails/placed.html")]
struct PlacedHtml<'a> {
    email: &'a PlacedEmail,
}

/// The order confirmation for the shopper: with `links` to files and invoice once it is paid, and the `agreed` pages.
pub fn confirmation(
    order: &order::Model,
    document: &OrderDocument,
    config: &Config,
    origin: &str,
    links: &str,
    agreed: Vec<TextPage>,
) -> Result<Email, AppError> {
    let s = config.language(document.language).checkout_texts();
    let subject = s.letter_subject(&order.public_id, &config.store_name);
    let url = format!("{origin}/account/orders/{}", order.public_id);
    let lead = s.letter_lead.to_owned();
    let look = s.letter_look(&url);
    let end = format!("{links}\n\n{look}").trim().to_owned();
    placed(order, document, config, subject, lead, end, agreed)
}

/// What the shopper gets of an order that staff wrote down, and that is to be paid: `link` leads to it.
pub fn to_pay(
    order: &order::Model,
    document: &OrderDocument,
    config: &Config,
    link: &str,
    agreed: Vec<TextPage>,
) -> Result<Email, AppError> {
    let s = config.language(document.language).checkout_texts();
    let subject = s.pay_subject(&order.public_id, &config.store_name);
    let (lead, end) = (s.pay_lead.to_owned(), s.pay_link(link));
    placed(order, document, config, subject, lead, end, agreed)
}

/// An e-mail about a placed order, in its own language: with a subject, the order between two texts, and pages agreed to.
pub fn placed(
    order: &order::Model,
    document: &OrderDocument,
    config: &Config,
    subject: String,
    lead: String,
    end: String,
    agreed: Vec<TextPage>,
) -> Result<Email, AppError> {
    let language = config.language(document.language);
    let placed = PlacedEmail::of(order, document, &config.shop(), language, lead, end);
    PlacedEmail { agreed, ..placed }.email(subject)
}

/// What the merchant gets when an order is placed, in the shop's own language.
pub fn news(
    order: &order::Model,
    document: &OrderDocument,
    config: &Config,
) -> Result<Email, AppError> {
    let (language, shop) = (config.own_language(), config.shop());
    let s = language.checkout_texts();
    let total = prices(document, &shop, language).minor(order.total);
    let subject = s.news_subject(&order.public_id, &total);
    let lead = order.email.clone();
    let office = format!("{}/orders/{}", config.office_origin(), order.public_id);
    let end = format!("{}\n\n{}", document.comments, s.news_look(&office));
    let end = end.trim().to_owned();
    PlacedEmail::of(order, document, &shop, language, lead, end).email(subject)
}

/// What the merchant gets when a shopper withdraws.
pub fn withdrawn(order: &order::Model, config: &Config, now: i64) -> Result<Email, AppError> {
    let s = config.own_language().checkout_texts();
    let subject = s.withdrawn_subject(&order.public_id);
    let minute = config.time_zone.minute(now);
    let told = s.withdrawn_news(&order.email, &order.public_id, &minute);
    Email::note(subject, &[&told])
}

/// What the shopper is told of their parcel.
pub fn parcel(tracking: &Tracking, s: &CheckoutTexts) -> String {
    let said = s.parcel(tracking.text());
    match tracking.link() {
        Some(link) => format!("{said}\n{link}"),
        None => said,
    }
}

/// The e-mail to the shopper about a new status; `besides` is what came with the payment, or where the parcel is.
pub fn status(
    order: &order::Model,
    document: &OrderDocument,
    config: &Config,
    said: &str,
    besides: &[&str],
) -> Result<Email, AppError> {
    let s = config.language(document.language).checkout_texts();
    let subject = s.status_subject(&order.public_id, said);
    let fetched = match said == s.status_ready_for_pickup {
        true => pickup::paragraph(document, s),
        false => String::new(),
    };
    let items: Vec<String> = document.items.iter().map(named).collect();
    let items = items.join("\n");
    let url = format!("{}/account/orders/{}", config.origin(), order.public_id);
    let look = s.letter_look(&url);
    let mut paragraphs = vec![subject.as_str(), &fetched];
    paragraphs.extend(besides);
    paragraphs.extend([items.as_str(), &look, &config.store_name]);
    paragraphs_of(subject.clone(), &paragraphs)
}

/// The receipt for a withdrawal.
pub fn withdrawal(
    order: &order::Model,
    language: Language,
    minute: &str,
) -> Result<Email, AppError> {
    let s = language.checkout_texts();
    let subject = s.withdraw_subject(&order.public_id);
    let text = s.withdraw_receipt(&order.public_id, minute);
    Email::note(subject, &[&text])
}

/// The e-mail to the shopper about one of several parcels: `holds` lists what is in it, `more` says whether others follow.
pub fn sent(
    (order, document, config): About<'_>,
    holds: &[String],
    more: bool,
    tracking: &Tracking,
) -> Result<Email, AppError> {
    let language = config.language(document.language);
    let (s, a) = (language.checkout_texts(), language.after_sale_texts());
    let subject = match document.is_pickup {
        true => s.status_subject(&order.public_id, s.status_ready_for_pickup),
        false => a.parcel_subject(&order.public_id),
    };
    let followed = if tracking.is_known() {
        parcel(tracking, s)
    } else {
        String::new()
    };
    let holds = format!("{}\n{}", a.parcel_holds, holds.join("\n"));
    let rest = if more { a.parcel_rest } else { "" };
    paragraphs_of(
        subject.clone(),
        &[
            &subject,
            &pickup::paragraph(document, s),
            &followed,
            &holds,
            rest,
            &config.store_name,
        ],
    )
}

/// What the shopper gets when money went back to them; `credit_note` is where its credit note is, if there is one.
pub fn refund(
    (order, document, config): About<'_>,
    amount: i64,
    credit_note: &str,
) -> Result<Email, AppError> {
    let language = config.language(document.language);
    let a = language.after_sale_texts();
    let amount = prices(document, &config.shop(), language).minor(amount);
    let subject = a.refund_subject(&order.public_id, &amount);
    let text = a.refund_text(&amount);
    let credit_note = match credit_note {
        "" => String::new(),
        link => format!("{}:\n{link}", a.credit_note),
    };
    paragraphs_of(subject, &[&text, &credit_note, &config.store_name])
}

/// What the shopper gets when the order was not placed because it was not paid; `link` leads to it, and to another try.
pub fn payment_failed((order, document, config): About<'_>, link: &str) -> Result<Email, AppError> {
    let a = config.language(document.language).after_sale_texts();
    let subject = a.payment_failed_subject(&config.store_name);
    let said = a.payment_failed_text(&order.public_id);
    let items: Vec<String> = document.items.iter().map(named).collect();
    let way = a.payment_failed_way(link);
    paragraphs_of(
        subject,
        &[&said, &items.join("\n"), &way, &config.store_name],
    )
}

/// What the shopper gets when an order that came by itself could not be charged; `link` leads to where it is paid.
pub fn charge_failed((order, document, config): About<'_>, link: &str) -> Result<Email, AppError> {
    let language = config.language(document.language);
    let a = language.after_sale_texts();
    let amount = prices(document, &config.shop(), language).minor(order.total);
    let subject = a.charge_failed_subject(&order.public_id);
    let said = a.charge_failed_text(&amount);
    let way = a.charge_failed_way(link);
    paragraphs_of(subject, &[&said, &way, &config.store_name])
}

/// The answer to a withdrawal: whether it holds, and what the merchant `said`.
pub fn withdrawal_answer(
    (order, document, config): About<'_>,
    is_accepted: bool,
    said: &str,
) -> Result<Email, AppError> {
    let a = config.language(document.language).after_sale_texts();
    let (subject, lead) = match is_accepted {
        true => (
            a.withdrawal_accepted_subject(&order.public_id),
            a.withdrawal_accepted,
        ),
        false => (
            a.withdrawal_refused_subject(&order.public_id),
            a.withdrawal_refused,
        ),
    };
    paragraphs_of(subject, &[lead, said, &config.store_name])
}

/// What the merchant writes to a shopper about an order, with the way to see it.
pub fn message(
    (order, document, config): About<'_>,
    subject: &str,
    text: &str,
    origin: &str,
) -> Result<Email, AppError> {
    let language = config.language(document.language);
    let s = language.checkout_texts();
    let subject = match subject {
        "" => language
            .after_sale_texts()
            .message_subject(&order.public_id),
        subject => subject.to_owned(),
    };
    let url = format!("{origin}/account/orders/{}", order.public_id);
    paragraphs_of(subject, &[text, &config.store_name, &s.letter_look(&url)])
}

/// An e-mail of those of `paragraphs` that say something.
fn paragraphs_of(subject: String, paragraphs: &[&str]) -> Result<Email, AppError> {
    let said = paragraphs.iter().copied().filter(|text| !text.is_empty());
    Email::note(subject, &said.collect::<Vec<_>>())
}

impl PlacedEmail {
    /// The order itself, with its titles in `language`, between `lead` and `end`.
    fn of(
        order: &order::Model,
        document: &OrderDocument,
        shop: &Shop,
        language: Language,
        lead: String,
        end: String,
    ) -> Self {
        let (s, t) = (language.checkout_texts(), language.texts());
        let prices = prices(document, shop, language);
        let items = document.items.iter().map(|item| {
            let price = prices.minor(item.price * item.quantity);
            let name = [Some(named(item)), item.interval(language)];
            let name: Vec<String> = name.into_iter().flatten().collect();
            (name.join(" · "), price)
        });
        Self {
            lead,
            order: s.order(&order.public_id),
            tables: [items.collect(), amounts(document, &prices, s, t.total)],
            sections: sections(document, s, language),
            end,
            agreed: Vec::new(),
        }
    }

    fn email(&self, subject: String) -> Result<Email, AppError> {
        let (text, html) = (PlacedText { email: self }, PlacedHtml { email: self });
        Email::of(subject, &text, &html)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(each: &[(&str, &str)]) -> Rows {
        let owned = |(label, value): &(&str, &str)| ((*label).to_owned(), (*value).to_owned());
        each.iter().map(owned).collect()
    }

    fn placed(end: &str) -> Email {
        let placed = PlacedEmail {
            lead: "Thank you.".to_owned(),
            order: "Order A1".to_owned(),
            tables: [
                rows(&[("1 × <Mug>", "€5.00"), ("2 × Cup", "€8.00")]),
                rows(&[("Total", "€13.00")]),
            ],
            sections: rows(&[("Address", "Ada\nHome 1")]),
            end: end.to_owned(),
            agreed: Vec::new(),
        };
        placed.email("Yours".to_owned()).expect("a template")
    }

    #[test]
    fn an_order_reads_as_text() {
        let whole = "Thank you.\n\nOrder A1\n\n1 × <Mug>: €5.00\n2 × Cup: €8.00\n\nTotal: €13.00\n\n\
            Address:\nAda\nHome 1\n\nBye\n";
        assert_eq!(placed("Bye").text, whole);
        assert_eq!(format!("{}\nBye\n", placed("").text), whole);
    }

    #[test]
    fn an_order_is_escaped_as_html() {
        let html = placed("<i>Bye").html;
        for part in [
            ">1 × &#60;Mug&#62;</td><td style=\"text-align:right;white-space:nowrap\">€5.00</td>",
            "<p>Address:<br>Ada<br>Home 1</p>",
            "<p>&lt;i&gt;Bye</p>",
        ] {
            assert!(html.contains(part), "{part}: {html}");
        }
    }
}
