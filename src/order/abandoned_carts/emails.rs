//! The reminder.

use crate::{
    base::error::AppError,
    platform::{config::Config, mail::Email},
    text::{Language, checkout::CheckoutTexts, reminder::ReminderTexts},
};
use askama::Template;

/// What a reminder tells of.
pub struct Reminder {
    /// What is in the cart, each with what it costs together.
    pub items: Vec<(String, String)>,
    /// What everything costs.
    pub total: String,
    /// Where the cart comes back.
    pub link: String,
    /// Where reminders are stopped.
    pub stop: String,
}

#[derive(Template)]
#[template(path = "order/emails/reminder.txt")]
struct ReminderText<'a> {
    reminder: &'a Reminder,
    r: &'a ReminderTexts,
    s: &'a CheckoutTexts,
    shop: &'a str,
}

#[derive(Template)]
#[template(path = "order/emails/reminder.html")]
struct ReminderHtml<'a> {
    reminder: &'a Reminder,
    r: &'a ReminderTexts,
    s: &'a CheckoutTexts,
    shop: &'a str,
}

/// What who agreed to it gets of a cart that was left.
pub fn reminder(
    language: Language,
    config: &Config,
    reminder: &Reminder,
) -> Result<Email, AppError> {
    let (r, s) = (language.reminder_texts(), language.checkout_texts());
    let shop = config.store_name.as_str();
    let text = ReminderText {
        reminder,
        r,
        s,
        shop,
    };
    let html = ReminderHtml {
        reminder,
        r,
        s,
        shop,
    };
    Email::of(r.mail_subject(shop), &text, &html)
}
