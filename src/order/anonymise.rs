//! Orders of deleted accounts: what reaches or describes their customers goes as soon as it may, the rest when no tax law
//! wants it any more.

use super::{
    entity::order, invoice, notes, parcels, payment, refunds, status::FulfillmentStatus, store,
};
use crate::{
    base::{date::DAY, error::AppError},
    platform::{
        audit,
        db::{Db, retried, statement},
        mail,
    },
    pricing::payment::PaymentStatus,
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ConnectionTrait, DatabaseTransaction, EntityTrait, QuerySelect,
};

/// How long a shopper may still ask about an order that is closed, in seconds.
const RETURNS: i64 = 30 * DAY;
/// When an order that nobody closes counts as over, in seconds since its account was deleted.
const FORGOTTEN: i64 = 365 * DAY;
/// A year as tax laws count it, or a little more.
const YEAR: i64 = 366 * DAY;
/// Orders of one question.
const AT_ONCE: i64 = 500;

/// What may go from an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Anonymisable {
    /// Nothing yet.
    Nothing,
    /// E-mail address, telephone number, and what the shopper wrote.
    Contact,
    /// Whatever is about anybody.
    Everything,
}

/// An order of a deleted account, and since when what holds of it; times in UNIX seconds.
struct Released {
    order: order::Model,
    /// When the account was deleted.
    at: i64,
    /// When it was first seen closed, if it is.
    closed_at: Option<i64>,
    /// Whether an invoice was written.
    has_invoice: bool,
}

/// Detaches the orders of `customer`, who is deleted `now`, from any account and browser, and queues them for `sweep`.
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

/// Whether the order `id` is one of a deleted account.
pub async fn is_released(tx: &impl ConnectionTrait, id: i64) -> Result<bool, AppError> {
    const FIND: &str = "SELECT 1 FROM orders_to_anonymise WHERE order_id = $1";
    let row = tx.query_one_raw(statement(tx, FIND, [id.into()])).await?;
    Ok(row.is_some())
}

/// Exempts the order `id` from anonymisation, such as when it was claimed by an account again.
pub async fn keep(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    const KEEP: &str = "DELETE FROM orders_to_anonymise WHERE order_id = $1";
    tx.execute_raw(statement(tx, KEEP, [id.into()])).await?;
    Ok(())
}

/// Deletes the personal data that is due `now` from orders of deleted accounts; returns how many orders were changed.
///
/// Names and addresses on bills stay for `years`. An order that fails does not stop the others.
pub async fn sweep(db: &Db, years: u32, now: i64) -> Result<u64, AppError> {
    const FIND: &str = "SELECT o.id FROM orders_to_anonymise a JOIN orders o ON o.id = a.order_id \
        WHERE o.id > $1 AND (o.email <> '' OR o.placed_at <= $2) ORDER BY o.id LIMIT $3";
    let kept_since = now - i64::from(years) * YEAR;
    let (mut count, mut fault, mut after) = (0, None, 0_i64);
    loop {
        let values = [after.into(), kept_since.into(), AT_ONCE.into()];
        let find = statement(&db.read, FIND, values);
        let rows = db.read.query_all_raw(find).await?;
        let Some(last) = rows.last() else {
            return fault.map_or(Ok(count), Err);
        };
        after = last.try_get_by_index(0)?;
        for row in &rows {
            let id: i64 = row.try_get_by_index(0)?;
            match retried(|| anonymise(db, id, kept_since, now)).await {
                Ok(is_changed) => count += u64::from(is_changed),
                Err(error) => fault = Some(error),
            }
        }
    }
}

async fn anonymise(db: &Db, id: i64, kept_since: i64, now: i64) -> Result<bool, AppError> {
    let tx = db.begin().await?;
    let Some(released) = to_change(&tx, id, now).await? else {
        return Ok(false);
    };
    let due = due(&released, kept_since, now);
    let order = &released.order;
    if due == Anonymisable::Nothing || due == Anonymisable::Contact && order.email.is_empty() {
        // That it is closed is known from now on.
        tx.commit().await?;
        return Ok(false);
    }
    take_out(&tx, order, due).await?;
    payment::forget_customer(&tx, id).await?;
    mail::forget_about(&tx, id).await?;
    tx.commit().await?;
    audit::order_anonymised(&order.public_id, due == Anonymisable::Everything);
    Ok(true)
}

/// Returns the order `id`, locked until the transaction ends; `None` if it belongs to an account again.
///
/// It also stores since when the order is closed.
async fn to_change(
    tx: &DatabaseTransaction,
    id: i64,
    now: i64,
) -> Result<Option<Released>, AppError> {
    const FIND: &str = "SELECT asked_at, closed_at FROM orders_to_anonymise WHERE order_id = $1";
    const CLOSED: &str = "UPDATE orders_to_anonymise SET closed_at = $2 WHERE order_id = $1";
    let found = order::Entity::find_by_id(id)
        .lock_exclusive()
        .one(tx)
        .await?;
    let noted = tx.query_one_raw(statement(tx, FIND, [id.into()])).await?;
    let (Some(order), Some(noted)) = (found.filter(|it| it.customer_id.is_none()), noted) else {
        return Ok(None);
    };
    let (at, before): (i64, Option<i64>) = (noted.try_get_by_index(0)?, noted.try_get_by_index(1)?);
    let closed_at = is_closed(&order).then_some(before.unwrap_or(now));
    if closed_at != before {
        let values = [id.into(), closed_at.into()];
        tx.execute_raw(statement(tx, CLOSED, values)).await?;
    }
    Ok(Some(Released {
        at,
        closed_at,
        has_invoice: invoice::number(tx, id).await?.is_some(),
        order,
    }))
}

async fn take_out(
    tx: &DatabaseTransaction,
    order: &order::Model,
    due: Anonymisable,
) -> Result<(), AppError> {
    // Of what cannot be read nobody knows what is in it: it stays while the law may want it, and no longer.
    let document = store::document(order).ok();
    let left = match (document, due) {
        (Some(document), Anonymisable::Everything) => {
            invoice::anonymise(tx, order.id, &document).await?;
            Some(document.without_people())
        }
        (Some(document), _) => Some(document.without_contact()),
        (None, _) => None,
    };
    if due == Anonymisable::Everything {
        keep(tx, order.id).await?;
        parcels::anonymise(tx, order.id).await?;
    }
    notes::forget(tx, order.id).await?;
    refunds::anonymise(tx, order.id).await?;
    let written = match &left {
        Some(document) => serde_json::to_string(document).map_err(AppError::internal)?,
        None if due == Anonymisable::Everything => "{}".to_owned(),
        None => order.document.clone(),
    };
    let words = left.map_or_else(String::new, |it| it.words_of(&order.public_id, ""));
    let row = order::ActiveModel {
        id: Set(order.id),
        email: Set(String::new()),
        words: Set(words),
        document: Set(written),
        tracking_number: match due {
            Anonymisable::Everything => Set(String::new()),
            _ => NotSet,
        },
        ..Default::default()
    };
    order::Entity::update(row).exec(tx).await?;
    Ok(())
}

/// Whether nothing more is to come of `order`: it was sent, waits to be fetched, or there will be none. What is only files is
/// there once it is paid.
fn is_closed(order: &order::Model) -> bool {
    use FulfillmentStatus::{Delivered, ReadyForPickup, Returned, Shipped, WillNotDeliver};
    use PaymentStatus::{Cancelled, Incomplete, Refunded};
    let is_sent = matches!(
        order.fulfillment_status,
        Shipped | Delivered | Returned | WillNotDeliver | ReadyForPickup
    );
    let is_off = matches!(order.payment_status, Cancelled | Incomplete | Refunded);
    let is_files = || store::document(order).is_ok_and(|it| !it.is_delivered());
    is_sent || is_off || order.is_purchase() && is_files()
}

/// Returns what may be deleted `now`; purchases placed after `kept_since` keep what tax law demands.
fn due(released: &Released, kept_since: i64, now: i64) -> Anonymisable {
    use PaymentStatus::{PartiallyRefunded, Refunded};
    let order = &released.order;
    let is_over =
        released.closed_at.is_some_and(|at| now - at >= RETURNS) || now - released.at >= FORGOTTEN;
    let was_bought = order.paid_at.is_some()
        || order.shipped_at.is_some()
        || order.is_purchase()
        || matches!(order.payment_status, Refunded | PartiallyRefunded)
        || released.has_invoice;
    match is_over {
        false => Anonymisable::Nothing,
        true if !was_bought || order.placed_at <= kept_since => Anonymisable::Everything,
        true => Anonymisable::Contact,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::order::status::WithdrawalState;

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
            withdrawal: WithdrawalState::Open,
            paid_at: None,
            shipped_at: None,
            is_delivered: true,
            paid_later: false,
            payment_method: String::new(),
            delivery_method: String::new(),
            country: String::new(),
            tracking_number: String::new(),
            carrier: String::new(),
        }
    }

    /// An order whose account was deleted when it was placed, and which was closed then, if it is.
    fn released(payment: PaymentStatus, fulfillment: FulfillmentStatus) -> Released {
        let order = order(payment, fulfillment);
        Released {
            closed_at: is_closed(&order).then_some(PLACED),
            at: PLACED,
            has_invoice: false,
            order,
        }
    }

    #[test]
    fn what_may_go_depends_on_whether_it_was_bought_and_is_over() {
        use FulfillmentStatus::{AwaitingProcessing, Delivered, ReadyForPickup, Shipped};
        use PaymentStatus::{AwaitingPayment, Cancelled, Incomplete, Paid, Refunded};
        let ten_years = 10 * YEAR;
        for (payment, fulfillment, days, expected) in [
            (Paid, AwaitingProcessing, 364, Anonymisable::Nothing),
            (Paid, AwaitingProcessing, 365, Anonymisable::Contact),
            (Paid, Shipped, 29, Anonymisable::Nothing),
            (Paid, Shipped, 30, Anonymisable::Contact),
            (Paid, ReadyForPickup, 30, Anonymisable::Contact),
            (Paid, Delivered, 3_659, Anonymisable::Contact),
            (Paid, Delivered, 3_660, Anonymisable::Everything),
            (
                AwaitingPayment,
                AwaitingProcessing,
                100,
                Anonymisable::Nothing,
            ),
            (Cancelled, AwaitingProcessing, 29, Anonymisable::Nothing),
            (Cancelled, AwaitingProcessing, 30, Anonymisable::Everything),
            (Incomplete, AwaitingProcessing, 30, Anonymisable::Everything),
            (Refunded, AwaitingProcessing, 30, Anonymisable::Contact),
        ] {
            let now = PLACED + days * DAY;
            let found = due(&released(payment, fulfillment), now - ten_years, now);
            assert_eq!(found, expected, "{payment:?} {fulfillment:?} {days}");
        }
    }

    #[test]
    fn the_time_to_ask_begins_when_it_is_closed_and_an_invoice_is_kept() {
        use FulfillmentStatus::AwaitingProcessing;
        let cancelled = Released {
            closed_at: Some(PLACED + 20 * DAY),
            has_invoice: true,
            ..released(PaymentStatus::Cancelled, AwaitingProcessing)
        };
        let at = |days: i64| due(&cancelled, 0, PLACED + days * DAY);
        assert_eq!(
            (at(49), at(50)),
            (Anonymisable::Nothing, Anonymisable::Contact)
        );
    }
}
