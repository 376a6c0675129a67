//! E-mails about accounts.

use super::{
    context::AccountContext,
    proof::{Proof, Secrets},
};
use crate::{
    base::{error::AppError, paths::ShopPath},
    platform::mail::Email,
    text::filled,
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
        (order, true) => a.code_joins.replace("{}", order),
        (order, false) => a.code_opens_for.replace("{}", order),
    };
    let mut paragraphs = vec![
        filled(a.code_text, &[&secrets.code]),
        filled(a.code_link, &[&link]),
        about,
        a.code_warning.to_owned(),
    ];
    paragraphs.retain(|text| !text.is_empty());
    note(filled(a.code_subject, &[&secrets.code, shop]), &paragraphs)
}

fn link(context: &AccountContext, page: ShopPath, secrets: &Secrets) -> String {
    let (page, token) = (page.text(), secrets.link.text());
    format!("{}{page}?token={token}", context.origin)
}

fn note(subject: String, paragraphs: &[String]) -> Result<Email, AppError> {
    let paragraphs: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    Email::note(subject, &paragraphs)
}
