//! `/account/staff`: where the back office leads, with one button, so that opening it alone changes nothing.

use super::{ACTION, token};
use crate::{
    account::{
        context::AccountContext,
        link_page::{LinkPage, LinkUse},
        store,
    },
    base::{date, error::AppError},
    ui::served::ServedPage,
};
use leptos::prelude::*;

/// The page for the pass that `query` holds.
pub async fn page(query: &str, context: &AccountContext) -> Result<ServedPage, AppError> {
    let mut asked = form_urlencoded::parse(query.as_bytes());
    let token = asked.find(|(name, _)| name == "token");
    let token = token
        .map(|(_, token)| token.into_owned())
        .unwrap_or_default();
    let db = &context.state.db.read;
    let email = match token::look(db, &token, date::now()).await? {
        Some(pass) => store::by_id(db, pass.customer).await?.map(|it| it.email),
        None => None,
    };
    let a = context.language.account_texts();
    let to = LinkUse {
        title: a.staff_title,
        lead: |a, email| a.staff_lead(email),
        action: ACTION,
        button: a.staff_begin,
    };
    Ok(ServedPage::drawn("SIGN_IN", a.staff_title, move || {
        view! { <LinkPage to token=token.clone() email=email.clone()/> }.into_any()
    }))
}
