//! What [`state`](super::state) wants done, done in the browser.

use super::{
    Account, SignOutOutcome,
    browser::needs_account,
    session_client::who,
    session_watch::tell_tabs,
    sign_out::sign_out,
    state::{Answer, Call, Destination, Effect, Event},
};
use crate::{base::url, text::notice::Notice};
use gloo_storage::{SessionStorage, Storage};
use leptos::{prelude::*, task::spawn_local};
use std::{
    cell::{Cell, RefCell},
    time::Duration,
};

/// Where a notice waits that is said on the next page.
const NOTICE_KEY: &str = "awning:notice";
const FIRST_WAIT: u64 = 1_000;
const MAX_WAIT: u64 = 30_000;

type Callback = Box<dyn FnOnce(SignOutOutcome)>;

thread_local! {
    /// By the number of the call; none once it was run.
    static CALLBACKS: RefCell<Vec<Option<Callback>>> = const { RefCell::new(Vec::new()) };
    static WAIT: Cell<u64> = const { Cell::new(FIRST_WAIT) };
}

/// Keeps `callback` until the call with the number returned is finished.
pub fn awaits(callback: Callback) -> Call {
    CALLBACKS.with_borrow_mut(|callbacks| {
        callbacks.push(Some(callback));
        callbacks.len() - 1
    })
}

/// Carries out `effect`.
pub fn run(account: Account, effect: Effect) {
    match effect {
        Effect::SendSignOut => ask(account, sign_out(), Event::SignOutAnswered),
        Effect::CheckSignOut => ask(account, who(), Event::SignOutChecked),
        Effect::Check => ask(account, who(), Event::Checked),
        Effect::Retry { again } => retry(account, again),
        Effect::ProfileChanged => account.profile_changed(),
        Effect::Notify(Some(notice)) => account.notify(notice),
        Effect::Notify(None) => account.dismiss(),
        Effect::Finish(call, outcome) => finish(call, outcome),
        Effect::TellTabs => tell_tabs(),
        // After everybody who waits for the present outcome.
        Effect::Leave(to) => set_timeout(move || leave(account, to), Duration::ZERO),
    }
}

fn ask<T: 'static>(
    account: Account,
    question: impl Future<Output = Answer<T>> + 'static,
    event: fn(Answer<T>) -> Event,
) {
    spawn_local(async move { account.dispatch(event(question.await)) });
}

fn retry(account: Account, again: bool) {
    WAIT.set(if again {
        (WAIT.get() * 2).min(MAX_WAIT)
    } else {
        FIRST_WAIT
    });
    set_timeout(
        move || account.dispatch(Event::RetryDue),
        Duration::from_millis(WAIT.get()),
    );
}

fn finish(call: Call, outcome: SignOutOutcome) {
    let callback = CALLBACKS.with_borrow_mut(|callbacks| callbacks.get_mut(call)?.take());
    if let Some(callback) = callback {
        callback(outcome);
    }
}

/// A hard navigation, so that nothing of the old session stays in memory; the notice is said on arrival.
fn leave(account: Account, to: Destination) {
    let location = window().location();
    if !needs_account(&location.pathname().unwrap_or_default()) {
        return;
    }
    if let Some(code) = account.notice().get_untracked().and_then(Notice::to_code) {
        let _ = SessionStorage::raw().set_item(NOTICE_KEY, &code);
    }
    let _ = match to {
        Destination::SamePage => location.assign(&url::here()),
        Destination::SignIn => location.assign("/account"),
    };
}

/// Says what the page before left to say.
pub fn arrive(account: Account) {
    // The raw storage: gloo's typed one would bring serde_json into the bundle.
    let carried = SessionStorage::raw().get_item(NOTICE_KEY).ok().flatten();
    if let Some(notice) = carried.as_deref().and_then(Notice::from_code) {
        SessionStorage::delete(NOTICE_KEY);
        account.notify(notice);
    }
}

/// Empties the live region once what it shows has been read; it stands over the page until then.
pub fn dismiss_soon(account: Account, notice: Option<Notice>) {
    if let Some(notice) = notice {
        set_timeout(move || account.dismiss_if(notice), Duration::from_secs(10));
    }
}
