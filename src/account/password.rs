//! Password change: it ends every other session.

use super::{SessionClient, browser};
use crate::{
    account::Account,
    error::AppError,
    notice::{Form, Notice, Problem},
    text::Language,
    ui::{Field, Said},
    wire::Wire,
};
use leptos::{html, prelude::*};
use serde::{Deserialize, Serialize};

/// What came of a password change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PasswordOutcome {
    /// Changed; the other sessions ended.
    Changed,
    /// Not changed.
    Refused(Problem),
}

/// Changes the password of the signed-in customer and ends the other sessions.
#[server(prefix = "/api", endpoint = "account/change_password", output = Wire, client = SessionClient)]
pub async fn change_password(
    /// The present password.
    current: String,
    /// The one to come.
    new: String,
) -> Result<PasswordOutcome, AppError> {
    super::server::change_password(&current, &new).await
}

/// The form on the account page.
#[component]
pub fn PasswordForm(
    /// Called when the password is changed.
    on_changed: Callback<()>,
) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let account = Account::current();
    let problem = RwSignal::new(account.refusal_of(Form::Password).map(|refusal| refusal.problem));
    let pending = RwSignal::new(false);
    let (current, new) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let at = move |mine: fn(Problem) -> bool| Signal::derive(move || problem.get().filter(|problem| mine(*problem)));

    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if pending.get_untracked() {
            return;
        }
        pending.set(true);
        let typed = |field: NodeRef<html::Input>| field.get_untracked().map(|input| input.value()).unwrap_or_default();
        let answer = change_password(typed(current), typed(new));
        leptos::task::spawn_local(async move {
            let came_of_it = match browser::within(super::sign_out::PATIENCE_SECONDS, answer).await {
                Ok(PasswordOutcome::Changed) => None,
                Ok(PasswordOutcome::Refused(problem)) => Some(problem),
                Err(_) => Some(Problem::Unreachable),
            };
            pending.try_set(false);
            problem.try_set(came_of_it);
            if came_of_it.is_none() {
                for field in [current, new] {
                    let _ = field.get_untracked().map(|input| input.set_value(""));
                }
                account.say(Notice::PasswordChanged);
                on_changed.run(());
            }
        });
    };
    view! {
        <form class="form" method="post" action="/api/account/change_password" on:submit=submit>
            <Field id="password-current" name="current" label=t.current_password kind="password"
                autocomplete="current-password" node=current problem=at(|problem| problem == Problem::CurrentPassword)/>
            <Field id="password-new" name="new" label=t.new_password kind="password" autocomplete="new-password" node=new
                hint=t.new_password_hint problem=at(|problem| problem == Problem::NewPassword)/>
            <Said problem=at(|problem| matches!(problem, Problem::TooManyAttempts(_) | Problem::Unreachable))/>
            <button class="button" type="submit" disabled=move || pending.get()>{t.change_password}</button>
        </form>
    }
}
