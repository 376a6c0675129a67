//! The form, on the sign-in page, in the header's panel, and where an order asks for it: for a password,
//! for a code by e-mail, and then for that code.

use super::{BY_CODE, BY_EMAIL};
use crate::{
    account::{Account, AccountState, browser},
    base::shop::SignInWays,
    text::{Language, notice::Refusal},
    ui::{Field, FormError},
};
use leptos::{ev, html, prelude::*};

/// The sign-in form. `prefix` keeps the ids of two forms in one page apart. In the panel it goes on to ask
/// for the code that was sent; on a page that is `CodePage`.
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
    /// The address to start from.
    #[prop(optional)]
    email: String,
) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let ways = expect_context::<SignInWays>();
    let account = Account::current();
    let problem = RwSignal::new(refusal.as_ref().map(|refusal| refusal.problem));
    let start = refusal.map_or(email, |refusal| refusal.email);
    // The address that a code was sent to, if one was.
    let waits_for = RwSignal::new(String::new());
    let waits = move || waits_for.with(|to| !to.is_empty());
    let pending = move || account.state().with(AccountState::is_pending);
    let fields: [NodeRef<html::Input>; 3] = [NodeRef::new(), NodeRef::new(), NodeRef::new()];
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if account.now().is_pending() {
            return;
        }
        let [to, password, code] = fields.map(|field| {
            let field = field.get_untracked();
            field.map(|input| input.value()).unwrap_or_default()
        });
        let way = if waits_for.with_untracked(|to| !to.is_empty()) {
            BY_CODE
        } else if !ways.has_passwords() || is_by_named_button(&event) {
            BY_EMAIL
        } else {
            ""
        };
        leptos::task::spawn_local(async move {
            let came_of_it = account.sign_in(to.clone(), [password, code], way).await;
            problem.try_set(came_of_it);
            if came_of_it.is_none() && way == BY_EMAIL {
                waits_for.try_set(to);
            }
            browser::focus_soon(match (came_of_it, way) {
                (None, BY_EMAIL) | (Some(_), BY_CODE) => "widget-code",
                (None, _) => "account-menu",
                (_, BY_EMAIL) => "widget-email",
                _ => "widget-password",
            });
        });
    };
    let again = move |event: ev::MouseEvent| {
        event.prevent_default();
        waits_for.set(String::new());
        problem.set(None);
        browser::focus_soon("widget-email");
    };
    let label = move || match (pending(), waits() || ways.has_passwords()) {
        (true, _) => t.signing_in,
        (_, true) => t.sign_in,
        _ => t.email_me_a_code,
    };
    view! {
        <form class="form" class:form--code=waits novalidate=waits method="post" action="/api/account/sign_in"
            on:submit=submit>
            <input type="hidden" name="returnurl" value=next/>
            <div class="form__way">
                <Field id=format!("{prefix}-email") name="email" label=t.email kind="email" autocomplete="username"
                    value=start node=fields[0]/>
                {if ways.has_passwords() {
                    view! {
                        <Field id=format!("{prefix}-password") name="password" label=t.password kind="password"
                            autocomplete="current-password" node=fields[1]/>
                        <a href="/account/reset-password">{t.forgot_password}</a>
                    }.into_any()
                } else {
                    view! { <input type="hidden" name="way" value=BY_EMAIL/> }.into_any()
                }}
            </div>
            <div class="form__code">
                <p>{move || t.code_sent(waits_for.get())}</p>
                <label class="field__label" for=format!("{prefix}-code")>{t.code}</label>
                <input class="field__input" id=format!("{prefix}-code") inputmode="numeric" autocomplete="one-time-code"
                    node_ref=fields[2]/>
            </div>
            <FormError problem/>
            <button class="button button--wide" type="submit" disabled=pending>{label}</button>
            {(ways == SignInWays::Both).then(|| view! {
                <button class="button button--quiet button--wide form__way" type="submit" name="way" value=BY_EMAIL
                    formnovalidate disabled=pending>{t.email_me_a_code}</button>
            })}
            <a class="form__code" href="/account" on:click=again>{t.another_way}</a>
        </form>
    }
}

/// Whether a form was sent by a button that says which way it means.
fn is_by_named_button(event: &ev::SubmitEvent) -> bool {
    let button = event.submitter();
    button.is_some_and(|button| button.has_attribute("name"))
}
