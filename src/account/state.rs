//! The sign-out protocol as one tab runs it: a pure function from what happens to what is shown and
//! what is to be done.
//!
//! The tab's [`Account`](super::Account) runs the effects; the model in
//! `state/protocol` runs the same function through every order of events.

mod event;

pub use event::{Answer, Call, Destination, Effect, Event};

use super::{Customer, SignOutError, SignOutOutcome, model::id};
use crate::{base::error::AppError, text::notice::Notice};

/// Who is signed in, and what is under way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

impl From<Option<Customer>> for AccountState {
    fn from(customer: Option<Customer>) -> Self {
        customer.map_or(Self::SignedOut, Self::SignedIn)
    }
}

/// The question who is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Check {
    /// Not asked.
    Idle,
    /// Asked, and nothing changed since.
    Asked,
    /// Asked before the last change: the answer says who was signed in before it.
    Outdated,
}

/// A sign-out that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct SignOutInFlight {
    was_signed_in: bool,
    fault: Option<AppError>,
    calls: Vec<Call>,
}

/// All that a tab decides by.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TabState {
    state: AccountState,
    /// Id of the customer that the content of the page was drawn for.
    drawn_for: i64,
    check: Check,
    /// Something happened that the check under way, or the answer awaited, may be too old to know.
    is_check_owed: bool,
    /// The answer to the last check was lost.
    is_unanswered: bool,
    is_retrying: bool,
    sign_out: Option<SignOutInFlight>,
}

type Effects = Vec<Effect>;

impl TabState {
    /// The session of a page that the server rendered for `customer`.
    pub fn new(customer: Option<Customer>) -> Self {
        Self {
            drawn_for: id(customer.as_ref()),
            state: customer.into(),
            check: Check::Idle,
            is_check_owed: false,
            is_unanswered: false,
            is_retrying: false,
            sign_out: None,
        }
    }

    /// What is shown.
    pub fn state(&self) -> &AccountState {
        &self.state
    }

    /// Takes in `event`; what is to be done now.
    pub fn on(&mut self, event: Event) -> Effects {
        let mut effects = Effects::new();
        match event {
            Event::SignOut(call) => self.sign_out(call, &mut effects),
            Event::SignOutAnswered(answer) => self.sign_out_answered(answer, &mut effects),
            Event::SignOutChecked(answer) => self.sign_out_checked(answer, &mut effects),
            Event::SignIn => self.transition(AccountState::SigningIn, &mut effects),
            Event::SignInAnswered(answer) => self.sign_in_answered(answer, &mut effects),
            Event::Hint => self.check(&mut effects),
            Event::Checked(answer) => self.checked(answer, &mut effects),
            Event::SessionSeen { customer, to_check } => {
                // The check that asked goes by its own answer.
                let is_answered = to_check && self.check != Check::Idle;
                if !is_answered && !self.state.is_pending() && id(self.state.customer()) != customer
                {
                    self.check(&mut effects);
                }
            }
            Event::PageArrived(customer) => self.page_arrived(customer, &mut effects),
            Event::RetryDue => self.retry_due(&mut effects),
        }
        effects
    }

    /// A call while a sign-out is in flight joins it.
    fn sign_out(&mut self, call: Call, effects: &mut Effects) {
        if let Some(in_flight) = &mut self.sign_out {
            in_flight.calls.push(call);
            return;
        }
        let customer = self.state.customer().cloned();
        self.sign_out = Some(SignOutInFlight {
            was_signed_in: customer.is_some(),
            fault: None,
            calls: vec![call],
        });
        if let Some(customer) = customer {
            self.transition(AccountState::SigningOut(customer), effects);
        }
        effects.push(Effect::SendSignOut);
    }

    /// A lost answer is not an answer, nor is a fault: a proxy's 504 may follow a sign-out that was
    /// done. Then the server is asked who is signed in.
    fn sign_out_answered(&mut self, answer: Answer<SignOutOutcome>, effects: &mut Effects) {
        match answer {
            Ok(outcome) => self.conclude_sign_out(outcome, effects),
            Err(fault) => {
                if let Some(in_flight) = &mut self.sign_out {
                    in_flight.fault = Some(fault);
                    effects.push(Effect::CheckSignOut);
                }
            }
        }
    }

    /// If nobody is signed in, a customer was signed out only if one was signed in before.
    fn sign_out_checked(&mut self, answer: Answer<Option<Customer>>, effects: &mut Effects) {
        let Some(in_flight) = &self.sign_out else {
            return;
        };
        let outcome = match answer {
            Ok(None) if in_flight.was_signed_in => SignOutOutcome::DONE,
            Ok(None) => SignOutOutcome::failed(SignOutError::NoSession),
            Ok(Some(_)) if in_flight.fault == Some(AppError::Unreachable) => {
                SignOutOutcome::failed(SignOutError::StillSignedIn)
            }
            Ok(Some(_)) => SignOutOutcome::failed(SignOutError::Unavailable),
            Err(_) => SignOutOutcome::failed(SignOutError::Unreachable),
        };
        self.conclude_sign_out(outcome, effects);
    }

    /// Brings the state in line with `outcome`, says it, and tells everybody who waits for it.
    fn conclude_sign_out(&mut self, outcome: SignOutOutcome, effects: &mut Effects) {
        let Some(in_flight) = self.sign_out.take() else {
            return;
        };
        self.outdate_check();
        let was_shown = self.state.customer().is_some();
        // An answered sign-out took the browser's cookie with it, whoever signed in meanwhile.
        let is_answered = in_flight.fault.is_none();
        match (outcome.error, &self.state) {
            (None, _) => {
                self.apply_server_state(None, effects);
                effects.push(Effect::Notify(Some(Notice::SignedOut)));
            }
            (Some(SignOutError::NoSession), _) if was_shown && is_answered => {
                self.apply_server_state(None, effects);
                effects.push(Effect::Notify(Some(Notice::SessionEnded)));
            }
            (Some(error), AccountState::SigningOut(customer)) => {
                let failed = AccountState::SignOutFailed(customer.clone(), error);
                self.transition(failed, effects);
            }
            (Some(error), _) => effects.push(Effect::Notify(Some(Notice::SignOutFailed(error)))),
        }
        for call in in_flight.calls {
            effects.push(Effect::Finish(call, outcome));
        }
        match outcome.error {
            // Even if nobody was shown here: other tabs may show whom the cookie stood for.
            None | Some(SignOutError::NoSession) => effects.push(Effect::TellTabs),
            Some(SignOutError::Unreachable) => self.retry(effects),
            Some(SignOutError::Unavailable | SignOutError::StillSignedIn) => {}
        }
        if was_shown && self.state.customer().is_none() {
            effects.push(Effect::Leave(Destination::SignIn));
        }
    }

    fn sign_in_answered(&mut self, answer: Answer<Option<Customer>>, effects: &mut Effects) {
        match answer {
            Ok(Some(customer)) => {
                self.apply_server_state(Some(customer), effects);
                effects.push(Effect::Notify(Some(Notice::SignedIn)));
                effects.push(Effect::TellTabs);
            }
            Ok(None) => self.transition(AccountState::SignedOut, effects),
            Err(_) => {
                // The answer may be lost although the session began: the next look decides.
                self.transition(AccountState::SignedOut, effects);
                self.check(effects);
            }
        }
    }

    /// Asks who is signed in; while an answer is awaited, once that is there.
    fn check(&mut self, effects: &mut Effects) {
        if self.state.is_pending() || self.check != Check::Idle {
            self.is_check_owed = true;
        } else {
            self.check = Check::Asked;
            effects.push(Effect::Check);
        }
    }

    fn check_if_owed(&mut self, effects: &mut Effects) {
        if std::mem::take(&mut self.is_check_owed) {
            self.check(effects);
        }
    }

    /// What was asked before now is answered from before now.
    fn outdate_check(&mut self) {
        if self.check == Check::Asked {
            self.check = Check::Outdated;
        }
    }

    fn checked(&mut self, answer: Answer<Option<Customer>>, effects: &mut Effects) {
        let asked = std::mem::replace(&mut self.check, Check::Idle);
        match answer {
            _ if asked != Check::Asked => self.is_check_owed = true,
            Ok(customer) => {
                self.is_unanswered = false;
                self.follow(customer, effects);
            }
            Err(_) => {
                self.is_unanswered = true;
                self.retry(effects);
            }
        }
        self.check_if_owed(effects);
    }

    /// Goes by the server's word.
    fn follow(&mut self, customer: Option<Customer>, effects: &mut Effects) {
        let now = id(customer.as_ref());
        let same = id(self.state.customer()) == now;
        match (&self.state, customer) {
            (AccountState::SignOutFailed(..), Some(customer)) if same => {
                let failed = AccountState::SignOutFailed(customer, SignOutError::StillSignedIn);
                self.transition(failed, effects);
            }
            (AccountState::SignOutFailed(..), None) => {
                self.apply_server_state(None, effects);
                effects.push(Effect::Notify(Some(Notice::SignedOut)));
                effects.push(Effect::TellTabs);
            }
            // The same person, perhaps with a new address or another name.
            (before, customer) if same => {
                if before.customer() != customer.as_ref() {
                    self.apply_server_state(customer, effects);
                }
            }
            (_, customer) => {
                let notice = if customer.is_some() {
                    Notice::SignedIn
                } else {
                    Notice::SessionEnded
                };
                self.apply_server_state(customer, effects);
                effects.push(Effect::Notify(Some(notice)));
            }
        }
        // A page that was drawn for whoever is signed in now stays, with what is typed on it.
        if self.drawn_for != now {
            effects.push(Effect::Leave(Destination::SamePage));
        }
    }

    /// Takes over what a page knows of its customer. If that is somebody else than is shown, the server
    /// is asked: the page may have been asked for before a sign-in or sign-out, so it is a hint.
    fn page_arrived(&mut self, customer: Option<Customer>, effects: &mut Effects) {
        self.drawn_for = id(customer.as_ref());
        // It may know more than the answer that is under way.
        self.is_check_owed |= self.check != Check::Idle;
        if id(self.state.customer()) != self.drawn_for {
            self.check(effects);
        } else if matches!(self.state, AccountState::SignedIn(_))
            && self.state.customer() != customer.as_ref()
        {
            self.apply_server_state(customer, effects);
        }
    }

    /// Asks again until somebody answers.
    fn retry(&mut self, effects: &mut Effects) {
        if !std::mem::replace(&mut self.is_retrying, true) {
            effects.push(Effect::Retry { again: false });
        }
    }

    fn retry_due(&mut self, effects: &mut Effects) {
        let is_unknown = matches!(
            self.state,
            AccountState::SignOutFailed(_, SignOutError::Unreachable)
        );
        self.is_retrying = is_unknown || self.is_unanswered;
        if self.is_retrying {
            self.check(effects);
            effects.push(Effect::Retry { again: true });
        }
    }

    /// Takes over who the server says is signed in.
    fn apply_server_state(&mut self, customer: Option<Customer>, effects: &mut Effects) {
        if self.state.customer() != customer.as_ref() {
            effects.push(Effect::ProfileChanged);
        }
        self.set(customer.into(), effects);
    }

    fn transition(&mut self, state: AccountState, effects: &mut Effects) {
        effects.push(Effect::Notify(None));
        self.set(state, effects);
    }

    fn set(&mut self, state: AccountState, effects: &mut Effects) {
        let is_settled = !state.is_pending();
        self.state = state;
        self.outdate_check();
        if is_settled {
            self.check_if_owed(effects);
        }
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod protocol;
#[cfg(test)]
mod table;
