//! E-mails about questions.

use super::entity::thread;
use crate::{
    base::{error::AppError, language::LanguageCode},
    platform::{config::Config, mail::Email},
    text::Language,
};

/// The language that `thread` was asked in, as the shop speaks it now.
pub fn language(thread: &thread::Model, config: &Config) -> Language {
    let code = LanguageCode::of(&thread.language);
    config.language(code.unwrap_or(config.store_language))
}

/// What who asked gets at once: the link to their question, and nothing that a stranger wrote.
pub fn received(thread: &thread::Model, config: &Config, link: &str) -> Result<Email, AppError> {
    let c = language(thread, config).contact_texts();
    let subject = c.received_subject(&config.store_name);
    Email::note(
        subject,
        &[c.received_lead, &c.received_look(link), &config.store_name],
    )
}

/// What who asked gets when the merchant answers with `text`.
pub fn answer(
    thread: &thread::Model,
    config: &Config,
    text: &str,
    link: &str,
) -> Result<Email, AppError> {
    let c = language(thread, config).contact_texts();
    let subject = c.answer_subject(&thread.subject);
    Email::note(subject, &[text, &config.store_name, &c.answer_look(link)])
}

/// What the merchant gets when `text` is asked, with the `link` to it in the back office.
pub fn news(
    thread: &thread::Model,
    config: &Config,
    text: &str,
    link: &str,
) -> Result<Email, AppError> {
    let c = config.own_language().contact_texts();
    let subject = c.news_subject(&thread.name, &thread.subject);
    let who = format!("{}\n{}", thread.name, thread.email);
    Email::note(subject, &[&who, text, &c.news_look(link)])
}
