//! Credit notes: each takes a part of an invoice back, has the number after the last one, is written once, and never changes.

mod page;

pub use page::{CreditNoteView, page};

use super::{Invoice, InvoiceLine, document::InvoiceTax, next, split};
use crate::{
    base::{error::AppError, language::LanguageCode},
    order::{OrderDocument, entity::order, refunds::Refund},
    platform::{
        config::{Config, Seller},
        db::statement,
    },
    text::after_sale::AfterSaleTexts,
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
    (order, document): (&order::Model, &OrderDocument),
    invoice: &Invoice,
    refund: &Refund,
    now: i64,
) -> Result<CreditNote, AppError> {
    const ADD: &str = "INSERT INTO credit_notes (refund_id, order_id, number, issued_at, document) \
        VALUES ($1, $2, $3, $4, $5)";
    let number = next(tx, COUNTER).await?;
    let number = format!("{}{number:05}", config.credit_note_prefix);
    let texts = config.language(invoice.language).after_sale_texts();
    let lines = lines(document, invoice, refund, texts);
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
        taxes: taxes(invoice, &lines),
        lines,
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

fn read(text: &str) -> Result<CreditNote, AppError> {
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

/// What `refund` takes back: the items that it is for, by what they cost on the invoice; else all of that in proportion. The lines
/// come to its amount exactly, whatever that is.
fn lines(
    document: &OrderDocument,
    invoice: &Invoice,
    refund: &Refund,
    texts: &AfterSaleTexts,
) -> Vec<InvoiceLine> {
    let parts = match refund.items.iter().any(|(_, quantity)| *quantity > 0) || refund.has_shipping
    {
        true => of_items(document, invoice, refund),
        false => Vec::new(),
    };
    let parts = match (parts.is_empty(), refund.amount == invoice.total) {
        (false, _) => parts,
        (true, true) => invoice.lines.clone(),
        (true, false) => by_rate(invoice, texts),
    };
    let weights: Vec<i64> = parts.iter().map(InvoiceLine::gross).collect();
    let each = parts.into_iter().zip(split(refund.amount, &weights));
    each.map(|(line, gross)| {
        let tax = share(line.tax, gross, line.gross());
        InvoiceLine {
            net: gross - tax,
            tax,
            ..line
        }
    })
    .collect()
}

/// So many of the invoice's things, and its delivery. The things stand first on it, in the order of the document.
fn of_items(document: &OrderDocument, invoice: &Invoice, refund: &Refund) -> Vec<InvoiceLine> {
    let item = |(place, quantity): &(usize, i64)| {
        let (line, item) = (invoice.lines.get(*place)?, document.items.get(*place)?);
        let part = |amount: i64| share(amount, *quantity, item.quantity);
        (*quantity > 0).then(|| InvoiceLine {
            text: item.name.clone(),
            quantity: Some(*quantity),
            net: part(line.net),
            tax: part(line.tax),
            rate: line.rate.clone(),
        })
    };
    let mut parts: Vec<InvoiceLine> = refund.items.iter().filter_map(item).collect();
    if refund.has_shipping {
        let fees = [document.totals.shipping, document.totals.handling];
        let fees = fees.iter().filter(|fee| **fee != 0).count();
        let behind = invoice.lines.iter().skip(document.items.len());
        let is_fee = |line: &&InvoiceLine| {
            let amount = match document.totals.prices_include_tax {
                true => line.gross(),
                false => line.net,
            };
            amount > 0 && [document.totals.shipping, document.totals.handling].contains(&amount)
        };
        parts.extend(behind.filter(is_fee).take(fees).cloned());
    }
    parts.retain(|line| line.gross() > 0);
    parts
}

/// The invoice as one line for each rate.
fn by_rate(invoice: &Invoice, texts: &AfterSaleTexts) -> Vec<InvoiceLine> {
    let mut parts: Vec<InvoiceLine> = Vec::new();
    for line in &invoice.lines {
        match parts.iter_mut().find(|part| part.rate == line.rate) {
            Some(part) => {
                part.net += line.net;
                part.tax += line.tax;
            }
            None => parts.push(InvoiceLine {
                text: texts.credit_note_line.to_owned(),
                quantity: None,
                ..line.clone()
            }),
        }
    }
    parts.retain(|line| line.gross() != 0);
    parts
}

/// The taxes within `lines`, named as the invoice names them.
fn taxes(invoice: &Invoice, lines: &[InvoiceLine]) -> Vec<InvoiceTax> {
    let tax: i64 = lines.iter().map(|line| line.tax).sum();
    let taxed = lines.iter().filter(|line| !line.rate.is_empty());
    let net: i64 = taxed.map(|line| line.net).sum();
    let weights: Vec<i64> = invoice.taxes.iter().map(|it| it.tax).collect();
    let each = invoice.taxes.iter().zip(split(tax, &weights));
    each.map(|(it, tax)| InvoiceTax {
        net,
        tax,
        ..it.clone()
    })
    .collect()
}

/// `amount * part / whole`, to the nearest.
fn share(amount: i64, part: i64, whole: i64) -> i64 {
    if whole == 0 {
        return 0;
    }
    let [amount, part, whole] = [amount, part, whole].map(i128::from);
    let (doubled, sign) = (2 * amount * part, whole.signum());
    let nearest = (doubled * sign + whole.abs()).div_euclid(2 * whole.abs());
    i64::try_from(nearest).unwrap_or(0)
}

impl CreditNote {
    /// Without tax.
    pub fn net(&self) -> i64 {
        self.lines.iter().map(|line| line.net).sum()
    }
}

#[cfg(test)]
mod tests;
