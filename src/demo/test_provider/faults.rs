//! What the test providers do wrong, as the real ones do at times; each fault is used up by being done.

use super::RefundState;
use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

/// Something that goes wrong with a request to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is answered as it should be.
    None,
    /// It is done, and the answer is lost.
    LoseAnswer,
    /// It is not done: 500.
    Fail,
    /// It is refused: 400.
    Refuse,
}

/// Something that goes wrong with a message of theirs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It arrives once.
    Once,
    /// It never does.
    Lost,
    /// It arrives twice.
    Twice,
}

/// What becomes of a payment by what was saved, of which nobody is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charge {
    /// It is paid.
    Paid,
    /// It is paid, and the answer never comes.
    PaidUnheard,
    /// The card is refused.
    Declined,
    /// The bank wants its customer to say yes.
    Asks,
}

impl Charge {
    /// The word for why it is not paid; none if it is.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Paid | Self::PaidUnheard => "",
            Self::Declined => "card_declined",
            Self::Asks => "authentication_required",
        }
    }
}

/// What goes wrong next.
#[derive(Debug, Default)]
pub struct Faults {
    requests: Mutex<VecDeque<Fault>>,
    messages: Mutex<VecDeque<Delivery>>,
    refunds: Mutex<VecDeque<RefundState>>,
    charges: Mutex<VecDeque<Charge>>,
}

impl Faults {
    /// The next requests go wrong so, one after the other.
    pub fn of_requests(&self, faults: impl IntoIterator<Item = Fault>) {
        let mut next = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        next.extend(faults);
    }

    /// The next messages go wrong so.
    pub fn of_messages(&self, faults: impl IntoIterator<Item = Delivery>) {
        let mut next = self.messages.lock().unwrap_or_else(PoisonError::into_inner);
        next.extend(faults);
    }

    /// The next refunds are as far as this when they are asked for; those after them are done.
    pub fn of_refunds(&self, states: impl IntoIterator<Item = RefundState>) {
        let mut next = self.refunds.lock().unwrap_or_else(PoisonError::into_inner);
        next.extend(states);
    }

    /// The next payments by what was saved go so; those after them are paid.
    pub fn of_charges(&self, charges: impl IntoIterator<Item = Charge>) {
        let mut next = self.charges.lock().unwrap_or_else(PoisonError::into_inner);
        next.extend(charges);
    }

    pub(super) fn of_this_charge(&self) -> Charge {
        let mut next = self.charges.lock().unwrap_or_else(PoisonError::into_inner);
        next.pop_front().unwrap_or(Charge::Paid)
    }

    pub(super) fn of_this_refund(&self) -> RefundState {
        let mut next = self.refunds.lock().unwrap_or_else(PoisonError::into_inner);
        next.pop_front().unwrap_or(RefundState::Done)
    }

    pub(super) fn of_this_request(&self) -> Fault {
        let mut next = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        next.pop_front().unwrap_or(Fault::None)
    }

    pub(super) fn of_this_message(&self) -> Delivery {
        let mut next = self.messages.lock().unwrap_or_else(PoisonError::into_inner);
        next.pop_front().unwrap_or(Delivery::Once)
    }
}
