//! E-mails about accounts.

use super::{
    context::AccountContext,
    proof::{Proof, Secrets},
};
use crate::{
    base::{date, error::AppError, paths::ShopPath},
    platform::mail::Email,
    text::Language,
};

/// A code and a link to sign in; `is_known` if there is an account.
pub fn code(
    context: &AccountContext,
    secrets: &Secrets,
    proof: &Proof,
    is_known: bool,
) -> Result<Email, AppError> {
    let (a, shop) = (context.language.account_texts(), &context.state.shop.name);
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
pub fn reset(context: &AccountContext, secrets: &Secrets) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let link = link(context, ShopPath::ResetPassword, secrets);
    told(
        a.reset_subject(&context.state.shop.name),
        &a.reset_text(&link),
    )
}

/// To an address without an account, that there is none to set the password of.
pub fn no_account(context: &AccountContext) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let register = format!("{}{}", context.origin, ShopPath::Register.text());
    let text = a.no_account_text(&register);
    told(a.reset_subject(&context.state.shop.name), &text)
}

/// That the password was changed.
pub fn password_changed(context: &AccountContext) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let reset = format!("{}{}", context.origin, ShopPath::ResetPassword.text());
    let text = a.password_changed_text(&reset);
    told(a.password_changed_subject(&context.state.shop.name), &text)
}

/// A link by which an address becomes that of an account.
pub fn new_address(context: &AccountContext, secrets: &Secrets) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let link = link(context, ShopPath::NewEmail, secrets);
    let text = a.new_address_text(&link);
    told(a.new_address_subject(&context.state.shop.name), &text)
}

/// To an address that has an account, that it cannot be that of another one too.
pub fn address_taken(context: &AccountContext) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let sign_in = format!("{}{}", context.origin, ShopPath::Account.text());
    let text = a.address_taken_text(&sign_in);
    told(a.new_address_subject(&context.state.shop.name), &text)
}

/// To the old and the new address of an account, that it is `email` now.
pub fn address_changed(context: &AccountContext, email: &str) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let text = a.address_changed_text(email);
    told(a.address_changed_subject(&context.state.shop.name), &text)
}

/// To whoever asked for it, that the account is deleted when it is `due`.
pub fn deletion_asked(context: &AccountContext, due: i64) -> Result<Email, AppError> {
    let a = context.language.account_texts();
    let account = format!("{}{}", context.origin, ShopPath::Account.text());
    let text = a.deletion_text(date::minute(due), &account);
    told(a.deletion_subject(&context.state.shop.name), &text)
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

fn link(context: &AccountContext, page: ShopPath, secrets: &Secrets) -> String {
    let (page, token) = (page.text(), secrets.link.text());
    format!("{}{page}?token={token}", context.origin)
}

fn note(subject: String, paragraphs: &[String]) -> Result<Email, AppError> {
    let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    Email::note(subject, &paragraphs)
}
