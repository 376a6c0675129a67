//! `/account` for a customer who is signed in.

use super::{
    Account,
    password::PasswordForm,
    sessions::{SessionList, SessionRow, store},
};
use crate::{
    account::context::AccountContext,
    base::{date, error::AppError, language::Language},
};
use leptos::prelude::*;

/// What the account page shows besides the customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountFacts {
    /// Day of registration.
    pub customer_since: String,
    /// The sessions of the customer, this one first, then the latest.
    pub sessions: Vec<SessionRow>,
}

/// What the account page shows besides the customer's record.
pub async fn facts(context: &AccountContext) -> Result<AccountFacts, AppError> {
    let current = context.signed_in()?;
    Ok(AccountFacts {
        customer_since: date::day(current.customer.registered_at),
        sessions: store::list(
            &context.state.db,
            current,
            &context.state.config,
            date::now(),
        )
        .await?,
    })
}

/// The account: who, what brings shoppers here, and below it where signed in, and password.
#[component]
pub fn AccountPage(
    /// Orders and addresses.
    children: Children,
) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let customer = Account::current().now().customer().cloned();
    let AccountFacts {
        customer_since,
        sessions,
    } = use_context::<AccountFacts>().unwrap_or_default();
    customer.map(|customer| view! {
        <div class="account">
            <header class="account__head">
                <h1>{customer.label().to_owned()}</h1>
                <p class="lead">{customer.email.clone()}</p>
                <p class="muted">{t.customer_since.replace("{}", &customer_since)}</p>
                {customer.group.map(|name| view! { <p><span class="tag">{t.group.replace("{}", &name)}</span></p> })}
            </header>
            {children()}
            <section class="card" id="sessions" aria-labelledby="sessions-title" tabindex="-1">
                <h2 id="sessions-title">{t.sessions}</h2>
                <p>{t.sessions_lead}</p>
                <SessionList rows=sessions/>
            </section>
            <section class="card" aria-labelledby="password-title">
                <h2 id="password-title">{t.change_password}</h2>
                <p>{t.change_password_lead}</p>
                <PasswordForm/>
            </section>
        </div>
    })
}
