//! Texts of what is kept of a customer, and of the account's deletion.

super::table::texts! {
    DataTexts, "data";
    title, as_json, as_html, guest_orders, card_lead, see, delete, delete_title, delete_lead, goes_title, goes,
    stays_title, see_first, delete_button, keep, yes, no, account, addresses, sessions, devices, sign_ons, requests,
    emails, alerts, id, email, name, registered, has_password, will_be_deleted, group, is_billing, company, street,
    postal_code, city, region, country, phone, browser, network, began, last_used, ends, app, user, asked, subject,
    written, sent, text, product, product_id, sku, options, quantity, price, items, total, currency, coupon,
    delivery_address, billing_address, fields, comments, referer, number, placed, payment_status, paid,
    fulfillment_status, shipped, withdrawn, invoice, interval, status, next, ended, added, stars, headline, changed, notes, tax_exempt, tax_id,
    reminder_agreed, parcels, carrier, tracking, arrived, refunded, payments, provider, reference, refunds, amount, reason;
    lead(shop, date), stays(years), due(date)
}
