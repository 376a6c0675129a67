//! Where an order stands.

use crate::{pricing::payment::PaymentStatus, text::checkout::CheckoutTexts};
use sea_orm::{ActiveEnum, DeriveActiveEnum, EnumIter};

/// How far an order is on its way (`spec/js-api.md` 6.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(
    rs_type = "String",
    db_type = "Text",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
#[expect(missing_docs, reason = "named as scripts know them")]
pub enum FulfillmentStatus {
    AwaitingProcessing,
    Processing,
    Shipped,
    Delivered,
    WillNotDeliver,
    Returned,
    ReadyForPickup,
}

/// What became of a shopper's withdrawal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(
    rs_type = "String",
    db_type = "Text",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
pub enum WithdrawalState {
    /// Nobody answered it.
    #[default]
    #[sea_orm(string_value = "")]
    Open,
    /// It holds, and the goods are on their way back, or the money is.
    Accepted,
    /// It does not hold.
    Refused,
    /// Everything that follows from it is done.
    Settled,
}

/// Whether an order that stands so is a purchase: it is paid, or on its way to whoever pays later.
pub fn is_purchase(payment: PaymentStatus, fulfillment: FulfillmentStatus) -> bool {
    use FulfillmentStatus::{Delivered, Shipped};
    match payment {
        PaymentStatus::Paid | PaymentStatus::PartiallyRefunded => true,
        PaymentStatus::NotRequired | PaymentStatus::AwaitingPayment => {
            matches!(fulfillment, Shipped | Delivered)
        }
        PaymentStatus::Cancelled | PaymentStatus::Refunded | PaymentStatus::Incomplete => false,
    }
}

/// A status by the name that scripts and the database know it by; `None` if there is none such.
pub fn named<T: ActiveEnum<Value = String>>(name: &str) -> Option<T> {
    let status = T::try_from_value(&name.to_owned()).ok();
    status.filter(|_| !name.is_empty())
}

/// Its name.
pub fn name<T: ActiveEnum<Value = String>>(status: T) -> String {
    status.to_value()
}

/// What shoppers read of a fulfilment.
pub fn fulfillment_text(status: FulfillmentStatus, s: &CheckoutTexts) -> &'static str {
    match status {
        FulfillmentStatus::AwaitingProcessing => s.status_awaiting_processing,
        FulfillmentStatus::Processing => s.status_processing,
        FulfillmentStatus::Shipped => s.status_shipped,
        FulfillmentStatus::Delivered => s.status_delivered,
        FulfillmentStatus::WillNotDeliver => s.status_will_not_deliver,
        FulfillmentStatus::Returned => s.status_returned,
        FulfillmentStatus::ReadyForPickup => s.status_ready_for_pickup,
    }
}

/// What shoppers read of a payment; nothing if there is none.
pub fn payment_text(status: PaymentStatus, s: &CheckoutTexts) -> Option<&'static str> {
    Some(match status {
        PaymentStatus::NotRequired => return None,
        PaymentStatus::AwaitingPayment => s.status_awaiting_payment,
        PaymentStatus::Paid => s.status_paid,
        PaymentStatus::Cancelled => s.status_cancelled,
        PaymentStatus::Refunded => s.status_refunded,
        PaymentStatus::PartiallyRefunded => s.status_partially_refunded,
        PaymentStatus::Incomplete => s.status_incomplete,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;

    #[test]
    fn what_is_paid_or_on_its_way_is_a_purchase() {
        use FulfillmentStatus::{AwaitingProcessing, Delivered, Shipped};
        use PaymentStatus::{AwaitingPayment, Cancelled, NotRequired, Paid, Refunded};
        for (payment, fulfillment, is) in [
            (Paid, AwaitingProcessing, true),
            (AwaitingPayment, AwaitingProcessing, false),
            (AwaitingPayment, Shipped, true),
            (NotRequired, Delivered, true),
            (NotRequired, AwaitingProcessing, false),
            (Cancelled, Shipped, false),
            (Refunded, Delivered, false),
        ] {
            assert_eq!(
                is_purchase(payment, fulfillment),
                is,
                "{payment:?} {fulfillment:?}"
            );
        }
    }

    /// Rows hold these names since the first release.
    #[test]
    fn statuses_are_kept_by_the_names_that_scripts_know() {
        let payments: Vec<String> = PaymentStatus::iter().map(name).collect();
        let known = "|AWAITING_PAYMENT|PAID|CANCELLED|REFUNDED|PARTIALLY_REFUNDED|INCOMPLETE";
        assert_eq!(payments.join("|"), known);
        let fulfillments: Vec<String> = FulfillmentStatus::iter().map(name).collect();
        let known = "AWAITING_PROCESSING|PROCESSING|SHIPPED|DELIVERED|WILL_NOT_DELIVER|RETURNED|READY_FOR_PICKUP";
        assert_eq!(fulfillments.join("|"), known);
        assert_eq!(named("PAID"), Some(PaymentStatus::Paid));
        assert_eq!(named::<PaymentStatus>(""), None);
        assert_eq!(named::<PaymentStatus>("paid"), None);
    }
}
