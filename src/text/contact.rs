//! Texts of what customers ask, and of the e-mails about it.

super::table::texts! {
    ContactTexts, "contact";
    title, lead, your_name, topic, order_number, message, send, privacy, leave_empty, thanks, once_more, ask_about,
    wrong_name, wrong_email, wrong_topic, wrong_text, questions, questions_lead, all_questions, no_questions, messages,
    status_open, status_answered, status_closed, reply, reply_send, reply_thanks, link_over, received_lead;
    about_product(product), about_order(order), received_subject(shop), received_look(link), answer_subject(subject),
    answer_look(link), news_subject(name, subject), news_look(link)
}
