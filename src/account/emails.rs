//! E-mails about accounts.

use super::{
    context::AccountContext,
    email_proof::{Proof, Secrets},
};
use crate::{
    base::{error::AppError, paths::ShopPath, time_zone::TimeZone},
    platform::{cookies::Token, mail::Email},
    text::Language,
};

/// Who writes, and in which language.
#[derive(Clone, Copy)]
pub struct EmailContext<'a> {
    /// Language of the e-mail.
    pub language: Language,
    /// Name of the shop.
    pub shop: &'a str,
    /// Scheme and host that links lead to.
    pub origin: &'a str,
    /// The clock that times are told by.
    pub zone: &'a TimeZone,
}

impl<'a> EmailContext<'a> {
    /// The shop, to whoever asks.
    pub fn of(context: &'a AccountContext) -> Self {
        Self {
            language: context.language,
            shop: &context.state.shop.name,
            origin: &context.origin,
            zone: &context.state.config.time_zone,
        }
    }
}

/// A link by which a new account is opened.
pub fn confirm(context: EmailContext<'_>, token: &Token) -> Result<Email, AppError> {
    let t = context.language.texts();
    let link = format!("{}/account/confirm?token={}", context.origin, token.text());
    let text = t.confirm_text(link);
    Email::note(t.confirm_subject(context.shop), &[&text])
}

/// To an address that has an account, that there is no need to open one.
pub fn known(context: EmailContext<'_>) -> Result<Email, AppError> {
    let t = context.language.texts();
    let text = t.known_text(format!("{}/account", context.origin));
    Email::note(t.known_subject(context.shop), &[&text])
}

/// A code and a link to sign in; `is_known` if there is an account.
pub fn code(
    context: EmailContext<'_>,
    secrets: &Secrets,
    proof: &Proof,
    is_known: bool,
) -> Result<Email, AppError> {
    let (a, shop) = (context.language.account_texts(), context.shop);
    let link = link(context, ShopPath::SignInLink, secrets);
    let about = match (proof.order.as_str(), is_known) {
        ("", true) => String::new(),
        ("", false) => a.code_opens.to_owned(),
        (order, true) => a.code_joins(order),
        (order, false) => a.code_opens_for(order),
    };
    let mut paragraphs = vec![
        a.code_text(&secrets.code),
        a.code_link(&link),
        about,
        a.code_warning.to_owned(),
    ];
    paragraphs.retain(|text| !text.is_empty());
    note(a.code_subject(&secrets.code, shop), &paragraphs)
}

/// A link to set another password.
pub fn reset(context: EmailContext<'_>, secrets: &Secrets) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let link = link(context, ShopPath::ResetPassword, secrets);
    told(a.reset_subject(context.shop), &a.reset_text(&link))
}

/// To an address without an account, that there is none to set the password of.
pub fn no_account(context: EmailContext<'_>) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let register = format!("{}{}", context.origin, ShopPath::Register.text());
    let text = a.no_account_text(&register);
    told(a.reset_subject(context.shop), &text)
}

/// That the password was changed.
pub fn password_changed(context: EmailContext<'_>) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let reset = format!("{}{}", context.origin, ShopPath::ResetPassword.text());
    let text = a.password_changed_text(&reset);
    told(a.password_changed_subject(context.shop), &text)
}

/// A link by which an address becomes that of an account.
pub fn new_address(context: EmailContext<'_>, secrets: &Secrets) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let link = link(context, ShopPath::NewEmail, secrets);
    let text = a.new_address_text(&link);
    told(a.new_address_subject(context.shop), &text)
}

/// To an address that has an account, that it cannot be that of another one too.
pub fn address_taken(context: EmailContext<'_>) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let sign_in = format!("{}{}", context.origin, ShopPath::Account.text());
    let text = a.address_taken_text(&sign_in);
    told(a.new_address_subject(context.shop), &text)
}

/// To the old and the new address of an account, that it is `email` now.
pub fn address_changed(context: EmailContext<'_>, email: &str) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let text = a.address_changed_text(email);
    told(a.address_changed_subject(context.shop), &text)
}

/// To whoever asked for it, that the account is deleted when it is `due`.
pub fn deletion_asked(context: EmailContext<'_>, due: i64) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let account = format!("{}{}", context.origin, ShopPath::Account.text());
    let text = a.deletion_text(context.zone.minute(due), &account);
    told(a.deletion_subject(context.shop), &text)
}

/// To the address of an account that is a part of another one now, whose address is `kept`: said so that its owner knows it and
/// nobody else does.
pub fn joined(context: EmailContext<'_>, kept: &str) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let sign_in = format!("{}{}", context.origin, ShopPath::Account.text());
    let text = a.joined_text(veiled(kept), &sign_in);
    told(a.joined_subject(context.shop), &text)
}

/// `ada@example.com` as `a…@example.com`.
fn veiled(email: &str) -> String {
    let (local, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    let first: String = local.chars().take(1).collect();
    format!("{first}…@{domain}")
}

/// That the account at `shop` is deleted.
pub fn deleted(language: Language, shop: &str) -> Result<Email, AppError> {
    let a = language.account_texts();
    let paragraphs: Vec<&str> = a.deleted_text.split("\n\n").collect();
    Email::note(a.deleted_subject(shop), &paragraphs)
}

fn told(subject: String, text: &str) -> Result<Email, AppError> {
    Email::note(subject, &text.split("\n\n").collect::<Vec<_>>())
}

fn link(context: EmailContext<'_>, page: ShopPath, secrets: &Secrets) -> String {
    let (page, token) = (page.text(), secrets.link.text());
    format!("{}{page}?token={token}", context.origin)
}

fn note(subject: String, paragraphs: &[String]) -> Result<Email, AppError> {
    let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    Email::note(subject, &paragraphs)
}
