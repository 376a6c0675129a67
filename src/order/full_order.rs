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
    /// How many of each item went back into stock.
    pub restocked: Vec<i64>,
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

    /// Whether each of its parcels arrived.
    pub fn has_arrived(&self) -> bool {
        self.parcels.iter().all(|it| it.delivered_at.is_some())
    }

    /// How many of each item can be restocked because they will not be sent: those that wait to be, and files, which never are. What
    /// was sold beyond the stock was never in it.
    pub fn restockable_unsent(&self) -> Vec<Restocking> {
        let waits = self.state().waits_for_parcels();
        let unsent = parcels::unsent(&self.parcels, &self.document);
        let each = unsent.into_iter().zip(&self.document.items).enumerate();
        each.map(|(place, (unsent, item))| {
            let most = match waits || item.digital {
                true => restock::left(&self.document, place),
                false => 0,
            };
            Restocking {
                place,
                sent: 0,
                unsent: (unsent - item.missing).clamp(0, most),
            }
        })
        .collect()
    }

    /// How many of each item can still be restocked.
    pub fn restockable(&self) -> Vec<Restocking> {
        let each = self.restockable_unsent().into_iter();
        each.map(|it| Restocking {
            sent: restock::left(&self.document, it.place) - it.unsent,
            ..it
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
            restocked: (0..self.document.items.len())
                .map(|place| restock::done(&self.document, place))
                .collect(),
        }
    }
}

impl OrderVersion {
    /// Returns the version as text for a hidden form field.
    pub fn text(&self) -> String {
        let counts = |each: &[i64]| {
            let each: Vec<String> = each.iter().map(i64::to_string).collect();
            each.join(".")
        };
        let parts = [
            name(self.payment),
            name(self.fulfillment),
            name(self.withdrawal),
            self.refunded.to_string(),
            counts(&self.sent),
            counts(&self.restocked),
        ];
        parts.join("/")
    }

    /// Parses what [`OrderVersion::text`] wrote; `None` if it is malformed.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('/').collect();
        let [
            payment,
            fulfillment,
            withdrawal,
            refunded,
            sent,
            ref more @ ..,
        ] = parts[..]
        else {
            return None;
        };
        let restocked = match more {
            [restocked] => restocked,
            // As a version before wrote it, which said nothing of the stock: no order matches it, and the form is shown once more.
            [] => "",
            _ => return None,
        };
        let counts = |text: &str| {
            let each = text.split('.').filter(|it| !it.is_empty());
            each.map(str::parse).collect::<Result<Vec<i64>, _>>().ok()
        };
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
            sent: counts(sent)?,
            restocked: counts(restocked)?,
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
                    restocked: vec![0, 0, 3],
                };
                assert_eq!(OrderVersion::parse(&seen.text()), Some(seen));
            }
        }
        for wrong in [
            "",
            "PAID",
            "PAID/SHIPPED//x/1",
            "PAID/SHIPPED//1/1.x",
            "PAID/SHIPPED//1/1/x",
            "PAID/SHIPPED//1/1/1/1",
            "a/b/c/1/",
        ] {
            assert_eq!(OrderVersion::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_a_version_before_wrote_is_read_and_matches_no_order() {
        let read = OrderVersion::parse("PAID/PROCESSING//1250/1.0").expect("it is read");
        assert_eq!((read.refunded, read.sent.len()), (1_250, 2));
        assert!(read.restocked.is_empty());
    }
}
