//! Password change: it ends every other session.

use crate::{
    account::{Account, SessionClient},
    base::{error::AppError, language::Language, wire::Wire},
    text::notice::{Form, Problem},
    ui::{Field, Said},
};
use leptos::prelude::*;
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
            <Said problem=problem.filter(|problem| matches!(problem, Problem::TooManyAttempts(_)))/>
            <button class="button" type="submit">{t.change_password}</button>
        </form>
    }
}
