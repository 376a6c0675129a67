//! The sign-out button in the header.

use crate::account::{Account, AccountState, browser};
use leptos::prelude::*;

/// The sign-out button: a form that posts without scripts, the shared action with them.
#[component]
pub fn SignOutButton(
    /// Text on the button.
    label: &'static str,
    /// `id` of the button, for focus to return to.
    #[prop(optional)]
    id: Option<&'static str>,
) -> impl IntoView {
    let account = Account::current();
    let pending = move || account.state().with(AccountState::is_pending);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        account.sign_out(|outcome| {
            browser::focus_soon(if outcome.success {
                "account-sign-in"
            } else {
                "account-sign-out"
            });
        });
    };
    view! {
        <form class="sign-out" method="post" action="/api/account/sign_out" on:submit=submit>
            <button class="button button--quiet" type="submit" id=id disabled=pending>{label}</button>
        </form>
    }
}
