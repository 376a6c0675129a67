//! Sign-in with e-mail and password, on its page and in the header's panel.

use super::{Account, AccountState, Customer, SessionClient, browser};
#[cfg(feature = "ssr")]
use crate::text::notice::Form;
use crate::{
    base::{error::AppError, language::Language, wire::Wire},
    text::notice::{Notice, Problem, Refusal},
    ui::{Field, Said},
};
use leptos::{html, prelude::*};
use serde::{Deserialize, Serialize};

/// What came of a sign-in or registration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignInOutcome {
    /// This customer is signed in now.
    SignedIn(Customer),
    /// Nobody was signed in: an e-mail was sent, and its reader goes on from there.
    EmailSent,
    /// Nobody was signed in.
    Refused(Problem),
}

/// Starts a session. An unknown e-mail and a wrong password get the same answer after the same work.
#[server(prefix = "/api", endpoint = "account/sign_in", output = Wire, client = SessionClient)]
pub async fn sign_in(
    /// E-mail address.
    email: String,
    /// Password.
    password: String,
    /// Where a browser without scripts goes on to: a path of this shop.
    #[server(default)]
    returnurl: String,
) -> Result<SignInOutcome, AppError> {
    super::server::sign_in(&email, &password, &returnurl).await
}

impl Account {
    /// Signs in without leaving the page; the problem, if it was refused.
    async fn sign_in(self, email: String, password: String) -> Option<Problem> {
        self.transition(AccountState::SigningIn);
        match browser::within(
            super::sign_out::PATIENCE_SECONDS,
            sign_in(email, password, String::new()),
        )
        .await
        {
            Ok(SignInOutcome::SignedIn(customer)) => {
                self.adopt(Some(customer));
                self.say(Notice::SignedIn);
                browser::tell_tabs();
                None
            }
            // A sign-in sends none.
            Ok(SignInOutcome::EmailSent) => {
                self.transition(AccountState::SignedOut);
                None
            }
            Ok(SignInOutcome::Refused(problem)) => {
                self.transition(AccountState::SignedOut);
                Some(problem)
            }
            Err(_) => {
                // The answer may be lost although the session began: the next look decides.
                self.transition(AccountState::SignedOut);
                browser::check();
                Some(Problem::Unreachable)
            }
        }
    }
}

/// The sign-in form. `prefix` keeps the ids of two forms in one page apart.
#[component]
pub fn SignInForm(
    /// Start of the ids of the fields.
    prefix: &'static str,
    /// Where a post of the form goes on to.
    #[prop(into)]
    next: String,
    /// How the form came back.
    #[prop(optional_no_strip)]
    refusal: Option<Refusal>,
) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let account = Account::current();
    let problem = RwSignal::new(refusal.as_ref().map(|refusal| refusal.problem));
    let pending = move || account.state().with(AccountState::is_pending);
    let (email, password) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if account.now().is_pending() {
            return;
        }
        let typed = |field: NodeRef<html::Input>| {
            field
                .get_untracked()
                .map(|input| input.value())
                .unwrap_or_default()
        };
        let (email, password_typed) = (typed(email), typed(password));
        leptos::task::spawn_local(async move {
            let came_of_it = account.sign_in(email, password_typed).await;
            if came_of_it.is_none() {
                browser::focus_soon("account-menu");
            } else if let Some(password) = password.try_get_untracked().flatten() {
                let _ = password.focus();
            }
            problem.try_set(came_of_it);
        });
    };
    view! {
        <form class="form" method="post" action="/api/account/sign_in" on:submit=submit>
            <input type="hidden" name="returnurl" value=next/>
            <Field id=format!("{prefix}-email") name="email" label=t.email kind="email" autocomplete="username"
                value=refusal.map(|refusal| refusal.email).unwrap_or_default() node=email/>
            <Field id=format!("{prefix}-password") name="password" label=t.password kind="password"
                autocomplete="current-password" node=password/>
            <Said problem/>
            <button class="button button--wide" type="submit" disabled=pending>
                {move || if pending() { t.signing_in } else { t.sign_in }}
            </button>
        </form>
    }
}

/// The sign-in page: `/account` for a visitor who is signed out.
#[cfg(feature = "ssr")]
#[component]
pub fn SignInPage() -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let request = use_context::<axum::http::request::Parts>();
    let query = request
        .as_ref()
        .and_then(|it| it.uri.query())
        .unwrap_or_default();
    let wanted = form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "returnurl")
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default();
    let next = crate::base::validate::return_path(&wanted)
        .unwrap_or("/account")
        .to_owned();
    let refusal = Account::current().refusal_of(Form::SignIn);
    view! {
        <section class="card card--narrow">
            <h1>{t.sign_in}</h1>
            <p class="lead">{t.sign_in_lead}</p>
            <SignInForm prefix="sign-in" next refusal/>
            <p class="aside">{t.no_account_yet} " " <a href="/account/register">{t.create_account}</a></p>
        </section>
    }
}
