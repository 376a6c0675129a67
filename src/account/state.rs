//! What the browser knows about the session: one signal, changed only by the server's word.

use super::{Customer, browser};
use crate::text::notice::SignOutError;
use crate::{
    storefront_api::boot::Boot,
    text::notice::{Flash, Form, Notice, Refusal},
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

/// The customer's id; 0 for nobody.
pub fn id(customer: Option<&Customer>) -> i64 {
    customer.map_or(0, |customer| customer.id)
}

type Listener = Box<dyn Fn(Option<&Customer>) + Send + Sync>;

/// The session as the whole page shares it.
#[derive(Clone, Copy)]
pub struct Account {
    state: RwSignal<AccountState>,
    notice: RwSignal<Option<Notice>>,
    flash: StoredValue<Flash>,
    generation: StoredValue<u32>,
    drawn_for: StoredValue<i64>,
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
            generation: StoredValue::new(0),
            drawn_for: StoredValue::new(id(boot.customer.as_ref())),
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
        self.set(
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

    /// Takes over what a page that arrived knows of its `customer`. If that is somebody else than is
    /// shown, the server is asked: the page may have been asked for before a sign-in or sign-out, so
    /// it is a hint and not the answer.
    pub fn page_arrived(self, customer: Option<Customer>) {
        let now = self.now();
        self.drawn_for.set_value(id(customer.as_ref()));
        if id(now.customer()) != id(customer.as_ref()) {
            browser::check();
        } else if matches!(now, AccountState::SignedIn(_)) && now.customer() != customer.as_ref() {
            self.adopt(customer);
        }
    }

    /// Id of the customer that the content of the page was drawn for; 0 for nobody.
    pub fn drawn_for(self) -> i64 {
        self.drawn_for.get_value()
    }

    /// A number that is another after every change: an answer asked for under an earlier one is
    /// older than what this page knows.
    pub fn generation(self) -> u32 {
        self.generation.get_value()
    }

    pub(super) fn transition(self, state: AccountState) {
        self.notice.set(None);
        self.set(state);
    }

    fn set(self, state: AccountState) {
        let is_settled = !state.is_pending();
        self.generation.update_value(|it| *it = it.wrapping_add(1));
        self.state.set(state);
        if is_settled {
            browser::check_if_owed();
        }
    }
}
