//! The tabs that orders are looked at by.

use crate::{
    order::status::FulfillmentStatus,
    platform::db::{
        conditions::{Clause, Condition},
        keyset,
    },
    pricing::payment::PaymentStatus,
};
use sea_orm::ConnectionTrait;

/// A tab. One order may be in two: what is on its way may be unpaid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// What is to be sent: it is paid, costs nothing, or is paid at the door or at the counter.
    ToDo,
    /// What is to be paid.
    Unpaid,
    /// What was sent, or waits to be fetched.
    OnTheWay,
    /// What the shopper withdrew from, until everything that follows is done. It is counted by itself.
    Withdrawn,
    /// Every order, including those whose online payment never came.
    #[default]
    All,
    /// What was called off, given back or paid back.
    Cancelled,
}

impl Tab {
    /// Every tab, in the order they are shown.
    pub const ALL: [Self; 6] = [
        Self::ToDo,
        Self::Unpaid,
        Self::OnTheWay,
        Self::Withdrawn,
        Self::All,
        Self::Cancelled,
    ];

    /// Returns the tab's name in URLs.
    pub fn code(self) -> &'static str {
        match self {
            Self::ToDo => "to-do",
            Self::Unpaid => "unpaid",
            Self::OnTheWay => "on-the-way",
            Self::Withdrawn => "withdrawn",
            Self::All => "all",
            Self::Cancelled => "cancelled",
        }
    }

    /// The tab called `code`.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.code() == code)
    }

    /// Returns `true` if an order with these statuses is in the tab.
    ///
    /// `is_delivered`: there is something to send or to fetch; `paid_later`: it is paid on delivery or at pickup.
    pub fn holds(
        self,
        payment: PaymentStatus,
        fulfillment: FulfillmentStatus,
        is_delivered: bool,
        paid_later: bool,
    ) -> bool {
        use FulfillmentStatus::{
            AwaitingProcessing, Processing, ReadyForPickup, Returned, Shipped, WillNotDeliver,
        };
        use PaymentStatus::{
            AwaitingPayment, Cancelled, Incomplete, NotRequired, Paid, PartiallyRefunded, Refunded,
        };
        let came_to_nothing = matches!(fulfillment, WillNotDeliver | Returned);
        match self {
            Self::ToDo => {
                let is_settled = matches!(payment, NotRequired | Paid | PartiallyRefunded);
                (is_settled || payment == AwaitingPayment && paid_later)
                    && matches!(fulfillment, AwaitingProcessing | Processing)
                    && is_delivered
            }
            Self::Unpaid => payment == AwaitingPayment && !came_to_nothing,
            Self::OnTheWay => {
                matches!(fulfillment, Shipped | ReadyForPickup)
                    && !matches!(payment, Cancelled | Refunded | Incomplete)
            }
            // That goes by no status.
            Self::Withdrawn => false,
            Self::All => true,
            Self::Cancelled => matches!(payment, Cancelled | Refunded) || came_to_nothing,
        }
    }

    /// Returns the SQL condition on `orders` for this tab, spelt exactly as its partial index has it; `None` for all orders.
    pub(super) fn condition(self) -> Option<&'static str> {
        Some(match self {
            Self::ToDo => {
                "(payment_status IN ('', 'PAID', 'PARTIALLY_REFUNDED') OR (payment_status = 'AWAITING_PAYMENT' AND paid_later)) \
                 AND fulfillment_status IN ('AWAITING_PROCESSING', 'PROCESSING') AND is_delivered"
            }
            Self::Unpaid => {
                "payment_status = 'AWAITING_PAYMENT' AND fulfillment_status NOT IN ('WILL_NOT_DELIVER', 'RETURNED')"
            }
            Self::OnTheWay => {
                "fulfillment_status IN ('SHIPPED', 'READY_FOR_PICKUP') \
                 AND payment_status NOT IN ('CANCELLED', 'REFUNDED', 'INCOMPLETE')"
            }
            Self::Withdrawn => "withdrawn_at IS NOT NULL AND withdrawal IN ('', 'ACCEPTED')",
            Self::All => return None,
            Self::Cancelled => {
                "(payment_status IN ('CANCELLED', 'REFUNDED') OR fulfillment_status IN ('WILL_NOT_DELIVER', 'RETURNED'))"
            }
        })
    }

    /// Returns the condition for this tab for a query that walks along another index; `None` for all orders.
    pub(super) fn as_condition(self, db: &impl ConnectionTrait) -> Option<Condition> {
        let holds = self.condition()?;
        let from = keyset::by_index(db, "orders", self.index());
        let ids = format!("SELECT o.id FROM {from} WHERE {holds}");
        Some(Condition::by_index(Clause::bare(holds), Clause::bare(ids)))
    }

    /// Returns the name of the index that holds the tab's orders as they are listed.
    pub(super) fn index(self) -> &'static str {
        match self {
            Self::ToDo => "orders_to_do",
            Self::Unpaid => "orders_unpaid",
            Self::OnTheWay => "orders_on_the_way",
            Self::Withdrawn => "orders_withdrawn",
            Self::All => "orders_listed",
            Self::Cancelled => "orders_cancelled",
        }
    }
}
