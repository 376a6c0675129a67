//! `/account` for a customer who is signed in.

use super::{
    Account,
    email_change::EmailForm,
    flash::AccountFlash,
    name::NameForm,
    password::PasswordForm,
    personal_data::{DataCard, DeletionNotice, deletion},
    sessions::{SessionList, SessionRow, store},
};
use crate::{
    account::context::AccountContext,
    base::{date, error::AppError},
    text::Language,
};
use leptos::prelude::*;

/// What the account page shows besides the customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountFacts {
    /// Day of registration.
    pub customer_since: String,
    /// Whether the customer has a password, where that is a way to sign in.
    pub password: Option<bool>,
    /// When the account is deleted, in words, if that was asked for.
    pub deletion: Option<String>,
    /// The sessions of the customer, this one first, then the latest.
    pub sessions: Vec<SessionRow>,
    /// Whether somebody of the staff looks at it: what is the customer's alone is not shown.
    pub is_staff: bool,
}

/// What the account page shows besides the customer's record.
pub async fn facts(context: &AccountContext) -> Result<AccountFacts, AppError> {
    let current = context.signed_in()?;
    let zone = &context.state.config.time_zone;
    let due = deletion::due(&context.state.db.read, current.customer.id).await?;
    Ok(AccountFacts {
        is_staff: !current.staff.is_empty(),
        deletion: due.map(|due| zone.minute(due)),
        customer_since: zone.day(current.customer.registered_at),
        password: (context.state.config.sign_in.has_passwords())
            .then_some(!current.customer.password_hash.is_empty()),
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
        password,
        deletion,
        sessions,
        is_staff,
    } = use_context::<AccountFacts>().unwrap_or_default();
    customer.map(|customer| view! {
        <div class="account">
            <header class="account__head">
                <h1>{customer.label().to_owned()}</h1>
                <p class="lead">{customer.email.clone()}</p>
                <p class="muted">{t.customer_since(&customer_since)}</p>
                {customer.group.map(|name| view! { <p><span class="tag">{t.group(&name)}</span></p> })}
            </header>
            <AccountFlash/>
            {deletion.filter(|_| !is_staff).map(|due| view! { <DeletionNotice due/> })}
            {children()}
            {(!is_staff).then(|| view! { <OwnAlone email=customer.email sessions password/> })}
        </div>
    })
}

/// What is the customer's alone: how they are called and signed in, and what is kept of them.
#[component]
fn OwnAlone(email: String, sessions: Vec<SessionRow>, password: Option<bool>) -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, a) = (language.texts(), language.account_texts());
    view! {
        <section class="card" aria-labelledby="details-title">
            <h2 id="details-title">{a.details}</h2>
            <div id="name"><NameForm/></div>
            <div id="email">
                <p>{a.change_email_lead}</p>
                <EmailForm/>
            </div>
        </section>
        <section class="card" id="sessions" aria-labelledby="sessions-title" tabindex="-1">
            <h2 id="sessions-title">{t.sessions}</h2>
            <p>{t.sessions_lead}</p>
            <SessionList rows=sessions/>
        </section>
        {password.map(|has_one| view! {
            <section class="card" aria-labelledby="password-title">
                <h2 id="password-title">{t.change_password}</h2>
                {if has_one {
                    view! { <p>{t.change_password_lead}</p> <PasswordForm/> }.into_any()
                } else {
                    view! { <NoPassword email=email/> }.into_any()
                }}
            </section>
        })}
        <DataCard/>
    }
}

/// For whoever signs in by e-mail alone.
#[component]
fn NoPassword(email: String) -> impl IntoView {
    let a = expect_context::<Language>().account_texts();
    view! {
        <p>{a.no_password_lead}</p>
        <form method="post" action="/api/account/send_reset">
            <input type="hidden" name="email" value=email/>
            <button class="button" type="submit">{a.no_password_button}</button>
        </form>
    }
}
