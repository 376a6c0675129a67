//! Sign-out: one action for the button, the script call, the plain form and the other tabs.

use super::{Account, AccountState, SessionClient, browser, who::who};
use crate::{
    base::{error::AppError, wire::Wire},
    text::notice::{Notice, SignOutError},
};
use futures::{
    FutureExt,
    future::{LocalBoxFuture, Shared},
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;

/// How long the browser waits for the shop's answer, in seconds.
pub const PATIENCE_SECONDS: u32 = 10;

/// What came of a sign-out (`spec/js-api.md` 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOutOutcome {
    /// Whether a customer was signed out.
    pub success: bool,
    /// Why not; only if `success` is false.
    pub error: Option<SignOutError>,
}

impl SignOutOutcome {
    /// A customer was signed out.
    pub const DONE: Self = Self {
        success: true,
        error: None,
    };

    /// No customer was signed out, because of `error`.
    pub const fn failed(error: SignOutError) -> Self {
        Self {
            success: false,
            error: Some(error),
        }
    }
}

/// Ends the session of this browser. Idempotent: without a session it says so and changes nothing.
#[server(prefix = "/api", endpoint = "account/sign_out", output = Wire, client = SessionClient)]
pub async fn sign_out() -> Result<SignOutOutcome, AppError> {
    super::server::sign_out().await
}

thread_local! {
    static IN_FLIGHT: RefCell<Option<Shared<LocalBoxFuture<'static, SignOutOutcome>>>> = const { RefCell::new(None) };
}

impl Account {
    /// Signs the customer out and tells what came of it. A call while one is in flight joins it.
    pub fn sign_out(self) -> impl Future<Output = SignOutOutcome> {
        IN_FLIGHT.with_borrow_mut(|in_flight| {
            in_flight
                .get_or_insert_with(|| self.run_sign_out().boxed_local().shared())
                .clone()
        })
    }

    async fn run_sign_out(self) -> SignOutOutcome {
        let state = self.now();
        if let Some(customer) = state.customer() {
            self.transition(AccountState::SigningOut(customer.clone()));
        }
        let outcome = self.conclude(ask_to_sign_out(state.customer().is_some()).await);
        IN_FLIGHT.with_borrow_mut(|in_flight| *in_flight = None);
        if outcome.error == Some(SignOutError::Unreachable) {
            browser::ask_until_answered(self);
        } else if self.now().customer().is_none() && state.customer().is_some() {
            // After the callbacks of everybody who awaits this outcome.
            browser::after_callbacks(browser::session_has_ended);
        }
        outcome
    }

    /// Brings the state in line with `outcome`, and says it.
    fn conclude(self, outcome: SignOutOutcome) -> SignOutOutcome {
        match (outcome.error, self.now()) {
            (None, _) => {
                self.adopt(None);
                self.say(Notice::SignedOut);
            }
            (Some(SignOutError::NoSession), AccountState::SigningOut(_)) => {
                self.adopt(None);
                self.say(Notice::SessionEnded);
            }
            (Some(error), AccountState::SigningOut(customer)) => {
                self.transition(AccountState::SignOutFailed(customer, error));
            }
            (Some(error), _) => self.say(Notice::SignOutFailed(error)),
        }
        outcome
    }
}

/// Asks the shop to end the session. A lost answer is not an answer, nor is a fault: a proxy's 504 may
/// follow a sign-out that was done. Then it asks who is signed in; if that is nobody, a customer was
/// signed out only if one `was_signed_in`.
async fn ask_to_sign_out(was_signed_in: bool) -> SignOutOutcome {
    let fault = match browser::within(PATIENCE_SECONDS, sign_out()).await {
        Ok(outcome) => return outcome,
        Err(fault) => fault,
    };
    match browser::within(PATIENCE_SECONDS, who()).await {
        Ok(None) if was_signed_in => SignOutOutcome::DONE,
        Ok(None) => SignOutOutcome::failed(SignOutError::NoSession),
        Ok(Some(_)) if fault == AppError::Unreachable => {
            SignOutOutcome::failed(SignOutError::StillSignedIn)
        }
        Ok(Some(_)) => SignOutOutcome::failed(SignOutError::Unavailable),
        Err(_) => SignOutOutcome::failed(SignOutError::Unreachable),
    }
}

/// The sign-out button: a form that posts without scripts, the shared action with them.
#[component]
pub fn SignOutButton(
    /// Text on the button.
    label: &'static str,
    /// `id` of the button, for focus to return to.
    #[prop(optional)]
    id: Option<&'static str>,
) -> impl IntoView {
    let account = Account::current();
    let pending = move || account.state().with(AccountState::is_pending);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        leptos::task::spawn_local(async move {
            let outcome = account.sign_out().await;
            browser::focus_soon(if outcome.success {
                "account-sign-in"
            } else {
                "account-sign-out"
            });
        });
    };
    view! {
        <form class="sign-out" method="post" action="/api/account/sign_out" on:submit=submit>
            <button class="button button--quiet" type="submit" id=id disabled=pending>{label}</button>
        </form>
    }
}
