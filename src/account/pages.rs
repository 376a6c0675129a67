//! Maps paths to the account's pages, except for `/account` itself, which shows content of other rooms too.

use super::{
    code::{self, CodePage},
    context::AccountContext,
    email_change,
    link_page::{LinkPage, LinkUse},
    personal_data,
    register::{ConfirmPage, RegisterPage},
    reset::{self, ResetPage},
    sign_in::{SignInAgainPage, SignInPage},
    sign_out::SignOutPage,
};
use crate::{
    base::{error::AppError, paths::ShopPath},
    ui::served::{PageAnswer, ServedPage},
};
use leptos::prelude::*;

/// Returns the page at `page` with `query` for this visitor, or a redirect to `/account` if there is none.
pub async fn at(
    page: ShopPath,
    query: &str,
    context: &AccountContext,
) -> Result<PageAnswer, AppError> {
    let found = match page {
        ShopPath::Register | ShopPath::ConfirmRegistration | ShopPath::ResetPassword
            if !context.state.config.sign_in.has_passwords() =>
        {
            None
        }
        ShopPath::ResetPassword => Some(reset(page, query, context).await?),
        ShopPath::SignInCode => code(page, context).await?,
        ShopPath::SignInLink | ShopPath::NewEmail => Some(link(page, query, context).await?),
        ShopPath::PersonalData | ShopPath::DeleteAccount => {
            return personal_data::page(page, context).await;
        }
        _ => Some(simple(page, query, context)),
    };
    let account = || PageAnswer::See(ShopPath::Account.text().to_owned());
    Ok(found.map_or_else(account, PageAnswer::Page))
}

/// A page that needs nothing of the database.
fn simple(page: ShopPath, query: &str, context: &AccountContext) -> ServedPage {
    let page_type = page.page_type(context.session.is_some());
    let t = context.language.texts();
    match page {
        ShopPath::Register => ServedPage::drawn(page_type, t.create_account, || {
            view! { <RegisterPage/> }.into_any()
        }),
        ShopPath::ConfirmRegistration => {
            let token = token(query);
            ServedPage::drawn(page_type, t.confirm_title, move || {
                view! { <ConfirmPage token=token.clone()/> }.into_any()
            })
        }
        ShopPath::SignOut => ServedPage::drawn(page_type, t.sign_out, || {
            view! { <SignOutPage/> }.into_any()
        }),
        ShopPath::SignInAgain => ServedPage::drawn(page_type, t.sign_in, || {
            view! { <SignInAgainPage/> }.into_any()
        }),
        _ => ServedPage::drawn(page_type, t.sign_in, || view! { <SignInPage/> }.into_any()),
    }
}

async fn code(page: ShopPath, context: &AccountContext) -> Result<Option<ServedPage>, AppError> {
    let page_type = page.page_type(context.session.is_some());
    let waits_for = code::server::awaited(context).await?;
    Ok(waits_for.map(|email| {
        ServedPage::drawn(page_type, context.language.texts().sign_in, move || {
            view! { <CodePage email=email.clone()/> }.into_any()
        })
    }))
}

async fn reset(
    page: ShopPath,
    query: &str,
    context: &AccountContext,
) -> Result<ServedPage, AppError> {
    let page_type = page.page_type(context.session.is_some());
    let token = token(query);
    let is_open = reset::is_open(context, &token).await?;
    let is_over = !is_open && !token.is_empty();
    let title = context.language.account_texts().reset_title;
    Ok(ServedPage::drawn(page_type, title, move || {
        let token = is_open.then(|| token.clone());
        view! { <ResetPage token is_over/> }.into_any()
    }))
}

/// Returns the page that a link in an e-mail leads to: a sign-in, or the confirmation of a new address.
async fn link(
    page: ShopPath,
    query: &str,
    context: &AccountContext,
) -> Result<ServedPage, AppError> {
    let page_type = page.page_type(context.session.is_some());
    let token = token(query);
    let (t, a) = (context.language.texts(), context.language.account_texts());
    let (to, email) = if page == ShopPath::NewEmail {
        let to = LinkUse {
            title: a.new_email,
            lead: |a, email| a.new_email_lead(email),
            action: "/api/account/confirm_email",
            button: a.new_email_button,
        };
        (to, email_change::asked(context, &token).await?)
    } else {
        let to = LinkUse {
            title: t.sign_in,
            lead: |a, email| a.link_lead(email),
            action: "/api/account/use_link",
            button: t.sign_in,
        };
        (to, code::server::reader(context, &token).await?)
    };
    Ok(ServedPage::drawn(page_type, to.title, move || {
        view! { <LinkPage to token=token.clone() email=email.clone()/> }.into_any()
    }))
}

/// Returns the `token` in `query`; empty if there is none.
fn token(query: &str) -> String {
    form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "token")
        .map(|(_, token)| token.into_owned())
        .unwrap_or_default()
}
