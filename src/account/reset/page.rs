//! `/account/reset-password`: where the link is asked for, and where it leads.

use crate::{
    account::{Account, flash::AccountFlash},
    text::{
        Language,
        notice::{Form, Problem},
    },
    ui::{Field, FormError},
};
use leptos::prelude::*;

/// The page: asks for an address, or with a `token` that can be used for a new password.
#[component]
pub fn ResetPage(
    /// What the link in the e-mail holds.
    token: Option<String>,
    /// Whether it held what can be used no more.
    is_over: bool,
) -> impl IntoView {
    let language = expect_context::<Language>();
    let (t, a) = (language.texts(), language.account_texts());
    let account = Account::current();
    let refusal = account.refusal_of(Form::Reset);
    let problem = refusal.as_ref().map(|refusal| refusal.problem);
    let at = |mine: Problem| problem.filter(|problem| *problem == mine);
    let typed = refusal.map(|refusal| refusal.email);
    let own = || account.now().customer().map(|it| it.email.clone());
    view! {
        <section class="card card--narrow">
            <h1>{a.reset_title}</h1>
            <AccountFlash/>
            {is_over.then(|| view! { <p class="problem" role="alert">{a.link_over}</p> })}
            {match token {
                Some(token) => view! {
                    <p class="lead">{a.reset_new_lead}</p>
                    <form class="form" method="post" action="/api/account/set_password">
                        <input type="hidden" name="token" value=token/>
                        <Field id="reset-password" name="password" label=t.new_password kind="password"
                            autocomplete="new-password" hint=t.new_password_hint problem=at(Problem::NewPassword)/>
                        <button class="button button--wide" type="submit">{a.reset_save}</button>
                    </form>
                }.into_any(),
                None => view! {
                    <p class="lead">{a.reset_lead}</p>
                    <form class="form" method="post" action="/api/account/send_reset">
                        <Field id="reset-email" name="email" label=t.email kind="email" autocomplete="username"
                            value=typed.or_else(own).unwrap_or_default() problem=at(Problem::Email)/>
                        <FormError problem=problem.filter(|problem| matches!(problem, Problem::TooManyAttempts(_)))/>
                        <button class="button button--wide" type="submit">{a.reset_send}</button>
                    </form>
                    <p class="aside"><a href="/account">{t.sign_in}</a></p>
                }.into_any(),
            }}
        </section>
    }
}
