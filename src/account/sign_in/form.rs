//! The form, on the sign-in page, in the header's panel, and where an order asks for it.

use crate::{
    account::{Account, AccountState, browser},
    base::language::Language,
    text::notice::Refusal,
    ui::{Field, Said},
};
use leptos::{html, prelude::*};

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
