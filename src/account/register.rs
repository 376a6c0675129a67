//! Registration: name, e-mail, password, and the customer is signed in.

use super::{Account, SessionClient, sign_in::SignInOutcome};
use crate::{
    base::{error::AppError, language::Language, wire::Wire},
    text::notice::{Form, Problem},
    ui::{Field, Said},
};
use leptos::prelude::*;

/// Makes an account and starts its first session.
#[server(prefix = "/api", endpoint = "account/register", output = Wire, client = SessionClient)]
pub async fn register(
    /// Full name.
    name: String,
    /// E-mail address.
    email: String,
    /// Password, of at least [`crate::base::validate::PASSWORD_MIN`] characters.
    password: String,
) -> Result<SignInOutcome, AppError> {
    super::server::register(&name, &email, &password).await
}

/// `/account/register`.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let refusal = Account::current().refusal_of(Form::Register);
    let problem = refusal.as_ref().map(|refusal| refusal.problem);
    let (name, email) = refusal
        .map(|refusal| (refusal.name, refusal.email))
        .unwrap_or_default();
    let at = |mine: &[Problem]| problem.filter(|problem| mine.contains(problem));
    view! {
        <section class="card card--narrow">
            <h1>{t.create_account}</h1>
            <p class="lead">{t.register_lead}</p>
            <form class="form" method="post" action="/api/account/register">
                <Field id="register-name" name="name" label=t.name kind="text" autocomplete="name" value=name
                    problem=at(&[Problem::Name])/>
                <Field id="register-email" name="email" label=t.email kind="email" autocomplete="username" value=email
                    problem=at(&[Problem::Email, Problem::EmailTaken])/>
                <Field id="register-password" name="password" label=t.password kind="password" autocomplete="new-password"
                    hint=t.new_password_hint problem=at(&[Problem::NewPassword])/>
                <Said problem=problem.filter(|problem| matches!(problem, Problem::TooManyAttempts(_)))/>
                <button class="button button--wide" type="submit">{t.create_account}</button>
            </form>
            <p class="aside">{t.have_account} " " <a href="/account">{t.sign_in}</a></p>
        </section>
    }
}
