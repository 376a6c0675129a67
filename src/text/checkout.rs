//! Texts of cart, checkout and orders: the server writes them, the browser's bundle has none of them.

use super::{de, en, texts};
use crate::base::language::Language;

texts! {
    CheckoutTexts;
    update, quantity_of, qty, remove_it, undo, was_removed, keep_shopping, each, gone, sold_out_now,
    only_left, short_lead, take_instead, remove, coupon, coupon_code, coupon_holds, coupon_unknown, coupon_too_little, take_off, you_save, your_email,
    email_lead, agree, please_agree, checkout, added, view_cart, until_free, delivery_is_free, go_on, back, change, please_check, please_answer, items, discount,
    coupon_named, shipping, handling, tax_within, free, free_from, price_from, returns, withdraw_online, later, not_chosen, summary, address, shipping_address,
    billing_address, same_address, full_name, company, street, street_2, city, country, state, postal_code,
    phone, choose_country, choose_state, other_country, wrong_email, wrong_name, wrong_street, wrong_city,
    wrong_country, wrong_state, wrong_postal_code, saved_addresses, use_address, change_address, new_address, keep_address, delivery_title, no_delivery,
    choose_delivery, payment_title, payment, no_payment, choose_payment, review_title, comments, place_order,
    total_changed, cart_changed, thanks, thanks_lead, order, orders, no_orders, no_orders_yet, all_orders, edit_addresses, placed_on, from_day, to_day,
    search_orders, show, order_again, ordered_again, status_awaiting_payment, status_paid, status_cancelled,
    status_refunded, status_partially_refunded, status_incomplete, status_awaiting_processing,
    status_processing, status_shipped, status_delivered, status_will_not_deliver, status_returned,
    status_ready_for_pickup, find_order, find_order_lead, see_order_lead, order_number, order_not_found, letter_subject,
    letter_lead, letter_look, status_subject, withdraw, withdraw_lead, withdraw_confirm, withdrawn,
    withdraw_subject, withdraw_receipt, news_subject, withdrawn_subject, withdrawn_news, share, share_on, tax_on_top, per_unit, whole_text,
}

impl Language {
    /// The texts of cart, checkout and orders.
    pub fn checkout_texts(self) -> &'static CheckoutTexts {
        match self {
            Self::En => &en::checkout::TEXTS,
            Self::De => &de::checkout::TEXTS,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_there_and_takes_the_same_values() {
        crate::text::tests::are_alike(en::checkout::TEXTS.all(), de::checkout::TEXTS.all());
    }
}
