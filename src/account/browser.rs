//! What only a browser does for the account: waiting, focus, other tabs, leaving a page.
//! On the server these do nothing; no server code path calls them.

use super::Account;
use crate::base::error::AppError;
#[cfg(feature = "hydrate")]
use crate::text::notice::Notice;
use std::future::Future;

/// Paths whose pages show the customer's own data, and are left when the session ends.
pub fn needs_account(path: &str) -> bool {
    path == "/account" || path.starts_with("/account/")
}

#[cfg(not(feature = "hydrate"))]
pub use self::absent::*;
#[cfg(feature = "hydrate")]
pub use self::hydrated::*;

/// The answer of `asked`, or [`AppError::Unreachable`] if there is none within `seconds`.
pub async fn within<T>(
    seconds: u32,
    asked: impl Future<Output = Result<T, AppError>>,
) -> Result<T, AppError> {
    use futures::future::{Either, select};
    let (asked, patience) = (std::pin::pin!(asked), std::pin::pin!(sleep(seconds * 1000)));
    match select(asked, patience).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(AppError::Unreachable),
    }
}

#[cfg(not(feature = "hydrate"))]
#[expect(missing_docs, reason = "documented where they do something")]
mod absent {
    use super::Account;

    pub fn is_at_account_page() -> bool {
        false
    }
    pub fn focus_soon(_id: &'static str) {}
    pub fn after_callbacks(_then: fn()) {}
    pub fn session_has_ended() {}
    pub fn tell_tabs() {}
    pub fn check() {}
    pub fn check_if_owed() {}
    pub fn ask_until_answered(_account: Account) {}
    pub async fn sleep(_milliseconds: u32) {
        std::future::pending().await
    }
}

#[cfg(feature = "hydrate")]
mod hydrated {
    use super::{
        super::{AccountState, state::id, who::who},
        Account, Notice, needs_account, within,
    };
    use crate::text::notice::SignOutError;
    use gloo_storage::{SessionStorage, Storage};
    use leptos::{prelude::*, task::spawn_local};
    use std::{
        cell::{Cell, OnceCell},
        time::Duration,
    };
    use wasm_bindgen::{JsCast, prelude::Closure};

    const NOTICE_KEY: &str = "awning:notice";

    thread_local! {
        static ACCOUNT: OnceCell<Account> = const { OnceCell::new() };
        static TABS: OnceCell<web_sys::BroadcastChannel> = const { OnceCell::new() };
        static CHECKING: Cell<bool> = const { Cell::new(false) };
        /// Something happened that the check under way, or the answer awaited, may be too old to know.
        static CHECK_OWED: Cell<bool> = const { Cell::new(false) };
        static ASKING: Cell<bool> = const { Cell::new(false) };
    }

    /// Starts watching for everything that can change who is signed in without this page's doing.
    pub fn watch(account: Account) {
        ACCOUNT.with(|cell| {
            let _ = cell.set(account);
        });
        // The raw storage: gloo's typed one would bring serde_json into the bundle.
        let carried = SessionStorage::raw().get_item(NOTICE_KEY).ok().flatten();
        if let Some(notice) = carried.as_deref().and_then(Notice::from_code) {
            SessionStorage::delete(NOTICE_KEY);
            account.say(notice);
        }
        if let Ok(channel) = web_sys::BroadcastChannel::new("awning-account") {
            // A message is a hint to ask the server, never the answer, and is never passed on.
            let heard = Closure::<dyn Fn()>::new(check);
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
            heard.forget();
            TABS.with(|tabs| {
                let _ = tabs.set(channel);
            });
        }
        // A form that was posted without us changed the session: this page says what came of it.
        if account.notice().get_untracked().is_some() {
            tell_tabs();
        }
        for event in ["online", "pageshow", "visibilitychange"] {
            let target: &web_sys::EventTarget = if event == "visibilitychange" {
                &document()
            } else {
                &window()
            };
            let noticed = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
                let restored = event
                    .dyn_ref::<web_sys::PageTransitionEvent>()
                    .is_none_or(|event| event.persisted());
                let visible = document().visibility_state() == web_sys::VisibilityState::Visible;
                if restored && visible {
                    check();
                }
            });
            let _ =
                target.add_event_listener_with_callback(event, noticed.as_ref().unchecked_ref());
            noticed.forget();
        }
    }

    /// A reply to a call of `path` told whose session the server saw; a difference is looked into.
    pub fn server_saw(customer: i64, path: &str) {
        // The check that asked goes by its own answer.
        if CHECKING.get() && path.ends_with("/who") {
            return;
        }
        let shown = ACCOUNT.with(|cell| {
            let state = cell.get()?.now();
            (!state.is_pending()).then(|| state.customer().map_or(0, |customer| customer.id))
        });
        if shown.is_some_and(|shown| shown != customer) {
            check();
        }
    }

    /// Asks the server who is signed in, and goes by it; while an answer is awaited, once that is there.
    pub fn check() {
        let Some(account) = ACCOUNT.with(|cell| cell.get().copied()) else {
            return;
        };
        if account.now().is_pending() || CHECKING.get() {
            CHECK_OWED.set(true);
            return;
        }
        CHECKING.set(true);
        spawn_local(async move {
            let asked = account.generation();
            let answer = within(super::super::sign_out::PATIENCE_SECONDS, who()).await;
            CHECKING.set(false);
            // An answer that crossed a sign-in or sign-out says who was signed in before it.
            let is_old = account.generation() != asked;
            if is_old {
                CHECK_OWED.set(true);
            } else if let Ok(customer) = answer {
                follow(account, customer);
            }
            check_if_owed();
        });
    }

    /// Checks if a hint came that nobody could look into.
    pub fn check_if_owed() {
        if CHECK_OWED.replace(false) {
            check();
        }
    }

    fn follow(account: Account, customer: Option<super::super::Customer>) {
        let (state, now) = (account.now(), id(customer.as_ref()));
        let settled = matches!(state, AccountState::SignedIn(_) | AccountState::SignedOut);
        if !settled || id(state.customer()) != now {
            conclude(account, &state, customer);
        } else if state.customer() != customer.as_ref() {
            // The same person, with a new address or another name.
            account.adopt(customer);
        }
        // A page that was drawn for whoever is signed in now stays, with what is typed on it.
        if account.drawn_for() != now && needs_account(&path()) {
            leave_for(&crate::base::url::here(), account.notice().get_untracked());
        }
    }

    /// The server's word after something happened elsewhere, or after it could not be reached.
    fn conclude(account: Account, before: &AccountState, customer: Option<super::super::Customer>) {
        let same = id(before.customer()) == id(customer.as_ref());
        match (before, customer) {
            (AccountState::SignOutFailed(..), Some(customer)) if same => {
                account.transition(AccountState::SignOutFailed(
                    customer,
                    SignOutError::StillSignedIn,
                ));
            }
            (AccountState::SignOutFailed(..), None) => {
                account.adopt(None);
                account.say(Notice::SignedOut);
            }
            (_, customer) => {
                let said = if customer.is_some() {
                    Notice::SignedIn
                } else {
                    Notice::SessionEnded
                };
                account.adopt(customer);
                account.say(said);
            }
        }
    }

    /// The connection broke during a sign-out: asks again, ever more rarely, until somebody answers.
    pub fn ask_until_answered(account: Account) {
        if ASKING.replace(true) {
            return;
        }
        spawn_local(async move {
            let mut wait = 1_000;
            while matches!(
                account.now(),
                AccountState::SignOutFailed(_, SignOutError::Unreachable)
            ) {
                sleep(wait).await;
                wait = (wait * 2).min(30_000);
                check();
            }
            ASKING.set(false);
        });
    }

    /// After this tab's session ended: tells the other tabs, and leaves a page that needs an account.
    pub fn session_has_ended() {
        tell_tabs();
        if needs_account(&path()) {
            let notice = ACCOUNT.with(|cell| {
                cell.get()
                    .and_then(|account| account.notice().get_untracked())
            });
            leave_for("/account", notice);
        }
    }

    /// A hard navigation, so that nothing of the old session stays in memory; `notice` is said on arrival.
    fn leave_for(path: &str, notice: Option<Notice>) {
        if let Some(code) = notice.and_then(Notice::to_code) {
            let _ = SessionStorage::raw().set_item(NOTICE_KEY, &code);
        }
        let _ = window().location().assign(path);
    }

    /// Tells the other tabs that the session changed.
    pub fn tell_tabs() {
        TABS.with(|tabs| {
            if let Some(channel) = tabs.get() {
                let _ = channel.post_message(&"changed".into());
            }
        });
    }

    /// Whether the page that is shown needs an account.
    pub fn is_at_account_page() -> bool {
        needs_account(&path())
    }

    fn path() -> String {
        window().location().pathname().unwrap_or_default()
    }

    /// What was said has been read after a while; it stands over the page until then.
    pub fn forget_soon(account: Account, notice: Option<Notice>) {
        if let Some(notice) = notice {
            set_timeout(move || account.forget(notice), Duration::from_secs(10));
        }
    }

    /// Runs `then` once every callback that waits for the present outcome has run.
    pub fn after_callbacks(then: fn()) {
        set_timeout(then, Duration::ZERO);
    }

    /// Moves the focus to the element with `id`, once the next frame has drawn it.
    pub fn focus_soon(id: &'static str) {
        request_animation_frame(move || {
            if let Some(element) = document()
                .get_element_by_id(id)
                .and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok())
            {
                let _ = element.focus();
            }
        });
    }

    /// Waits.
    pub async fn sleep(milliseconds: u32) {
        gloo_timers::future::TimeoutFuture::new(milliseconds).await;
    }
}
