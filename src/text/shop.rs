//! Texts of the shop's pages, but for those that have tables of their own.

use super::WidgetTexts;

super::table::texts! {
    Texts: WidgetTexts, "shop";
    close, new_password, current_password, name, new_password_hint, have_account, sign_in_lead, register_lead,
    sessions_lead, this_session, sign_out_here, end_session, end_other_sessions, only_session, unknown_device,
    change_password, change_password_lead, sign_out_question, stay_signed_in, nobody_signed_in, confirm_title,
    confirm_lead, confirm_button, skip_to_content, footer_menu, prices_note, home, not_found_title, not_found_lead, back_to_shop,
    opens_soon, categories, featured, newest, all_products, breadcrumbs, was, on_sale, choose, details, add_to_cart,
    sort_by, by_us, by_relevance, by_newest, by_price_up, by_price_down, by_name, by_name_down, apply, nothing_found,
    clear_filters, pages, earlier, show_more, filters, in_stock_only, on_sale_only, price, price_from, price_to, search,
    search_products, menu, description, in_stock, quantity, update_price, name_your_price, subscription, buy_once,
    wholesale, weight, please_choose, files_later, language, cart, cart_empty, total, page_about, page_shipping,
    page_returns, page_terms, page_privacy, page_impressum, consent_title, consent_lead, consent_more, consent_choose,
    consent_accept, consent_decline, consent_keep, consent_kept, consent_analytics, consent_personalisation,
    consent_settings, consent_necessary, consent_session, consent_cart, consent_answer, fault_title, fault_too_many,
    fault_disk_full, fault_unavailable, fault_internal, fault_bad_request, fault_forbidden, fault_timeout,
    fault_too_large, fault_method, fault_not_found;
    account_lead(customer), customer_since(date), group(group), last_seen(date), sign_out_lead(customer),
    known_subject(shop), known_text(link), confirm_subject(shop), confirm_text(link), all_of(category), products(count),
    page_of(page, pages), search_results(keyword), search_corrected(keyword), left_in_stock(count),
    quantity_limits(least, most), price_at_least(price), price_at_most(price), every_days(count), every_weeks(count),
    every_months(count), every_years(count), from_quantity(quantity), picture_of(number), pictures(product),
    cart_count(count), fault_id(id)
}
