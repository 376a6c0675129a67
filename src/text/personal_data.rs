//! Texts of what is kept of a customer, and of the account's deletion: the server writes them.

use super::{de, en, texts};
use crate::base::language::Language;

texts! {
    DataTexts;
    // pages, then answers, sections, and the names of what is in them
    title, lead, as_json, as_html, guest_orders, card_lead, see, delete,
    delete_title, delete_lead, goes_title, goes, stays_title, stays, see_first, delete_button, due, keep,
    yes, no,
    account, addresses, sessions, devices, sign_ons, requests, emails, alerts,
    id, email, name, registered, has_password, will_be_deleted, group, is_billing, company, street, postal_code, city, region, country, phone,
    browser, network, began, last_used, ends, app, user, asked, subject, written, sent, text,
    product, product_id, sku, options, quantity, price, items, total, currency, coupon, delivery_address, billing_address, fields, comments, referer,
    number, placed, payment_status, paid, fulfillment_status, shipped, withdrawn, invoice,
    interval, status, next, ended, added, stars, headline, changed,
}

impl Language {
    /// The texts of what is kept of a customer.
    pub fn data_texts(self) -> &'static DataTexts {
        match self {
            Self::En => &en::personal_data::TEXTS,
            Self::De => &de::personal_data::TEXTS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_there_and_takes_the_same_values() {
        let (english, german) = (
            en::personal_data::TEXTS.all(),
            de::personal_data::TEXTS.all(),
        );
        crate::text::tests::are_alike(english, german);
    }
}
