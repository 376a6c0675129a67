//! An order with its parcels and refunds, and the version of it that a form was based on.

use super::{
    OrderDocument,
    entity::order,
    parcels::{self, Parcel},
    refunds::{self, Refund},
    restock::{self, Restocking},
    status::{FulfillmentStatus, WithdrawalState, name, named},
    status_machine::State,
    store,
};
use crate::{base::error::AppError, pricing::payment::PaymentStatus};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

/// An order, what was ordered, and what was sent and paid back of it.
#[derive(Clone, Debug)]
pub struct FullOrder {
    /// The order.
    pub order: order::Model,
    /// What was ordered.
    pub document: OrderDocument,
    /// Its parcels, the first first.
    pub parcels: Vec<Parcel>,
    /// Its refunds, the first first.
    pub refunds: Vec<Refund>,
}

/// Where an order stood when somebody looked at it, as a form carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderVersion {
    /// Its payment.
    pub payment: PaymentStatus,
    /// How far it was on its way.
    pub fulfillment: FulfillmentStatus,
    /// What became of a withdrawal.
    pub withdrawal: WithdrawalState,
    /// How much was paid back, in minor units.
    pub refunded: i64,
    /// How many of each item were sent.
    pub sent: Vec<i64>,
}

impl FullOrder {
    /// The order `number`.
    pub async fn read(db: &impl ConnectionTrait, number: &str) -> Result<Option<Self>, AppError> {
        match store::by_public_id(db, number).await? {
            Some(order) => Self::of(db, order).await.map(Some),
            None => Ok(None),
        }
    }

    /// Returns the order `number`, locked until the transaction ends.
    pub(super) async fn to_change(
        tx: &DatabaseTransaction,
        number: &str,
    ) -> Result<Option<Self>, AppError> {
        match store::to_change(tx, number).await? {
            Some(order) => Self::of(tx, order).await.map(Some),
            None => Ok(None),
        }
    }

    /// Reads the document, parcels and refunds of `order`.
    pub async fn of(db: &impl ConnectionTrait, order: order::Model) -> Result<Self, AppError> {
        let document = store::document(&order)?;
        Ok(Self {
            parcels: parcels::of(db, &order, &document).await?,
            refunds: refunds::of(db, order.id).await?,
            document,
            order,
        })
    }

    /// How many of each item are in a parcel.
    pub fn sent(&self) -> Vec<i64> {
        parcels::sent(&self.parcels, &self.document)
    }

    /// How many of each item are still to be sent.
    pub fn left(&self) -> Vec<i64> {
        parcels::left(&self.parcels, &self.document)
    }

    /// How many of each item are in no parcel.
    pub fn unsent(&self) -> Vec<i64> {
        parcels::unsent(&self.parcels, &self.document)
    }

    /// How many of each item can still be restocked.
    pub fn restockable(&self) -> Vec<Restocking> {
        let each = self.unsent().into_iter().enumerate();
        each.map(|(place, unsent)| {
            let left = restock::left(&self.document, place);
            let unsent = unsent.min(left);
            Restocking {
                place,
                sent: left - unsent,
                unsent,
            }
        })
        .collect()
    }

    /// How much was paid back, in minor units.
    pub fn refunded(&self) -> i64 {
        self.refunds.iter().map(|refund| refund.amount).sum()
    }

    /// How much can be paid back, in minor units.
    pub fn refundable(&self) -> i64 {
        match self.order.payment_status {
            PaymentStatus::Paid | PaymentStatus::PartiallyRefunded => {
                (self.order.total - self.refunded()).max(0)
            }
            _ => 0,
        }
    }

    /// Returns the state that decides which steps are possible.
    pub fn state(&self) -> State {
        State {
            payment: self.order.payment_status,
            fulfillment: self.order.fulfillment_status,
            is_delivered: self.order.is_delivered,
            is_pickup: self.document.is_pickup,
            sent: self.sent().iter().sum(),
            left: self.left().iter().sum(),
            refundable: self.refundable(),
            withdrawal: self.order.withdrawn_at.map(|_| self.order.withdrawal),
        }
    }

    /// Returns the version of the order, which a form carries to detect changes made meanwhile.
    pub fn seen(&self) -> OrderVersion {
        OrderVersion {
            payment: self.order.payment_status,
            fulfillment: self.order.fulfillment_status,
            withdrawal: self.order.withdrawal,
            refunded: self.refunded(),
            sent: self.sent(),
        }
    }
}

impl OrderVersion {
    /// Returns the version as text for a hidden form field.
    pub fn text(&self) -> String {
        let sent: Vec<String> = self.sent.iter().map(i64::to_string).collect();
        let parts = [
            name(self.payment),
            name(self.fulfillment),
            name(self.withdrawal),
            self.refunded.to_string(),
            sent.join("."),
        ];
        parts.join("/")
    }

    /// Parses what [`OrderVersion::text`] wrote; `None` if it is malformed.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('/').collect();
        let [payment, fulfillment, withdrawal, refunded, sent] = parts[..] else {
            return None;
        };
        let sent = sent.split('.').filter(|it| !it.is_empty());
        Some(Self {
            payment: match payment {
                "" => PaymentStatus::NotRequired,
                payment => named(payment)?,
            },
            fulfillment: named(fulfillment)?,
            withdrawal: match withdrawal {
                "" => WithdrawalState::Open,
                withdrawal => named(withdrawal)?,
            },
            refunded: refunded.parse().ok()?,
            sent: sent.map(str::parse).collect::<Result<Vec<i64>, _>>().ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_is_read_as_it_is_written() {
        for payment in [PaymentStatus::NotRequired, PaymentStatus::PartiallyRefunded] {
            for withdrawal in [WithdrawalState::Open, WithdrawalState::Accepted] {
                let seen = OrderVersion {
                    payment,
                    fulfillment: FulfillmentStatus::ReadyForPickup,
                    withdrawal,
                    refunded: 1_250,
                    sent: vec![1, 0, 12],
                };
                assert_eq!(OrderVersion::parse(&seen.text()), Some(seen));
            }
        }
        for wrong in [
            "",
            "PAID",
            "PAID/SHIPPED//x/1",
            "PAID/SHIPPED//1/1.x",
            "a/b/c/1/",
        ] {
            assert_eq!(OrderVersion::parse(wrong), None, "{wrong}");
        }
    }
}
