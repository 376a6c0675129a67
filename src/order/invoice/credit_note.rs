//! Credit notes: each takes a part of an invoice back, has the number after the last one, is written once, and never changes.

mod page;
mod taken_back;

pub use page::{CreditNoteView, page};

use self::taken_back::{TakenBack, taken_back};
use super::{Invoice, InvoiceLine, document::InvoiceTax, next};
use crate::{
    base::{error::AppError, language::LanguageCode},
    order::{OrderDocument, entity::order, refunds::Refund},
    platform::{
        config::{Config, Seller},
        db::statement,
    },
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use serde::{Deserialize, Serialize};

/// Name of the counter that numbers go by.
const COUNTER: &str = "credit_notes";

/// A credit note as it was written; amounts are minor units of `currency`, times UNIX seconds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CreditNote {
    /// Its number.
    pub number: String,
    /// When it was written.
    pub issued_at: i64,
    /// Number of the invoice that it is for.
    pub invoice: String,
    /// When that was written.
    pub invoiced_at: i64,
    /// Number of the order.
    pub order: String,
    /// Language that it is written in.
    pub language: LanguageCode,
    /// Currency of all amounts.
    pub currency: String,
    /// Who sold.
    pub seller: Seller,
    /// Who bought, line by line.
    pub buyer: Vec<String>,
    /// What is taken back, line by line.
    pub lines: Vec<InvoiceLine>,
    /// Every tax.
    pub taxes: Vec<InvoiceTax>,
    /// What was paid back.
    pub total: i64,
}

/// Where the shopper finds the credit note of the refund with this number of `order`.
pub fn path(order: &order::Model, refund: i64) -> String {
    format!("/account/orders/{}/credit-note-{refund}", order.public_id)
}

/// Writes the credit note of `refund`, which `invoice` is for, `now`.
pub(in crate::order) async fn issue(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &OrderDocument,
    invoice: &Invoice,
    refund: &Refund,
    now: i64,
) -> Result<CreditNote, AppError> {
    const ADD: &str = "INSERT INTO credit_notes (refund_id, order_id, number, issued_at, document) \
        VALUES ($1, $2, $3, $4, $5)";
    let number = next(tx, COUNTER).await?;
    let number = format!("{}{number:05}", config.credit_note_prefix);
    let texts = config.language(invoice.language).after_sale_texts();
    let earlier = of_order(tx, order.id).await?;
    let TakenBack { lines, taxes } = taken_back(document, invoice, &earlier, refund, texts);
    let credit_note = CreditNote {
        number,
        issued_at: now,
        invoice: invoice.number.clone(),
        invoiced_at: invoice.issued_at,
        order: order.public_id.clone(),
        language: invoice.language,
        currency: invoice.currency.clone(),
        seller: invoice.seller.clone(),
        buyer: document.billing.envelope(document.language),
        lines,
        taxes,
        total: refund.amount,
    };
    let values = [
        refund.id.into(),
        order.id.into(),
        credit_note.number.clone().into(),
        now.into(),
        serde_json::to_string(&credit_note)
            .map_err(AppError::internal)?
            .into(),
    ];
    tx.execute_raw(statement(tx, ADD, values)).await?;
    Ok(credit_note)
}

/// The credit note of the refund with this number of the order `id`, if it has one.
pub async fn find(
    db: &impl ConnectionTrait,
    id: i64,
    refund: i64,
) -> Result<Option<CreditNote>, AppError> {
    const FIND: &str = "SELECT document FROM credit_notes WHERE order_id = $1 AND refund_id = $2";
    let row = db
        .query_one_raw(statement(db, FIND, [id.into(), refund.into()]))
        .await?;
    row.map(|row| read(&row.try_get_by_index::<String>(0)?))
        .transpose()
}

/// The credit notes of the order `id`, the first first.
async fn of_order(db: &impl ConnectionTrait, id: i64) -> Result<Vec<CreditNote>, AppError> {
    const ALL: &str = "SELECT document FROM credit_notes WHERE order_id = $1 ORDER BY refund_id";
    let rows = db.query_all_raw(statement(db, ALL, [id.into()])).await?;
    let each = rows.iter();
    each.map(|row| read(&row.try_get_by_index::<String>(0)?))
        .collect()
}

/// Reads a credit note as it is stored.
pub(in crate::order) fn read(text: &str) -> Result<CreditNote, AppError> {
    serde_json::from_str(text).map_err(AppError::internal)
}

/// Takes the buyer off the credit notes of the order `id`; their numbers and amounts stay.
pub(super) async fn anonymise(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    const ALL: &str = "SELECT refund_id, document FROM credit_notes WHERE order_id = $1";
    const WRITE: &str = "UPDATE credit_notes SET document = $2 WHERE refund_id = $1";
    for row in tx.query_all_raw(statement(tx, ALL, [id.into()])).await? {
        let (refund, text): (i64, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let plain = CreditNote {
            buyer: Vec::new(),
            ..read(&text)?
        };
        let text = serde_json::to_string(&plain).map_err(AppError::internal)?;
        let values = [refund.into(), text.into()];
        tx.execute_raw(statement(tx, WRITE, values)).await?;
    }
    Ok(())
}

impl CreditNote {
    /// Without tax.
    pub fn net(&self) -> i64 {
        self.lines.iter().map(|line| line.net).sum()
    }
}
