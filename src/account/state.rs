//! What the browser knows about the session: one signal, changed only by the server's word.

use super::{Customer, SignOutError};
use crate::{
    boot::Boot,
    notice::{Flash, Form, Notice, Refusal},
};
use leptos::prelude::*;

/// Who is signed in, and what is under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// Nobody is signed in.
    SignedOut,
    /// A sign-in or registration was sent.
    SigningIn,
    /// This customer is signed in.
    SignedIn(Customer),
    /// A sign-out was sent; until the answer the customer counts as signed in.
    SigningOut(Customer),
    /// The sign-out failed; the customer is, or may be, still signed in.
    SignOutFailed(Customer, SignOutError),
}

impl AccountState {
    /// The customer who is, or may be, signed in.
    pub fn customer(&self) -> Option<&Customer> {
        match self {
            Self::SignedOut | Self::SigningIn => None,
            Self::SignedIn(customer)
            | Self::SigningOut(customer)
            | Self::SignOutFailed(customer, _) => Some(customer),
        }
    }

    /// Whether an answer is awaited that will change the state.
    pub fn is_pending(&self) -> bool {
        matches!(self, Self::SigningIn | Self::SigningOut(_))
    }

    /// Name of the state for style sheets and tests.
    pub fn slug(&self) -> &'static str {
        match self {
            Self::SignedOut => "signed-out",
            Self::SigningIn => "signing-in",
            Self::SignedIn(_) => "signed-in",
            Self::SigningOut(_) => "signing-out",
            Self::SignOutFailed(..) => "sign-out-failed",
        }
    }
}

type Listener = Box<dyn Fn(Option<&Customer>) + Send + Sync>;

/// The session as the whole page shares it.
#[derive(Clone, Copy)]
pub struct Account {
    state: RwSignal<AccountState>,
    notice: RwSignal<Option<Notice>>,
    flash: StoredValue<Flash>,
    listeners: StoredValue<Vec<Listener>>,
}

impl Account {
    /// The account as the server decided it before the first byte.
    pub fn new(boot: &Boot) -> Self {
        let state = boot
            .customer
            .clone()
            .map_or(AccountState::SignedOut, AccountState::SignedIn);
        Self {
            state: RwSignal::new(state),
            notice: RwSignal::new(boot.flash.notice),
            flash: StoredValue::new(boot.flash.clone()),
            listeners: StoredValue::new(Vec::new()),
        }
    }

    /// The page's account.
    pub fn current() -> Self {
        expect_context()
    }

    /// The state, to follow.
    pub fn state(self) -> ReadSignal<AccountState> {
        self.state.read_only()
    }

    /// The state, now.
    pub fn now(self) -> AccountState {
        self.state.get_untracked()
    }

    /// What was said last, to follow.
    pub fn notice(self) -> ReadSignal<Option<Notice>> {
        self.notice.read_only()
    }

    /// Says `notice` in the live region.
    pub fn say(self, notice: Notice) {
        self.notice.set(Some(notice));
    }

    /// Says nothing any more.
    pub fn hush(self) {
        self.notice.set(None);
    }

    /// Forgets `notice`, unless something else was said since.
    pub fn forget(self, notice: Notice) {
        if self.notice.get_untracked() == Some(notice) {
            self.notice.set(None);
        }
    }

    /// The form that the previous request sent back, if it was `form`.
    pub fn refusal_of(self, form: Form) -> Option<Refusal> {
        self.flash
            .with_value(|flash| flash.refusal_of(form).cloned())
    }

    /// Calls `listener` with every profile change from now on, before anything that follows from it.
    pub fn on_profile(self, listener: impl Fn(Option<&Customer>) + Send + Sync + 'static) {
        self.listeners
            .update_value(|listeners| listeners.push(Box::new(listener)));
    }

    /// Takes over who the server says is signed in.
    pub fn adopt(self, customer: Option<Customer>) {
        let before = self.now().customer().cloned();
        self.state.set(
            customer
                .clone()
                .map_or(AccountState::SignedOut, AccountState::SignedIn),
        );
        if before != customer {
            self.listeners.with_value(|listeners| {
                listeners
                    .iter()
                    .for_each(|listener| listener(customer.as_ref()))
            });
        }
    }

    /// Takes over what another page of the shop says, unless an answer is awaited that knows better.
    pub fn learn(self, customer: Option<Customer>) {
        let now = self.now();
        if !now.is_pending() && now.customer() != customer.as_ref() {
            let said = if customer.is_some() {
                Notice::SignedIn
            } else {
                Notice::SessionEnded
            };
            self.adopt(customer);
            self.say(said);
        }
    }

    pub(super) fn transition(self, state: AccountState) {
        self.notice.set(None);
        self.state.set(state);
    }
}
