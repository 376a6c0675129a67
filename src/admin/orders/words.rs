//! What the back office calls where an order stands, and what it could not do.

use crate::{
    order::{inbox::tab::Tab, mark::NotDone, status::FulfillmentStatus},
    pricing::payment::PaymentStatus,
};

/// The name of a tab.
pub fn tab(tab: Tab) -> &'static str {
    match tab {
        Tab::ToDo => "To do",
        Tab::Unpaid => "Unpaid",
        Tab::OnTheWay => "On the way",
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

/// What is said of how far an order is.
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

/// Why an order stays as it is.
pub fn not_done(why: NotDone) -> &'static str {
    match why {
        NotDone::Gone => "There is no such order.",
        NotDone::Changed => "Somebody changed it meanwhile: have another look.",
        NotDone::Already => "It is so already.",
        NotDone::Cancelled => "It is cancelled, refunded, or came back.",
        NotDone::NothingToPay => "It costs nothing.",
        NotDone::NothingToSend => "There is nothing to send.",
        NotDone::Waits => "Its payment online is not finished.",
        NotDone::GivenBack => {
            "Its payment failed, and what was ordered is back in stock: it takes a new order."
        }
    }
}
