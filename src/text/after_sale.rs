//! Texts of what follows an order: payments online, subscriptions, files to download, invoices.

use super::{de, en, texts};
use crate::base::language::Language;

texts! {
    AfterSaleTexts;
    payment_waiting, payment_waiting_lead, look_again, cancel_payment, payment_failed, payment_failed_lead,
    payment_failed_order, try_again,
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
