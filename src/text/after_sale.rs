//! Texts of what follows an order: payments online, subscriptions, files to download, invoices, parcels, refunds, withdrawals.

super::table::texts! {
    AfterSaleTexts, "after_sale";
    payment_waiting, look_again, cancel_payment, go_on_to_pay, payment_held, payment_failed, payment_failed_lead, try_again, pay_title, pay_again, put_back, downloads,
    downloads_later, download_error, download_expired, download_invalid, download_used, download_error_way, invoice,
    invoice_print, invoice_date, invoice_delivered, invoice_order, invoice_payment, invoice_vat_id, invoice_item,
    invoice_quantity, invoice_net, invoice_rate, invoice_tax, invoice_gross, invoice_total, subscriptions,
    no_subscriptions, all_subscriptions, manage_subscription, subscriptions_lead, subscription_find_lead,
    subscription_active, subscription_paused, subscription_cancelled, subscription_pause, subscription_resume,
    subscription_cancel, subscription_cancel_question, subscription_cancel_lead, subscription_cancel_now,
    subscription_keep, subscription_sold_out, subscription_not_sold, subscription_not_payable,
    subscription_trouble_again, subscription_renewed_lead, parcels, parcel_holds, parcel_rest, credit_note,
    credit_note_date, credit_note_line, credit_note_total, withdrawal_open, withdrawal_accepted, withdrawal_refused,
    withdrawal_settled;
    payment_waiting_lead(order, total), payment_held_lead(order), payment_failed_order(order), pay_now(total, method), payment_failed_subject(shop), payment_failed_text(order), payment_failed_way(link), charge_failed_subject(order), charge_failed_text(amount), charge_failed_way(link), download_left(count), download_until(date),
    invoice_number(number), invoice_tax_on(tax, net), subscription_notice(product, interval, price),
    subscription_terms(product, interval, price), subscription_next(date), subscription_paused_lead(date),
    subscription_ended(date), subscription_begun(shop), subscription_begun_way(link),
    subscription_cancelled_subject(shop), subscription_cancelled_receipt(date), subscription_cancelled_news(number),
    subscription_trouble_subject(shop), subscription_trouble_news(number), parcel_sent(date), parcel_ready(date),
    parcel_arrived(date), parcel_subject(order), refund_subject(order, amount), refund_text(amount),
    refund_on(date, amount), credit_note_number(number), credit_note_for(number, date),
    withdrawal_accepted_subject(order), withdrawal_refused_subject(order), message_subject(order)
}
