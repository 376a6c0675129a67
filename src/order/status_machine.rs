//! Where an order can go: its payment and its delivery as two machines. Nothing here reads or stores anything; the back office
//! draws what is possible by it, and what is done is refused by it.

use super::status::{FulfillmentStatus, WithdrawalState};
use crate::pricing::payment::PaymentStatus;

/// What can be done to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The money is there.
    Pay,
    /// A parcel is on its way, or waits to be fetched.
    Send,
    /// A parcel was typed by mistake.
    Unsend,
    /// A parcel arrived.
    Deliver,
    /// What was sent is back.
    TakeBack,
    /// There is to be nothing of it, or of what is not sent yet.
    Cancel,
    /// Money goes back.
    Refund,
    /// A withdrawal is answered.
    Answer,
    /// Everything that follows from a withdrawal is done.
    Settle,
}

impl Step {
    /// Every one.
    pub const ALL: [Self; 9] = [
        Self::Pay,
        Self::Send,
        Self::Unsend,
        Self::Deliver,
        Self::TakeBack,
        Self::Cancel,
        Self::Refund,
        Self::Answer,
        Self::Settle,
    ];
}

/// Why an order stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotDone {
    /// There is no such order.
    Gone,
    /// It stands elsewhere than whoever asked for it saw.
    Changed,
    /// It is so already.
    Already,
    /// It is cancelled, refunded, or came back.
    Cancelled,
    /// It costs nothing.
    NothingToPay,
    /// It is not paid.
    NotPaid,
    /// There is nothing to send or to fetch.
    NothingToSend,
    /// Nothing was sent.
    NothingSent,
    /// There is no withdrawal that waits for it.
    NoWithdrawal,
    /// Its payment online is waited for.
    Waits,
    /// Its payment online failed, and what was ordered is back in stock.
    GivenBack,
    /// More than there is: of money, or of a thing.
    TooMuch,
    /// Its shopper is gone, and nothing of theirs is kept.
    Nobody,
}

/// Where an order stands, as far as that decides what can be done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Its payment.
    pub payment: PaymentStatus,
    /// How far it is on its way.
    pub fulfillment: FulfillmentStatus,
    /// Whether there is anything to send or to fetch.
    pub is_delivered: bool,
    /// Whether it is fetched.
    pub is_pickup: bool,
    /// How many things were sent.
    pub sent: i64,
    /// How many were not.
    pub left: i64,
    /// How much can be paid back, in minor units.
    pub refundable: i64,
    /// What became of its withdrawal, if there is one.
    pub withdrawal: Option<WithdrawalState>,
}

impl State {
    /// Whether it is cancelled or wholly paid back.
    fn is_off(&self) -> bool {
        matches!(
            self.payment,
            PaymentStatus::Cancelled | PaymentStatus::Refunded
        )
    }

    /// Whether its parcels are of no concern any more.
    fn is_over(&self) -> bool {
        matches!(
            self.fulfillment,
            FulfillmentStatus::WillNotDeliver | FulfillmentStatus::Returned
        )
    }

    /// Why `step` cannot be done, if it cannot.
    pub fn refusal(&self, step: Step) -> Option<NotDone> {
        use FulfillmentStatus::{AwaitingProcessing, Delivered, Processing};
        use PaymentStatus::{
            AwaitingPayment, Cancelled, Incomplete, NotRequired, Paid, PartiallyRefunded, Refunded,
        };
        match step {
            Step::Pay => match self.payment {
                Paid | PartiallyRefunded => Some(NotDone::Already),
                NotRequired => Some(NotDone::NothingToPay),
                Cancelled | Refunded => Some(NotDone::Cancelled),
                AwaitingPayment | Incomplete => None,
            },
            Step::Send => match self.fulfillment {
                _ if self.is_over() || self.is_off() => Some(NotDone::Cancelled),
                AwaitingProcessing | Processing if self.payment == Incomplete => {
                    Some(NotDone::Waits)
                }
                AwaitingProcessing | Processing if !self.is_delivered => {
                    Some(NotDone::NothingToSend)
                }
                AwaitingProcessing | Processing if self.left > 0 => None,
                _ => Some(NotDone::Already),
            },
            Step::Unsend | Step::TakeBack if self.is_over() => Some(NotDone::Cancelled),
            Step::Unsend | Step::TakeBack => (self.sent == 0).then_some(NotDone::NothingSent),
            Step::Deliver => match self.fulfillment {
                Delivered => Some(NotDone::Already),
                _ if self.is_over() => Some(NotDone::Cancelled),
                _ => (self.sent == 0).then_some(NotDone::NothingSent),
            },
            Step::Cancel => {
                let has_payment_off = !matches!(self.payment, AwaitingPayment | Incomplete);
                let sends_nothing = !self.waits_for_parcels();
                (has_payment_off && sends_nothing).then_some(NotDone::Already)
            }
            Step::Refund => match self.payment {
                Paid | PartiallyRefunded => (self.refundable <= 0).then_some(NotDone::TooMuch),
                NotRequired => Some(NotDone::NothingToPay),
                Refunded => Some(NotDone::Already),
                AwaitingPayment | Incomplete | Cancelled => Some(NotDone::NotPaid),
            },
            Step::Answer => match self.withdrawal {
                // A refusal may have been a mistake.
                Some(WithdrawalState::Open | WithdrawalState::Refused) => None,
                Some(_) => Some(NotDone::Already),
                None => Some(NotDone::NoWithdrawal),
            },
            Step::Settle => match self.withdrawal {
                Some(WithdrawalState::Open | WithdrawalState::Accepted) => None,
                Some(WithdrawalState::Settled) => Some(NotDone::Already),
                Some(WithdrawalState::Refused) | None => Some(NotDone::NoWithdrawal),
            },
        }
    }

    /// Whether `step` can be done.
    pub fn can(&self, step: Step) -> bool {
        self.refusal(step).is_none()
    }

    /// Whether something is still to be sent.
    pub fn waits_for_parcels(&self) -> bool {
        use FulfillmentStatus::{AwaitingProcessing, Processing};
        self.is_delivered
            && self.left > 0
            && matches!(self.fulfillment, AwaitingProcessing | Processing)
    }

    /// The payment's state after `amount` is paid back.
    pub fn payment_after_refund(&self, amount: i64) -> PaymentStatus {
        match amount >= self.refundable {
            true => PaymentStatus::Refunded,
            false => PaymentStatus::PartiallyRefunded,
        }
    }

    /// The payment's state once the order is cancelled.
    pub fn payment_after_cancel(&self) -> PaymentStatus {
        match self.payment {
            PaymentStatus::AwaitingPayment | PaymentStatus::Incomplete => PaymentStatus::Cancelled,
            stays => stays,
        }
    }

    /// How far it is once there are to be no more parcels: what was sent is all of it.
    pub fn fulfillment_after_cancel(&self) -> FulfillmentStatus {
        match (self.waits_for_parcels(), self.sent > 0) {
            (true, true) => self.on_its_way(),
            (true, false) => FulfillmentStatus::WillNotDeliver,
            (false, _) => self.fulfillment,
        }
    }

    /// How far it is when so many things are sent, and so many are not; `arrived` where everything that was sent is there.
    pub fn fulfillment_with(&self, sent: i64, left: i64, arrived: bool) -> FulfillmentStatus {
        match (sent, left) {
            (0, _) => FulfillmentStatus::AwaitingProcessing,
            (_, 0) if arrived => FulfillmentStatus::Delivered,
            (_, 0) => self.on_its_way(),
            _ => FulfillmentStatus::Processing,
        }
    }

    /// What is sent is shipped; what the shopper fetches waits for them.
    pub fn on_its_way(&self) -> FulfillmentStatus {
        match self.is_pickup {
            true => FulfillmentStatus::ReadyForPickup,
            false => FulfillmentStatus::Shipped,
        }
    }

    /// How far it is once it is back, or was called off before it was sent.
    pub fn fulfillment_after_return(&self) -> FulfillmentStatus {
        match (self.sent > 0, self.is_delivered) {
            (true, _) => FulfillmentStatus::Returned,
            (false, true) => FulfillmentStatus::WillNotDeliver,
            (false, false) => self.fulfillment,
        }
    }
}

#[cfg(test)]
mod tests;
