//! The session as the whole page shares it: the signals that components follow, changed only by
//! [`state`](super::state).

use super::{AccountState, Customer, state::Event, state::TabState};
use crate::text::notice::{Flash, Form, Notice, Refusal};
use leptos::prelude::*;

type Listener = Box<dyn Fn(Option<&Customer>) + Send + Sync>;

/// The page's account.
#[derive(Clone, Copy)]
pub struct Account {
    state: RwSignal<AccountState>,
    notice: RwSignal<Option<Notice>>,
    kept: StoredValue<NonReactive>,
    /// Apart from the rest: who is called may let the next event happen.
    listeners: StoredValue<Vec<Listener>>,
}

/// State that no signal tracks: the session, and the flash message.
struct NonReactive {
    session: TabState,
    flash: Flash,
}

impl Account {
    /// The account as the server decided it before the first byte.
    pub fn new(customer: Option<Customer>, flash: Flash) -> Self {
        let session = TabState::new(customer);
        Self {
            state: RwSignal::new(session.state().clone()),
            notice: RwSignal::new(flash.notice),
            kept: StoredValue::new(NonReactive { session, flash }),
            listeners: StoredValue::new(Vec::new()),
        }
    }

    /// The page's account.
    pub fn current() -> Self {
        expect_context()
    }

    /// Returns the state as a signal to subscribe to.
    pub fn state(self) -> ReadSignal<AccountState> {
        self.state.read_only()
    }

    /// Returns the present state, without subscribing to it.
    pub fn now(self) -> AccountState {
        self.state.get_untracked()
    }

    /// Returns the latest notice as a signal to subscribe to.
    pub fn notice(self) -> ReadSignal<Option<Notice>> {
        self.notice.read_only()
    }

    /// Shows `notice` in the live region.
    pub fn notify(self, notice: Notice) {
        self.notice.set(Some(notice));
    }

    /// Empties the live region.
    pub fn dismiss(self) {
        self.notice.set(None);
    }

    /// Empties the live region if it shows `notice`.
    pub fn dismiss_if(self, notice: Notice) {
        if self.notice.get_untracked() == Some(notice) {
            self.notice.set(None);
        }
    }

    /// The form that the previous request sent back, if it was `form`.
    pub fn refusal_of(self, form: Form) -> Option<Refusal> {
        self.kept
            .with_value(|kept| kept.flash.refusal_of(form).cloned())
    }

    /// What the previous request left to say on the page itself.
    #[cfg(feature = "ssr")]
    pub fn told(self) -> Option<crate::text::notice::AccountNotice> {
        self.kept.with_value(|kept| kept.flash.told)
    }

    /// Calls `listener` with every profile change from now on, before anything that follows from it.
    pub fn on_profile(self, listener: impl Fn(Option<&Customer>) + Send + Sync + 'static) {
        self.listeners
            .update_value(|listeners| listeners.push(Box::new(listener)));
    }

    /// Takes in what a page that arrived knows of its `customer`.
    pub fn page_arrived(self, customer: Option<Customer>) {
        self.dispatch(Event::PageArrived(customer));
    }

    /// Handles `event`: shows the new state, then runs the effects.
    pub(super) fn dispatch(self, event: Event) {
        let effects = self.kept.try_update_value(|kept| {
            let effects = kept.session.on(event);
            (kept.session.state().clone(), effects)
        });
        let Some((state, effects)) = effects else {
            return;
        };
        // What did not change is not said again.
        if self.state.with_untracked(|shown| *shown != state) {
            self.state.set(state);
        }
        #[cfg(feature = "hydrate")]
        for effect in effects {
            super::session_effects::run(self, effect);
        }
        #[cfg(not(feature = "hydrate"))]
        let _ = effects;
    }

    /// Calls everybody who listens to the profile.
    #[cfg(feature = "hydrate")]
    pub(super) fn profile_changed(self) {
        let state = self.now();
        self.listeners.with_value(|listeners| {
            listeners
                .iter()
                .for_each(|listener| listener(state.customer()));
        });
    }
}
