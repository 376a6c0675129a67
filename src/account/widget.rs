//! The account widget in the header of every page: who is signed in, and what came of changing that.

use super::{
    Account, AccountState, Customer, browser, sign_in::SignInForm, sign_out::SignOutButton,
};
use crate::{
    base::shop::SignInWays,
    text::{Language, Texts, notice::Notice},
};
use leptos::{either::Either, ev, html, prelude::*};

/// The widget. Rendered by the server in its final state; the same component is hydrated.
#[component]
pub fn AccountWidget() -> impl IntoView {
    let account = Account::current();
    let state = account.state();
    let customer = Memo::new(move |_| state.with(|state| state.customer().cloned()));
    view! {
        <div class="account-widget" data-state=move || state.with(AccountState::slug)>
            {move || match customer.get() {
                Some(customer) => Either::Left(view! { <SignedIn customer/> }),
                None => Either::Right(view! { <SignedOut/> }),
            }}
            <LiveRegion/>
        </div>
    }
}

/// The link to the sign-in page; with scripts it opens the form in place.
#[component]
fn SignedOut() -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let registers = expect_context::<SignInWays>().has_passwords();
    let open = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let toggle = move |event: ev::MouseEvent| {
        let plain = event.button() == 0
            && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        if !plain || browser::is_at_account_page() {
            return;
        }
        event.prevent_default();
        open.update(|open| *open = !*open);
        if open.get_untracked() {
            browser::focus_soon("widget-email");
        }
    };
    close_on_outside_click(root, move || open.set(false));
    view! {
        <div class="account-widget__signed-out" node_ref=root on:keydown=move |event| {
            if event.key() == "Escape" && open.get_untracked() {
                open.set(false);
                browser::focus_soon("account-sign-in");
            }
        }>
            <a class="button button--quiet" id="account-sign-in" href="/account" on:click=toggle
                aria-expanded=move || open.get().to_string() aria-controls="account-panel">{t.sign_in}</a>
            <div class="panel" id="account-panel" role="dialog" aria-label=t.sign_in hidden=move || !open.get()>
                {move || open.get().then(|| view! {
                    <SignInForm prefix="widget" next="/account" refusal=None/>
                    {registers.then(|| view! {
                        <p class="aside">{t.no_account_yet} " " <a href="/account/register">{t.create_account}</a></p>
                    })}
                })}
            </div>
        </div>
    }
}

/// Name, menu and sign-out button.
#[component]
fn SignedIn(customer: Customer) -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let menu = NodeRef::<html::Details>::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let root = NodeRef::<html::Div>::new();
    close_on_outside_click(root, close);
    view! {
        <div class="account-widget__signed-in" node_ref=root on:keydown=move |event| {
            if event.key() == "Escape" && menu.get_untracked().is_some_and(|menu| menu.open()) {
                close();
                browser::focus_soon("account-menu");
            }
        }>
            <details class="menu" node_ref=menu>
                <summary class="menu__name" id="account-menu" aria-label=t.account_of(customer.label())>
                    <span class="menu__label">{customer.label().to_owned()}</span>
                </summary>
                <ul class="menu__items" on:click=move |_| close()>
                    <li><a href="/account">{t.account}</a></li>
                    <li><a href="/account/orders">{t.orders}</a></li>
                    <li><a href="/account/favorites">{t.favourites}</a></li>
                    <li><a href="/account/address-book">{t.addresses}</a></li>
                    <li><a href="/account#sessions">{t.sessions}</a></li>
                </ul>
            </details>
            <SignOutButton label=t.sign_out id="account-sign-out"/>
        </div>
    }
}

/// Says every state and every outcome, once, to eyes and screen readers alike.
#[component]
fn LiveRegion() -> impl IntoView {
    let t = expect_context::<Language>().texts();
    let account = Account::current();
    let said = move || {
        account
            .state()
            .with(|state| status_text(state, account.notice().get(), t))
    };
    let failed = move || {
        account
            .state()
            .with(|state| matches!(state, AccountState::SignOutFailed(..)))
            || account.notice().get().is_some_and(Notice::is_refusal)
    };
    #[cfg(feature = "hydrate")]
    Effect::new(move || super::session_effects::dismiss_soon(account, account.notice().get()));
    view! {
        <p class="account-widget__status" role="status" aria-live="polite">
            {move || said().map(|text| view! { <span class="said" class:said--failed=failed>{text}</span> })}
        </p>
    }
}

fn status_text(
    state: &AccountState,
    notice: Option<Notice>,
    t: &'static Texts,
) -> Option<&'static str> {
    match (state, notice) {
        (AccountState::SigningIn, _) => Some(t.signing_in),
        (AccountState::SigningOut(_), _) => Some(t.signing_out),
        (AccountState::SignOutFailed(_, error), _) => Some(error.text(t)),
        (_, notice) => notice.map(|notice| notice.text(t)),
    }
}

fn close_on_outside_click(root: NodeRef<html::Div>, close: impl Fn() + 'static) {
    #[cfg(feature = "hydrate")]
    {
        use wasm_bindgen::JsCast;
        let handle = window_event_listener(ev::click, move |event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
            if root
                .get_untracked()
                .is_some_and(|root| !root.contains(target.as_ref()))
            {
                close();
            }
        });
        on_cleanup(move || handle.remove());
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (root, close);
}
