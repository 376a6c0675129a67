//! `/account`: the sign-in page for a visitor who is signed out, the account for one who is signed in.

use super::{
    Account, AccountFacts, SessionClient,
    password::PasswordForm,
    sessions::SessionList,
    sign_in::SignInPage,
};
use crate::{error::AppError, text::Language, wire::Wire};
use leptos::{either::Either, prelude::*};

/// The facts for the account page of the signed-in customer.
#[server(prefix = "/api", endpoint = "account/overview", output = Wire, client = SessionClient)]
pub async fn overview() -> Result<AccountFacts, AppError> {
    let visit = super::server::visit();
    super::server::overview(&visit).await
}

/// Chooses between the two.
#[component]
pub fn AccountPage() -> impl IntoView {
    let account = Account::current();
    let signed_in = Memo::new(move |_| account.state().with(|state| state.customer().is_some()));
    move || if signed_in.get() { Either::Left(view! { <AccountOverview/> }) } else { Either::Right(view! { <SignInPage/> }) }
}

#[component]
fn AccountOverview() -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let account = Account::current();
    let customer = account.state().with_untracked(|state| state.customer().cloned());
    let label = customer.as_ref().map(|customer| customer.label().to_owned()).unwrap_or_default();
    let group = customer.as_ref().and_then(|customer| customer.group.clone());
    let email = customer.map(|customer| customer.email).unwrap_or_default();
    let facts = RwSignal::new(account.facts().map(Ok));
    let refetch = Callback::new(move |()| {
        leptos::task::spawn_local(async move { drop(facts.try_set(Some(overview().await))) });
    });
    if facts.with_untracked(Option::is_none) {
        Effect::new(move || refetch.run(()));
    }
    view! {
        <div class="account">
            <header class="account__head">
                <h1>{label}</h1>
                <p class="lead">{email}</p>
                {group.map(|name| view! { <p><span class="tag">{t.group.replace("{}", &name)}</span></p> })}
            </header>
            <section class="card" id="sessions" aria-labelledby="sessions-title" tabindex="-1">
                <h2 id="sessions-title">{t.sessions}</h2>
                <p>{t.sessions_lead}</p>
                {move || facts.get().map(|facts| match facts {
                    Ok(facts) => Either::Left(view! {
                        <SessionList rows=facts.sessions on_ended=refetch/>
                        <p class="muted">{t.customer_since.replace("{}", &facts.customer_since)}</p>
                    }),
                    Err(_) => Either::Right(view! { <p class="problem">{t.unreachable}</p> }),
                })}
            </section>
            <section class="card" aria-labelledby="password-title">
                <h2 id="password-title">{t.change_password}</h2>
                <p>{t.change_password_lead}</p>
                <PasswordForm on_changed=refetch/>
            </section>
        </div>
    }
}
