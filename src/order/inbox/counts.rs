//! How many orders each tab has. The database counts them in the transaction that adds or changes an order
//! (`m0032_paid_later`), so that nobody has to look at all of them.

use super::tab::Tab;
use crate::{
    base::error::AppError, order::status::FulfillmentStatus, platform::db::statement,
    pricing::payment::PaymentStatus,
};
use sea_orm::{ActiveEnum, ConnectionTrait};

/// How many orders stand where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(Vec<(PaymentStatus, FulfillmentStatus, [bool; 2], i64)>);

impl Counts {
    /// What is counted by now.
    pub async fn read(db: &impl ConnectionTrait) -> Result<Self, AppError> {
        // A sum of whole numbers is no whole number on PostgreSQL.
        const READ: &str = "SELECT payment_status, fulfillment_status, is_delivered, paid_later, CAST(SUM(orders) AS BIGINT) \
            FROM order_counts GROUP BY payment_status, fulfillment_status, is_delivered, paid_later";
        let mut counts = Vec::new();
        for row in db.query_all_raw(statement(db, READ, [])).await? {
            let (payment, fulfillment): (String, String) =
                (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            let payment = PaymentStatus::try_from_value(&payment);
            let fulfillment = FulfillmentStatus::try_from_value(&fulfillment);
            // A status that a later version knows is in no tab of this one.
            if let (Ok(payment), Ok(fulfillment)) = (payment, fulfillment) {
                counts.push((
                    payment,
                    fulfillment,
                    [row.try_get_by_index(2)?, row.try_get_by_index(3)?],
                    row.try_get_by_index(4)?,
                ));
            }
        }
        Ok(Self(counts))
    }

    /// How many are in `tab`.
    pub fn of(&self, tab: Tab) -> i64 {
        let within =
            self.0
                .iter()
                .filter(|(payment, fulfillment, [is_delivered, paid_later], _)| {
                    tab.holds(*payment, *fulfillment, *is_delivered, *paid_later)
                });
        within.map(|(.., orders)| orders).sum()
    }
}
