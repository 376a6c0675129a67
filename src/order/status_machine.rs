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
pub enum OrderActionError {
    /// There is no such order.
    Gone,
    /// It changed since whoever asks saw it.
    Changed,
    /// The step was done already.
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
    /// Some of it is still to be sent.
    SomeUnsent,
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

    /// Returns `true` if it will not be delivered, or was returned.
    fn is_over(&self) -> bool {
        matches!(
            self.fulfillment,
            FulfillmentStatus::WillNotDeliver | FulfillmentStatus::Returned
        )
    }

    /// Returns why `step` is not possible; `None` if it is.
    pub fn refusal(&self, step: Step) -> Option<OrderActionError> {
        use FulfillmentStatus::{AwaitingProcessing, Delivered, Processing};
        use PaymentStatus::{
            AwaitingPayment, Cancelled, Incomplete, NotRequired, Paid, PartiallyRefunded, Refunded,
        };
        match step {
            Step::Pay => match self.payment {
                Paid | PartiallyRefunded => Some(OrderActionError::Already),
                NotRequired => Some(OrderActionError::NothingToPay),
                Cancelled | Refunded => Some(OrderActionError::Cancelled),
                AwaitingPayment | Incomplete => None,
            },
            Step::Send => match self.fulfillment {
                _ if self.is_over() || self.is_off() => Some(OrderActionError::Cancelled),
                AwaitingProcessing | Processing if self.payment == Incomplete => {
                    Some(OrderActionError::Waits)
                }
                AwaitingProcessing | Processing if !self.is_delivered => {
                    Some(OrderActionError::NothingToSend)
                }
                AwaitingProcessing | Processing if self.left > 0 => None,
                _ => Some(OrderActionError::Already),
            },
            Step::Unsend | Step::TakeBack if self.is_over() => Some(OrderActionError::Cancelled),
            Step::Unsend | Step::TakeBack => {
                (self.sent == 0).then_some(OrderActionError::NothingSent)
            }
            Step::Deliver => match self.fulfillment {
                Delivered => Some(OrderActionError::Already),
                _ if self.is_over() => Some(OrderActionError::Cancelled),
                _ => (self.sent == 0).then_some(OrderActionError::NothingSent),
            },
            Step::Cancel => {
                let has_payment_off = !matches!(self.payment, AwaitingPayment | Incomplete);
                let sends_nothing = !self.waits_for_parcels();
                (has_payment_off && sends_nothing).then_some(OrderActionError::Already)
            }
            Step::Refund => match self.payment {
                Paid | PartiallyRefunded => {
                    (self.refundable <= 0).then_some(OrderActionError::TooMuch)
                }
                NotRequired => Some(OrderActionError::NothingToPay),
                Refunded => Some(OrderActionError::Already),
                AwaitingPayment | Incomplete | Cancelled => Some(OrderActionError::NotPaid),
            },
            Step::Answer => match self.withdrawal {
                // A refusal may have been a mistake.
                Some(WithdrawalState::Open | WithdrawalState::Refused) => None,
                Some(_) => Some(OrderActionError::Already),
                None => Some(OrderActionError::NoWithdrawal),
            },
            Step::Settle => match self.withdrawal {
                Some(WithdrawalState::Open | WithdrawalState::Accepted) => None,
                Some(WithdrawalState::Settled) => Some(OrderActionError::Already),
                Some(WithdrawalState::Refused) | None => Some(OrderActionError::NoWithdrawal),
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

    /// Returns the fulfilment status once nothing more will be sent; `arrived`: everything sent has arrived.
    pub fn fulfillment_without_rest(&self, arrived: bool) -> FulfillmentStatus {
        match self.waits_for_parcels() {
            true => self.fulfillment_with(self.sent, 0, arrived),
            false => self.fulfillment,
        }
    }

    /// Returns the fulfilment status when `sent` items are sent and `left` are not; `arrived`: everything sent has arrived.
    pub fn fulfillment_with(&self, sent: i64, left: i64, arrived: bool) -> FulfillmentStatus {
        match (sent, left) {
            (0, 0) => FulfillmentStatus::WillNotDeliver,
            (0, _) => FulfillmentStatus::AwaitingProcessing,
            (_, 0) if arrived => FulfillmentStatus::Delivered,
            (_, 0) => self.on_its_way(),
            _ => FulfillmentStatus::Processing,
        }
    }

    /// Returns the fulfilment status of an order on its way: shipped, or ready for pickup.
    pub fn on_its_way(&self) -> FulfillmentStatus {
        match self.is_pickup {
            true => FulfillmentStatus::ReadyForPickup,
            false => FulfillmentStatus::Shipped,
        }
    }

    /// Returns the fulfilment status after a return, or after a withdrawal before anything was sent.
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
