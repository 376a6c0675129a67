//! Texts of account pages and of e-mails about accounts.

super::table::texts! {
    AccountTexts, "account";
    code_opens, code_warning, reset_title, reset_lead, reset_send, reset_new_lead, reset_save, told_reset_sent,
    no_password_lead, no_password_button, details, change_name, told_name_changed, new_email, change_email,
    change_email_lead, new_email_button, told_new_email_sent, told_email_changed, again_title, again_lead, offer_title,
    offer_button, default_address, make_default, no_addresses, book_full, address_gone, link_over, code_registers,
    ask_again, told_account_kept, deleted_text, staff_title,
    staff_begin, staff_end;
    code_subject(code, shop), code_text(code), code_link(link), code_joins(order), code_opens_for(order),
    reset_subject(shop), reset_text(link), no_account_text(link), password_changed_subject(shop),
    password_changed_text(link), new_email_lead(email), new_address_subject(shop), new_address_text(link),
    address_taken_text(link), address_changed_subject(shop), address_changed_text(email), offer_lead(email),
    seen_from(network), link_lead(email), deletion_subject(shop), deletion_text(date, link), deleted_subject(shop),
    staff_lead(email), staff_bar(customer, staff), joined_subject(shop), joined_text(email, link)
}
