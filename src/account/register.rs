//! Registration: name, e-mail, password, and the customer is signed in.

use super::{Account, AccountState, SessionClient, browser, sign_in::SignInOutcome};
use crate::{
    error::AppError,
    notice::{Form, Notice, Problem},
    text::Language,
    ui::{Field, Said},
    wire::Wire,
};
use leptos::{html, prelude::*};

/// Makes an account and starts its first session.
#[server(prefix = "/api", endpoint = "account/register", output = Wire, client = SessionClient)]
pub async fn register(
    /// Full name.
    name: String,
    /// E-mail address.
    email: String,
    /// Password, of at least [`crate::validate::PASSWORD_MIN`] characters.
    password: String,
) -> Result<SignInOutcome, AppError> {
    super::server::register(&name, &email, &password).await
}

/// `/account/register`.
#[component]
pub fn RegisterPage() -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let account = Account::current();
    let refusal = account.refusal_of(Form::Register);
    let problem = RwSignal::new(refusal.as_ref().map(|refusal| refusal.problem));
    let (typed_name, typed_email) = refusal.map(|refusal| (refusal.name, refusal.email)).unwrap_or_default();
    let pending = move || account.state().with(AccountState::is_pending);
    let (name, email, password) =
        (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    // The field a problem stands at; one about no field stands above the button.
    let at = move |mine: fn(Problem) -> bool| Signal::derive(move || problem.get().filter(|problem| mine(*problem)));

    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if account.now().is_pending() {
            return;
        }
        let typed = |field: NodeRef<html::Input>| field.get_untracked().map(|input| input.value()).unwrap_or_default();
        let answer = register(typed(name), typed(email), typed(password));
        leptos::task::spawn_local(async move {
            let came_of_it = account.enter(answer, Notice::Registered, "/account").await;
            problem.try_set(came_of_it);
            match came_of_it {
                Some(Problem::Name) => browser::focus_soon("register-name"),
                Some(Problem::NewPassword) => browser::focus_soon("register-password"),
                Some(_) => browser::focus_soon("register-email"),
                None => {}
            }
        });
    };
    view! {
        <section class="card card--narrow">
            <h1>{t.create_account}</h1>
            <p class="lead">{t.register_lead}</p>
            <form class="form" method="post" action="/api/account/register" on:submit=submit>
                <Field id="register-name" name="name" label=t.name kind="text" autocomplete="name" value=typed_name node=name
                    problem=at(|problem| problem == Problem::Name)/>
                <Field id="register-email" name="email" label=t.email kind="email" autocomplete="username" value=typed_email
                    node=email problem=at(|problem| matches!(problem, Problem::Email | Problem::EmailTaken))/>
                <Field id="register-password" name="password" label=t.password kind="password" autocomplete="new-password"
                    node=password hint=t.new_password_hint problem=at(|problem| problem == Problem::NewPassword)/>
                <Said problem=at(|problem| matches!(problem, Problem::TooManyAttempts(_) | Problem::Unreachable))/>
                <button class="button button--wide" type="submit" disabled=pending>{t.create_account}</button>
            </form>
            <p class="aside">{t.have_account} " " <a href="/account">{t.sign_in}</a></p>
        </section>
    }
}
