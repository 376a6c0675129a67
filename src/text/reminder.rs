//! Texts of carts that were left: the box that asks, the reminder, and the pages that its links lead to.

super::table::texts! {
    ReminderTexts, "reminder";
    agree, mail_lead, mail_prices, mail_button, mail_until, mail_stop_lead, mail_stop, back_lead, back_besides,
    back_button, back_gone, back_nothing, back_over, back_ordered, stop_title, stop_lead, stop_button, stopped;
    mail_subject(shop)
}
