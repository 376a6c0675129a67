//! What can change who is signed in without this page's doing: other tabs, and time spent elsewhere.
//! Each is a hint to ask the server, never the answer, and is never passed on.

use super::{Account, session_effects, state::Event};
use leptos::prelude::*;
use std::cell::{Cell, OnceCell};
use wasm_bindgen::{JsCast, prelude::Closure};

/// When a tab last changed the session. Other tabs hear of it at once, and a page that was on its way
/// then finds it.
const CHANGED_KEY: &str = "awning:changed";

thread_local! {
    static ACCOUNT: OnceCell<Account> = const { OnceCell::new() };
    /// The last change that this page knows of.
    static KNOWN: Cell<u64> = const { Cell::new(0) };
}

/// Starts watching.
pub fn watch(account: Account) {
    ACCOUNT.with(|cell| {
        let _ = cell.set(account);
    });
    session_effects::arrive(account);
    // What this page is made of was asked for then.
    if let Some(performance) = window().performance() {
        KNOWN.set(milliseconds(performance.time_origin()) - 1);
    }
    for name in ["storage", "online", "pageshow", "visibilitychange"] {
        let target: &web_sys::EventTarget = if name == "visibilitychange" {
            &document()
        } else {
            &window()
        };
        let noticed = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
            let is_hint = if name == "storage" {
                is_changed()
            } else {
                is_back(&event)
            };
            if is_hint {
                account.dispatch(Event::Hint);
            }
        });
        let _ = target.add_event_listener_with_callback(name, noticed.as_ref().unchecked_ref());
        noticed.forget();
    }
    if is_changed() {
        account.dispatch(Event::Hint);
    }
    // A form that was posted without us changed the session: this page says what came of it.
    if account.notice().get_untracked().is_some() {
        tell_tabs();
    }
}

/// Whether the shopper is back: at the tab, through history, or online.
fn is_back(event: &web_sys::Event) -> bool {
    let restored = event
        .dyn_ref::<web_sys::PageTransitionEvent>()
        .is_none_or(|event| event.persisted());
    restored && document().visibility_state() == web_sys::VisibilityState::Visible
}

/// A reply named the `customer` whose session the server saw.
pub fn session_seen(customer: i64, to_check: bool) {
    if let Some(account) = ACCOUNT.with(|cell| cell.get().copied()) {
        account.dispatch(Event::SessionSeen { customer, to_check });
    }
}

/// Something else than this page's forms may have changed who is signed in.
pub fn hint() {
    if let Some(account) = ACCOUNT.with(|cell| cell.get().copied()) {
        account.dispatch(Event::Hint);
    }
}

/// Tells the other tabs that the session changed.
pub fn tell_tabs() {
    let now = milliseconds(js_sys::Date::now()).max(KNOWN.get() + 1);
    KNOWN.set(now);
    if let Some(storage) = storage() {
        let _ = storage.set_item(CHANGED_KEY, &now.to_string());
    }
}

/// Whether another tab changed the session since this page last knew.
fn is_changed() -> bool {
    let changed = storage().and_then(|storage| storage.get_item(CHANGED_KEY).ok().flatten());
    let changed = changed.and_then(|time| time.parse().ok()).unwrap_or(0);
    changed > KNOWN.replace(KNOWN.get().max(changed))
}

/// The storage that tabs share; none where it is forbidden.
fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// Whole milliseconds: writing and reading fractions would cost a tenth of the bundle.
fn milliseconds(time: f64) -> u64 {
    time as u64
}
