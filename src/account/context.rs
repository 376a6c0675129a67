//! What the account's server functions know: who asks, and the shop's services.

use super::{
    hooks::Hooks,
    password::Passwords,
    sessions::{
        last_seen::LastSeen,
        store::{CurrentSession, SessionCache},
    },
    store,
};
use crate::{
    account::Customer,
    base::{consent::Consent, error::AppError},
    platform::{cookies::Token, db::commit_cache::Moment, services::Services},
    text::{Language, notice::Flash},
};
use leptos::prelude::use_context;
use std::{ops::Deref, sync::Arc};

/// The shop's services, and what only accounts need.
#[derive(Clone)]
pub struct AccountServices(Arc<Inner>);

/// Contents of [`AccountServices`].
pub struct Inner {
    services: Services,
    /// What other rooms do and keep.
    pub hooks: Arc<Hooks>,
    /// Password hashing.
    pub passwords: Passwords,
    /// When sessions were last seen, until that is written to the database.
    pub last_seen: LastSeen,
    /// Cache of stored sessions, valid until something is written.
    pub known_sessions: SessionCache,
}

/// Most sessions that are remembered.
const MAX_KNOWN: usize = 1_000;

impl AccountServices {
    /// Accounts on these `services`; other rooms take part by `hooks`.
    pub fn new(services: Services, hooks: Hooks) -> Self {
        Self(Arc::new(Inner {
            passwords: Passwords::new(services.config.password_hashes_at_once),
            last_seen: LastSeen::default(),
            known_sessions: SessionCache::new(MAX_KNOWN),
            hooks: Arc::new(hooks),
            services,
        }))
    }
}

impl AccountServices {
    /// Returns a copy that uses other `services`; password hashing, session caches and hooks stay shared.
    pub fn with_services(&self, services: Services) -> Self {
        Self(Arc::new(Inner {
            passwords: self.passwords.clone(),
            last_seen: self.last_seen.clone(),
            known_sessions: self.known_sessions.clone(),
            hooks: Arc::clone(&self.hooks),
            services,
        }))
    }
}

impl Deref for AccountServices {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Deref for Inner {
    type Target = Services;

    fn deref(&self) -> &Services {
        &self.services
    }
}

/// Who asks, and how: known before anything is rendered.
#[derive(Clone)]
pub struct Visitor {
    /// The valid session, if any.
    pub session: Option<CurrentSession>,
    /// The token that came with the request, if it names a valid session.
    pub session_token: Option<Token>,
    /// The token by which this device is recognised for customers who signed in on it before.
    pub device_token: Option<Token>,
    /// The visitor's address, as far as it is to be believed; IPv6 cut to its network.
    pub address: String,
    /// What the browser calls itself.
    pub user_agent: String,
    /// Language of the answer.
    pub language: Language,
    /// The flash message that the previous request left.
    pub flash: Option<Flash>,
    /// Path and query of the page a form was posted from, if it is one of ours.
    pub came_from: Option<String>,
    /// The token of the visitor's cart.
    pub cart_token: Option<Token>,
    /// How far the database had come when the session was looked up.
    pub moment: Option<Moment>,
    /// The token that gives this browser access to the orders placed in it.
    pub order_access_token: Option<Token>,
    /// The token that this browser was given when it asked for a sign-in code.
    pub code_token: Option<Token>,
    /// The visitor's country, as the configured proxy says.
    pub country: Option<String>,
    /// What may be stored in this browser, if the visitor said so.
    pub consent: Option<Consent>,
    /// Whether a browser without our scripts asks: it wants a page, not data.
    pub wants_page: bool,
    /// Scheme and host of the shop, such as `https://shop.example`: as configured, or as asked.
    pub origin: String,
}

impl Visitor {
    /// The session, or the fault that there is none.
    pub fn signed_in(&self) -> Result<&CurrentSession, AppError> {
        self.session.as_ref().ok_or(AppError::SignedOut)
    }
}

/// One request to the account.
#[derive(Clone)]
pub struct AccountContext {
    /// The shop.
    pub state: AccountServices,
    /// Who asks.
    pub visitor: Visitor,
}

impl AccountContext {
    /// The request being answered.
    pub fn current() -> Self {
        use_context().expect("the session layer provides it for every server function")
    }

    /// The customer of the session, with what scripts are told of them.
    pub fn customer(&self) -> Option<Customer> {
        let session = self.session.clone()?;
        let store_id = self.state.config.store_id;
        Some(store::assemble(
            &session.customer,
            session.group,
            session.addresses,
            store_id,
        ))
    }
}

impl Deref for AccountContext {
    type Target = Visitor;

    fn deref(&self) -> &Visitor {
        &self.visitor
    }
}
