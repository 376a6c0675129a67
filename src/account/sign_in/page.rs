//! `/account` for a visitor who is signed out.

use super::SignInForm;
use crate::{
    account::Account,
    base::{language::Language, shop::SignInWays, validate},
    text::notice::Form,
};
use leptos::prelude::*;
use leptos_router::location::RequestUrl;

/// The sign-in page: `/account` for a visitor who is signed out.
#[component]
pub fn SignInPage() -> impl IntoView {
    let language = expect_context::<Language>();
    let t = language.texts();
    let asked = use_context::<RequestUrl>().and_then(|url| url.parse().ok());
    let wanted = asked
        .and_then(|url| url.search_params().get("returnurl"))
        .unwrap_or_default();
    let next = validate::return_path(&wanted)
        .unwrap_or("/account")
        .to_owned();
    let refusal = Account::current().refusal_of(Form::SignIn);
    view! {
        <section class="card card--narrow">
            <h1>{t.sign_in}</h1>
            <p class="lead">{t.sign_in_lead}</p>
            <SignInForm prefix="sign-in" next refusal/>
            {if expect_context::<SignInWays>().has_passwords() {
                view! { <p class="aside">{t.no_account_yet} " " <a href="/account/register">{t.create_account}</a></p> }.into_any()
            } else {
                view! { <p class="aside">{language.account_texts().code_registers}</p> }.into_any()
            }}
        </section>
    }
}
