//! Orders of deleted accounts: what reaches or describes their customers goes as soon as it may, the rest when no tax law
//! wants it any more.

use super::{entity::order, invoice, payment, status::FulfillmentStatus, store};
use crate::{
    base::{date::DAY, error::AppError},
    platform::{
        audit,
        db::{Db, retried, statement},
        mail,
    },
    pricing::payment::PaymentStatus,
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait, QuerySelect};

/// How long a shopper may still ask about what arrived, in seconds.
const RETURNS: i64 = 30 * DAY;
/// When an order that nobody closes counts as closed, in seconds since its account was deleted.
const FORGOTTEN: i64 = 365 * DAY;
/// A year as tax laws count it, or a little more.
const YEAR: i64 = 366 * DAY;
/// Most orders that one sweep looks at.
const AT_ONCE: i64 = 500;

/// What may go from an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    /// Nothing yet.
    Nothing,
    /// E-mail address, telephone number, and what the shopper wrote.
    Contact,
    /// Whatever is about anybody.
    Everything,
}

/// Makes the orders of `customer`, who is deleted `now`, nobody's: no browser sees them any more, and `sweep` does the rest.
pub async fn release(tx: &DatabaseTransaction, customer: i64, now: i64) -> Result<(), AppError> {
    const NOTE: &str = "INSERT INTO orders_to_anonymise (order_id, asked_at) \
        SELECT id, $2 FROM orders WHERE customer_id = $1 ON CONFLICT (order_id) DO NOTHING";
    const RELEASE: &str =
        "UPDATE orders SET customer_id = NULL, secret_hash = $2 WHERE customer_id = $1";
    let note = [customer.into(), now.into()];
    tx.execute_raw(statement(tx, NOTE, note)).await?;
    let release = [customer.into(), Vec::<u8>::new().into()];
    tx.execute_raw(statement(tx, RELEASE, release)).await?;
    Ok(())
}

/// Takes out of every order of a deleted account what is due `now`; how many were changed. Names stay for `years`.
pub async fn sweep(db: &Db, years: u32, now: i64) -> Result<u64, AppError> {
    const FIND: &str = "SELECT o.id FROM orders_to_anonymise a JOIN orders o ON o.id = a.order_id \
        WHERE o.email <> '' OR o.placed_at <= $1 ORDER BY a.asked_at, o.id LIMIT $2";
    let kept_since = now - i64::from(years) * YEAR;
    let values = [kept_since.into(), AT_ONCE.into()];
    let rows = db
        .read
        .query_all_raw(statement(&db.read, FIND, values))
        .await?;
    let mut count = 0;
    for row in rows {
        let id: i64 = row.try_get_by_index(0)?;
        let is_changed = retried(|| anonymise(db, id, kept_since, now)).await?;
        count += u64::from(is_changed);
    }
    Ok(count)
}

async fn anonymise(db: &Db, id: i64, kept_since: i64, now: i64) -> Result<bool, AppError> {
    const ASKED: &str = "SELECT asked_at FROM orders_to_anonymise WHERE order_id = $1";
    const DONE: &str = "DELETE FROM orders_to_anonymise WHERE order_id = $1";
    let tx = db.begin().await?;
    let found = order::Entity::find_by_id(id).lock_exclusive();
    let (Some(order), Some(asked)) = (
        found.one(&tx).await?,
        tx.query_one_raw(statement(&tx, ASKED, [id.into()])).await?,
    ) else {
        return Ok(false);
    };
    let due = due(&order, asked.try_get_by_index(0)?, kept_since, now);
    if due == Due::Nothing || due == Due::Contact && order.email.is_empty() {
        return Ok(false);
    }
    let document = store::document(&order)?;
    let document = if due == Due::Everything {
        invoice::anonymise(&tx, id).await?;
        tx.execute_raw(statement(&tx, DONE, [id.into()])).await?;
        document.without_people()
    } else {
        document.without_contact()
    };
    let row = order::ActiveModel {
        id: Set(id),
        email: Set(String::new()),
        words: Set(document.words_of(&order.public_id, "")),
        document: Set(serde_json::to_string(&document).map_err(AppError::internal)?),
        ..Default::default()
    };
    order::Entity::update(row).exec(&tx).await?;
    payment::forget_cart(&tx, id).await?;
    mail::forget_about(&tx, id).await?;
    tx.commit().await?;
    audit::order_anonymised(&order.public_id, due == Due::Everything);
    Ok(true)
}

/// What may go `now` from `order`, whose account was deleted at `asked_at`; what was placed after `kept_since` is kept for the
/// tax law.
fn due(order: &order::Model, asked_at: i64, kept_since: i64, now: i64) -> Due {
    use FulfillmentStatus::{Delivered, Returned, Shipped, WillNotDeliver};
    use PaymentStatus::{Cancelled, Incomplete, Refunded};
    let is_closed = matches!(order.payment_status, Cancelled | Incomplete | Refunded)
        || matches!(
            order.fulfillment_status,
            Shipped | Delivered | Returned | WillNotDeliver
        );
    let closed_for = now - order.shipped_at.unwrap_or(order.placed_at);
    let is_over = is_closed && closed_for >= RETURNS || now - asked_at >= FORGOTTEN;
    let was_bought = order.paid_at.is_some() || order.shipped_at.is_some() || order.is_purchase();
    match is_over {
        false => Due::Nothing,
        true if !was_bought || order.placed_at <= kept_since => Due::Everything,
        true => Due::Contact,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACED: i64 = 1_800_000_000;

    fn order(payment: PaymentStatus, fulfillment: FulfillmentStatus) -> order::Model {
        order::Model {
            id: 1,
            public_id: "ABC".into(),
            secret_hash: Vec::new(),
            customer_id: None,
            email: "ada@example.com".into(),
            placed_at: PLACED,
            payment_status: payment,
            fulfillment_status: fulfillment,
            total: 0,
            words: String::new(),
            document: String::new(),
            announced: true,
            withdrawn_at: None,
            paid_at: None,
            shipped_at: None,
        }
    }

    #[test]
    fn what_may_go_depends_on_whether_it_was_bought_and_is_over() {
        use FulfillmentStatus::{AwaitingProcessing, Delivered, Shipped};
        use PaymentStatus::{AwaitingPayment, Cancelled, Incomplete, Paid};
        let ten_years = 10 * YEAR;
        for (payment, fulfillment, days, expected) in [
            (Paid, AwaitingProcessing, 200, Due::Nothing),
            (Paid, AwaitingProcessing, 366, Due::Contact),
            (Paid, Shipped, 29, Due::Nothing),
            (Paid, Shipped, 30, Due::Contact),
            (Paid, Delivered, 3_659, Due::Contact),
            (Paid, Delivered, 3_660, Due::Everything),
            (AwaitingPayment, AwaitingProcessing, 100, Due::Nothing),
            (Cancelled, AwaitingProcessing, 29, Due::Nothing),
            (Cancelled, AwaitingProcessing, 30, Due::Everything),
            (Incomplete, AwaitingProcessing, 30, Due::Everything),
        ] {
            let now = PLACED + days * DAY;
            let order = order(payment, fulfillment);
            let found = due(&order, PLACED, now - ten_years, now);
            assert_eq!(found, expected, "{payment:?} {fulfillment:?} {days}");
        }
    }

    #[test]
    fn the_time_to_ask_begins_when_it_is_sent() {
        use FulfillmentStatus::Shipped;
        let shipped = order::Model {
            shipped_at: Some(PLACED + 20 * DAY),
            ..order(PaymentStatus::Paid, Shipped)
        };
        let at = |days: i64| due(&shipped, PLACED, 0, PLACED + days * DAY);
        assert_eq!((at(49), at(50)), (Due::Nothing, Due::Contact));
    }
}
