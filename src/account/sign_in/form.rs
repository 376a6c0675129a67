//! The form, on the sign-in page, in the header's panel, and where an order asks for it: for a password,
//! for a code by e-mail, and then for that code.

use crate::{
    account::{Account, AccountState, browser},
    base::{language::Language, shop::SignInWays},
    text::notice::Refusal,
    ui::{Field, Said},
};
use leptos::{either::Either, ev, html, prelude::*};

const SEND_CODE: &str = "/api/account/send_code";

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
    /// The address that a code was sent to, if one was.
    #[prop(optional, into)]
    waits_for: Option<String>,
) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let ways = expect_context::<SignInWays>();
    let account = Account::current();
    let waits_for = RwSignal::new(waits_for);
    let waits = move || waits_for.with(Option::is_some);
    let problem = RwSignal::new(refusal.as_ref().map(|refusal| refusal.problem));
    let pending = move || account.state().with(AccountState::is_pending);
    let (email, password, code) = (
        NodeRef::<html::Input>::new(),
        NodeRef::new(),
        NodeRef::new(),
    );
    let submit = move |event: ev::SubmitEvent| {
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
        let (to, secret) = (typed(email), typed(password) + &typed(code));
        let has_code = waits_for.with_untracked(Option::is_some);
        let asks = !has_code && (!ways.has_passwords() || is_by_other_button(&event));
        leptos::task::spawn_local(async move {
            let came_of_it = match (has_code, asks) {
                (true, _) => account.use_code(secret).await,
                (_, true) => account.send_code(to.clone()).await,
                _ => account.sign_in(to.clone(), secret).await,
            };
            problem.try_set(came_of_it);
            let next = match (came_of_it, has_code, asks) {
                (None, _, true) => {
                    waits_for.try_set(Some(to));
                    "widget-code"
                }
                (None, ..) => "account-menu",
                (_, true, _) => "widget-code",
                (_, _, true) => "widget-email",
                _ => "widget-password",
            };
            browser::focus_soon(next);
        });
    };
    let action = move || match (waits(), ways.has_passwords()) {
        (true, _) => "/api/account/use_code",
        (false, true) => "/api/account/sign_in",
        (false, false) => SEND_CODE,
    };
    let label = move || match (pending(), waits() || ways.has_passwords()) {
        (true, _) => t.signing_in,
        (false, true) => t.sign_in,
        (false, false) => t.email_me_a_code,
    };
    let again = move |event: ev::MouseEvent| {
        event.prevent_default();
        waits_for.set(None);
        problem.set(None);
        browser::focus_soon("widget-email");
    };
    let typed_before = refusal.map(|refusal| refusal.email).unwrap_or_default();
    view! {
        <form class="form" method="post" action=action on:submit=submit>
            {move || match waits_for.get() {
                Some(to) => Either::Left(view! {
                    <p class="form__told">{t.code_sent.replace("{}", &to)}</p>
                    <Field id=format!("{prefix}-code") name="code" label=t.code kind="text" autocomplete="one-time-code"
                        inputmode="numeric" node=code/>
                }),
                None => Either::Right(view! {
                    <input type="hidden" name="returnurl" value=next.clone()/>
                    <Field id=format!("{prefix}-email") name="email" label=t.email kind="email" autocomplete="username"
                        value=typed_before.clone() node=email/>
                    {ways.has_passwords().then(|| view! {
                        <Field id=format!("{prefix}-password") name="password" label=t.password kind="password"
                            autocomplete="current-password" node=password/>
                        <a href="/account/reset-password">{t.forgot_password}</a>
                    })}
                }),
            }}
            <Said problem/>
            <button class="button button--wide" type="submit" disabled=pending>{label}</button>
            {move || match waits() {
                true => Some(Either::Left(view! { <a href="/account" on:click=again>{t.another_way}</a> })),
                false => (ways == SignInWays::Both).then(|| Either::Right(view! {
                    <button class="button button--quiet button--wide" type="submit" formaction=SEND_CODE formnovalidate
                        disabled=pending>{t.email_me_a_code}</button>
                })),
            }}
        </form>
    }
}

/// Whether a form was sent by the button that sends it elsewhere.
fn is_by_other_button(event: &ev::SubmitEvent) -> bool {
    let button = event.submitter();
    button.is_some_and(|button| button.has_attribute("formaction"))
}
