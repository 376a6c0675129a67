//! `/account/register`: the registration form.

use crate::{
    account::Account,
    text::{
        Language,
        notice::{Form, Problem},
    },
    ui::{Field, FormError},
};
use leptos::prelude::*;

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
                <FormError problem=problem.filter(|problem| matches!(problem, Problem::TooManyAttempts(_)))/>
                <button class="button button--wide" type="submit">{t.create_account}</button>
            </form>
            <p class="aside">{t.have_account} " " <a href="/account">{t.sign_in}</a></p>
        </section>
    }
}
