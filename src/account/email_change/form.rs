//! The form on the account page that requests another e-mail address.

use crate::{
    account::Account,
    text::{
        Language,
        notice::{Form, Problem},
    },
    ui::{Field, FormError},
};
use leptos::prelude::*;

/// The form for another e-mail address, on the account page.
#[component]
pub fn EmailForm() -> impl IntoView {
    let a = expect_context::<Language>().account_texts();
    let refusal = Account::current().refusal_of(Form::NewEmail);
    let problem = refusal.as_ref().map(|refusal| refusal.problem);
    let typed = refusal.map(|refusal| refusal.email).unwrap_or_default();
    view! {
        <form class="form" method="post" action="/api/account/change_email">
            <Field id="new-email" name="email" label=a.new_email kind="email" autocomplete="email" value=typed
                problem=problem.filter(|problem| *problem == Problem::Email)/>
            <FormError problem=problem.filter(|problem| matches!(problem, Problem::TooManyAttempts(_)))/>
            <button class="button" type="submit">{a.change_email}</button>
        </form>
    }
}
