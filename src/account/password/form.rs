//! The form on the account page that changes the password.

use crate::{
    account::Account,
    text::{
        Language,
        notice::{Form, Problem},
    },
    ui::{Field, FormError},
};
use leptos::prelude::*;

/// The form for a new password, on the account page.
#[component]
pub fn PasswordForm() -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let problem = Account::current()
        .refusal_of(Form::Password)
        .map(|refusal| refusal.problem);
    let at = |mine: &[Problem]| problem.filter(|problem| mine.contains(problem));
    view! {
        <form class="form" method="post" action="/api/account/change_password">
            <Field id="password-current" name="current" label=t.current_password kind="password"
                autocomplete="current-password" problem=at(&[Problem::CurrentPassword])/>
            <Field id="password-new" name="new" label=t.new_password kind="password" autocomplete="new-password"
                hint=t.new_password_hint problem=at(&[Problem::NewPassword])/>
            <FormError problem=problem.filter(|problem| matches!(problem, Problem::TooManyAttempts(_)))/>
            <button class="button" type="submit">{t.change_password}</button>
        </form>
    }
}
