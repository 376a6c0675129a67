//! Invoices: each has the number after the last one, is written once, and never changes.

pub mod credit_note;
mod document;
mod page;
mod split;

pub use document::{Invoice, InvoiceLine, InvoiceTax, charged, take_off};
pub use page::{InvoiceView, page};
pub use split::{share, split};

use super::{OrderDocument, emails::named, entity::order, store};
use crate::{
    base::{date, error::AppError},
    platform::{
        config::Config,
        db::{Db, retried, statement},
    },
    pricing::payment::PaymentStatus,
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};

/// Name of the counter that numbers go by.
const COUNTER: &str = "invoices";

/// Whether `order` has an invoice, or gets one when it is asked for: it was paid, and the merchant said who
/// sells.
pub fn is_due(config: &Config, order: &order::Model) -> bool {
    let was_paid = matches!(
        order.payment_status,
        PaymentStatus::Paid | PaymentStatus::PartiallyRefunded | PaymentStatus::Refunded
    );
    was_paid && config.seller.is_known()
}

/// Where the invoice of `order` is.
pub fn path(order: &order::Model) -> String {
    format!("/account/orders/{}/invoice", order.public_id)
}

/// The invoice of `order`, which nobody else changes until the transaction ends; written `now` if it is due.
///
/// A number that is taken here belongs to it, or to nobody: if the transaction fails, the next invoice gets it.
pub async fn issue(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &OrderDocument,
    now: i64,
) -> Result<Option<Invoice>, AppError> {
    const ADD: &str =
        "INSERT INTO invoices (order_id, number, issued_at, document) VALUES ($1, $2, $3, $4)";
    if let Some(issued) = find(tx, order.id).await? {
        return Ok(Some(issued));
    }
    if !is_due(config, order) {
        return Ok(None);
    }
    let number = format!("{}{:05}", config.invoice_prefix, next(tx, COUNTER).await?);
    let invoice = Invoice::of(number, config, order, document, now);
    let values = [
        order.id.into(),
        invoice.number.clone().into(),
        now.into(),
        serde_json::to_string(&invoice)
            .map_err(AppError::internal)?
            .into(),
    ];
    tx.execute_raw(statement(tx, ADD, values)).await?;
    Ok(Some(invoice))
}

/// The invoice of `order`: that of one that was paid before there were invoices is written now.
pub async fn of(
    db: &Db,
    config: &Config,
    order: &order::Model,
) -> Result<Option<Invoice>, AppError> {
    let found = find(&db.read, order.id).await?;
    if found.is_some() || !is_due(config, order) {
        return Ok(found);
    }
    retried(|| async {
        let tx = db.begin().await?;
        let order = store::to_change(&tx, &order.public_id).await?;
        let order = order.ok_or(AppError::Internal)?;
        let document = store::document(&order)?;
        let invoice = issue(&tx, config, &order, &document, date::now()).await?;
        tx.commit().await?;
        Ok::<Option<Invoice>, AppError>(invoice)
    })
    .await
}

/// The number of the invoice of the order `id`, if it was written.
pub async fn number(db: &impl ConnectionTrait, id: i64) -> Result<Option<String>, AppError> {
    const FIND: &str = "SELECT number FROM invoices WHERE order_id = $1";
    let row = db.query_one_raw(statement(db, FIND, [id.into()])).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?)
}

/// The invoice of the order `id`, if it was written.
pub async fn find(db: &impl ConnectionTrait, id: i64) -> Result<Option<Invoice>, AppError> {
    const FIND: &str = "SELECT document FROM invoices WHERE order_id = $1";
    let row = db.query_one_raw(statement(db, FIND, [id.into()])).await?;
    let Some(row) = row else { return Ok(None) };
    let text: String = row.try_get_by_index(0)?;
    serde_json::from_str(&text).map(Some).map_err(|error| {
        tracing::error!(%error, order = id, "an invoice that cannot be read");
        AppError::Internal
    })
}

/// Takes the buyer, and what was chosen of the things in `document`, off the invoice of the order `id`, if it has one; its
/// number and its amounts stay.
pub async fn anonymise(
    tx: &impl ConnectionTrait,
    id: i64,
    document: &OrderDocument,
) -> Result<(), AppError> {
    const WRITE: &str = "UPDATE invoices SET document = $2 WHERE order_id = $1";
    let Some(invoice) = find(tx, id).await? else {
        return Ok(());
    };
    let plain = |line: InvoiceLine| {
        let item = document.items.iter().find(|it| named(it) == line.text);
        let text = item.map_or(line.text, |it| format!("{} × {}", it.quantity, it.name));
        InvoiceLine { text, ..line }
    };
    let invoice = Invoice {
        lines: invoice.lines.into_iter().map(plain).collect(),
        buyer: Vec::new(),
        delivered_to: Vec::new(),
        fields: Vec::new(),
        ..invoice
    };
    let document = serde_json::to_string(&invoice).map_err(AppError::internal)?;
    let values = [id.into(), document.into()];
    tx.execute_raw(statement(tx, WRITE, values)).await?;
    credit_note::anonymise(tx, id).await
}

/// The number after the last one; others wait for it until the transaction ends.
async fn next(tx: &DatabaseTransaction, counter: &str) -> Result<i64, AppError> {
    const NEXT: &str = "INSERT INTO counters (name, value) VALUES ($1, 1) \
        ON CONFLICT (name) DO UPDATE SET value = counters.value + 1 RETURNING value";
    let row = tx
        .query_one_raw(statement(tx, NEXT, [counter.into()]))
        .await?;
    Ok(row.ok_or(AppError::Internal)?.try_get_by_index(0)?)
}
