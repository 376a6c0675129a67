//! `/account` for a visitor who is signed out.

use super::{SignInForm, server::next_path};
use crate::{
    account::{Account, flash::AccountFlash},
    base::shop::SignInWays,
    text::{Language, notice::Form},
};
use leptos::prelude::*;
use leptos_router::location::RequestUrl;

/// The sign-in page: `/account` for a visitor who is signed out.
#[component]
pub fn SignInPage() -> impl IntoView {
    let language = expect_context::<Language>();
    let t = language.texts();
    let refusal = Account::current().refusal_of(Form::SignIn);
    view! {
        <section class="card card--narrow">
            <h1>{t.sign_in}</h1>
            <AccountFlash/>
            <p class="lead">{t.sign_in_lead}</p>
            <SignInForm prefix="sign-in" next=next() refusal/>
            {if expect_context::<SignInWays>().has_passwords() {
                view! { <p class="aside">{t.no_account_yet} " " <a href="/account/register">{t.create_account}</a></p> }.into_any()
            } else {
                view! { <p class="aside">{language.account_texts().code_registers}</p> }.into_any()
            }}
        </section>
    }
}

/// `/account/sign-in-again`: asks who it is once more.
#[component]
pub fn SignInAgainPage() -> impl IntoView {
    let a = expect_context::<Language>().account_texts();
    let account = Account::current();
    let refusal = account.refusal_of(Form::SignIn);
    let own = account.now().customer().map(|it| it.email.clone());
    view! {
        <section class="card card--narrow">
            <h1>{a.again_title}</h1>
            <p class="lead">{a.again_lead}</p>
            <SignInForm prefix="again" next=next() refusal email=own.unwrap_or_default()/>
        </section>
    }
}

/// Where signing in on the page that was asked for leads on to.
fn next() -> String {
    let asked = use_context::<RequestUrl>().and_then(|url| url.parse().ok());
    let wanted = asked
        .and_then(|url| url.search_params().get("returnurl"))
        .unwrap_or_default();
    next_path(&wanted).to_owned()
}
