//! What follows once an order is placed for good: at once, or when its payment online is there.

use super::{OrderDocument, agreements::agreed, emails, entity::order, notify, paid};
use crate::{
    base::error::AppError,
    platform::{
        audit,
        config::Config,
        jobs::{self, NewJob},
        mail::{self, Posting, Subject},
        metrics,
    },
};
use sea_orm::DatabaseTransaction;

/// The kind of job that begins subscriptions; its body is the id of the order.
pub const RECURS: &str = "begin subscriptions";

/// Posts the confirmation of `order`, and tells the merchant. `origin` is where its links lead.
pub async fn confirm(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &OrderDocument,
    origin: &str,
    now: i64,
) -> Result<(), AppError> {
    let enclosed = paid::enclosed(tx, config, order, document, origin, now).await?;
    let agreed = agreed(tx, config, config.language(document.language), origin).await?;
    let confirmation =
        emails::confirmation(order, document, config, origin, &enclosed.text, agreed)?;
    let due = mail::next_due(tx, Subject::Order, &order.email, now).await?;
    let posting = Posting::to(&order.email, now).about(order.id).due(due);
    mail::enqueue(tx, posting, confirmation).await?;
    notify::of_order(tx, config, order, document, now).await?;
    if document.recurs() {
        let job = NewJob {
            kind: RECURS,
            key: Some(format!("{RECURS}:{}", order.id)),
            body: order.id.to_string(),
            now,
            due: now,
        };
        jobs::enqueue(tx, job).await?;
    }
    Ok(())
}

/// Counts it, and writes it into the log, once the transaction holds.
pub fn note(order: &order::Model) {
    metrics::order_placed();
    audit::order_placed(&order.public_id, order.customer_id, order.total);
}
