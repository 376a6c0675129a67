//! Texts of favourites, and of e-mails about what is back in stock.

super::table::texts! {
    FavouriteTexts, "favourites";
    save, saved, of_guest, empty, remove, alert_title, alert_lead, alert_hint, alert_button, alert_asked, alert_stop,
    mail_once, stop_title, stop_lead, stop_button, related, recent;
    save_one(product), remove_one(product), mail_subject(product), mail_text(product, link), mail_stop(link)
}
