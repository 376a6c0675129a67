//! Texts of what follows an order: payments online, subscriptions, files to download, invoices.

use super::{de, en, texts};
use crate::base::language::Language;

texts! {
    AfterSaleTexts;
    payment_waiting, payment_waiting_lead, look_again, cancel_payment, payment_failed, payment_failed_lead,
    payment_failed_order, try_again,
    downloads, downloads_later, download_left, download_until, download_error, download_expired, download_invalid,
    download_used, download_error_way,
    invoice, invoice_number, invoice_print, invoice_date, invoice_delivered, invoice_order, invoice_payment, invoice_vat_id,
    invoice_item, invoice_quantity, invoice_net, invoice_rate, invoice_tax, invoice_gross, invoice_tax_on, invoice_total,
    subscriptions, no_subscriptions, all_subscriptions, manage_subscription, subscriptions_lead, subscription_find_lead,
    subscription_notice, subscription_terms, subscription_active, subscription_paused, subscription_cancelled, subscription_next,
    subscription_paused_lead, subscription_ended, subscription_pause, subscription_resume, subscription_cancel,
    subscription_cancel_question, subscription_cancel_lead, subscription_cancel_now, subscription_keep,
    subscription_sold_out, subscription_not_sold, subscription_not_payable, subscription_trouble_again,
    subscription_begun, subscription_begun_way, subscription_renewed_lead, subscription_cancelled_subject,
    subscription_cancelled_receipt, subscription_cancelled_news, subscription_trouble_subject, subscription_trouble_news,
}

impl Language {
    /// The texts of what follows an order.
    pub fn after_sale_texts(self) -> &'static AfterSaleTexts {
        match self {
            Self::En => &en::after_sale::TEXTS,
            Self::De => &de::after_sale::TEXTS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_there_and_takes_the_same_values() {
        crate::text::tests::are_alike(en::after_sale::TEXTS.all(), de::after_sale::TEXTS.all());
    }
}
