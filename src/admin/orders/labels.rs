//! What the back office calls where an order stands, and what it could not do.

use crate::{
    order::{
        inbox::tab::Tab,
        mark::OrderActionError,
        status::{FulfillmentStatus, WithdrawalState},
    },
    pricing::payment::PaymentStatus,
};

/// The name of a tab.
pub fn tab(tab: Tab) -> &'static str {
    match tab {
        Tab::ToDo => "To do",
        Tab::Unpaid => "Unpaid",
        Tab::OnTheWay => "On the way",
        Tab::Withdrawn => "Withdrawn",
        Tab::All => "All",
        Tab::Cancelled => "Cancelled",
    }
}

/// Every state of a payment, in the order it comes about.
pub const PAYMENTS: [PaymentStatus; 7] = [
    PaymentStatus::AwaitingPayment,
    PaymentStatus::Paid,
    PaymentStatus::NotRequired,
    PaymentStatus::Incomplete,
    PaymentStatus::PartiallyRefunded,
    PaymentStatus::Refunded,
    PaymentStatus::Cancelled,
];

/// What a payment's state is called.
pub fn payment(status: PaymentStatus) -> &'static str {
    match status {
        PaymentStatus::NotRequired => "Nothing to pay",
        PaymentStatus::AwaitingPayment => "Not paid yet",
        PaymentStatus::Paid => "Paid",
        PaymentStatus::Cancelled => "Cancelled",
        PaymentStatus::Refunded => "Refunded",
        PaymentStatus::PartiallyRefunded => "Partly refunded",
        PaymentStatus::Incomplete => "Payment not finished",
    }
}

/// Every state on an order's way, in the order it comes about.
pub const FULFILLMENTS: [FulfillmentStatus; 7] = [
    FulfillmentStatus::AwaitingProcessing,
    FulfillmentStatus::Processing,
    FulfillmentStatus::ReadyForPickup,
    FulfillmentStatus::Shipped,
    FulfillmentStatus::Delivered,
    FulfillmentStatus::Returned,
    FulfillmentStatus::WillNotDeliver,
];

/// The label of a fulfilment status.
pub fn fulfillment(status: FulfillmentStatus) -> &'static str {
    match status {
        FulfillmentStatus::AwaitingProcessing => "To be packed",
        FulfillmentStatus::Processing => "Being packed",
        FulfillmentStatus::Shipped => "Shipped",
        FulfillmentStatus::Delivered => "Delivered",
        FulfillmentStatus::WillNotDeliver => "Will not be sent",
        FulfillmentStatus::Returned => "Came back",
        FulfillmentStatus::ReadyForPickup => "Ready to be fetched",
    }
}

/// What a list says of a withdrawal, and whether it waits for the merchant.
pub fn withdrawal(state: WithdrawalState) -> (&'static str, bool) {
    match state {
        WithdrawalState::Open => ("Withdrawn", true),
        WithdrawalState::Accepted => ("Withdrawn: comes back", true),
        WithdrawalState::Refused => ("Withdrawal refused", false),
        WithdrawalState::Settled => ("Withdrawn: settled", false),
    }
}

/// Why an order stays as it is.
pub fn not_done(why: OrderActionError) -> &'static str {
    match why {
        OrderActionError::Gone => "There is no such order.",
        OrderActionError::Changed => "Somebody changed it meanwhile: have another look.",
        OrderActionError::Already => "It is so already.",
        OrderActionError::Cancelled => "It is cancelled, refunded, or came back.",
        OrderActionError::NothingToPay => "It costs nothing.",
        OrderActionError::NotPaid => "It is not paid.",
        OrderActionError::NothingToSend => "There is nothing to send.",
        OrderActionError::NothingSent => "Nothing was sent.",
        OrderActionError::SomeUnsent => "Some of it is still to be sent.",
        OrderActionError::NoWithdrawal => "There is no withdrawal that waits for this.",
        OrderActionError::TooMuch => "That is more than there is.",
        OrderActionError::Nobody => {
            "Its customer deleted the account: nobody is there to write to."
        }
        OrderActionError::Waits => "Its payment online is not finished.",
        OrderActionError::GivenBack => {
            "Its payment failed, and what was ordered is back in stock: it takes a new order."
        }
    }
}
