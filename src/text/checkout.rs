//! Texts of cart, checkout and orders.

super::table::texts! {
    CheckoutTexts, "checkout";
    update, undo, keep_shopping, gone, sold_out_now, short_lead, remove, coupon, coupon_code, coupon_apply, coupon_unknown,
    coupon_too_little, take_off, your_email, email_lead, agree, please_agree, checkout, added, view_cart,
    delivery_is_free, go_on, back, change, please_answer, please_check, items, discount, shipping, handling, free,
    returns, withdraw_online, later, after_address, not_chosen, summary, address, shipping_address, billing_address, same_address,
    full_name, company, street, street_2, city, country, state, postal_code, phone, choose_country, choose_state,
    other_country, wrong_email, wrong_name, wrong_street, wrong_city, wrong_country, wrong_state, wrong_postal_code,
    saved_addresses, change_address, new_address, keep_address, use_address, delivery_title, no_delivery,
    choose_delivery, payment_title, payment, no_payment, choose_payment, payment_test, review_title, comments, total_changed,
    cart_changed, orders, no_orders, no_orders_yet, all_orders, edit_addresses, from_day, to_day, search_orders, show,
    order_again, ordered_again, status_awaiting_payment, status_paid, status_cancelled, status_refunded,
    status_partially_refunded, status_incomplete, status_awaiting_processing, status_processing, status_shipped,
    status_delivered, status_will_not_deliver, status_returned, status_ready_for_pickup, pickup_at, find_order, find_order_lead,
    order_number, order_not_found, letter_lead, withdraw, withdraw_lead, withdraw_confirm, share, whole_text, pay_lead;
    quantity_of(product), qty(quantity), remove_it(name), was_removed(product), each(price), only_left(count),
    take_instead(count), coupon_holds(coupon), you_save(amount), until_free(amount), coupon_named(coupon),
    tax_at(tax, rate), tax_within(tax), free_from(price), price_from(price), place_order(total), thanks(name), thanks_lead(order, email), received(order),
    order(number), placed_on(date), see_order_lead(order), letter_subject(order, shop), pay_subject(order, shop), pay_link(link), letter_look(link),
    status_subject(order, status), withdrawn(date), withdraw_subject(order), withdraw_receipt(order, date),
    news_subject(order, total), withdrawn_subject(order), withdrawn_news(email, order, date), share_on(network),
    tax_on_top(tax), per_unit(price, unit), parcel(number), news_look(link)
}
