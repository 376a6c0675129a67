//! What was paid back of orders.

use super::OrderDocument;
use crate::{base::error::AppError, order::invoice::split, platform::db::statement};
use sea_orm::{ConnectionTrait, QueryResult};
use std::collections::HashMap;

/// Money that went back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refund {
    /// Its number.
    pub id: i64,
    /// How much, in minor units.
    pub amount: i64,
    /// Why, as staff wrote it for themselves.
    pub reason: String,
    /// Places of items, and how many of each it is for.
    pub items: Vec<(usize, i64)>,
    /// Whether it is for delivery too.
    pub has_shipping: bool,
    /// When.
    pub at: i64,
    /// Number of its credit note, if there is one.
    pub credit_note: Option<String>,
}

impl Refund {
    fn read(row: &QueryResult) -> Result<Self, AppError> {
        let items: String = row.try_get_by_index(3)?;
        Ok(Self {
            id: row.try_get_by_index(0)?,
            amount: row.try_get_by_index(1)?,
            reason: row.try_get_by_index(2)?,
            items: serde_json::from_str(&items).map_err(AppError::internal)?,
            has_shipping: row.try_get_by_index(4)?,
            at: row.try_get_by_index(5)?,
            credit_note: row.try_get_by_index(6)?,
        })
    }
}

/// The refunds of the order `id`, the first first.
pub async fn of(db: &impl ConnectionTrait, id: i64) -> Result<Vec<Refund>, AppError> {
    const ALL: &str = "SELECT r.id, r.amount, r.reason, r.items, r.has_shipping, r.refunded_at, n.number \
        FROM order_refunds r LEFT JOIN credit_notes n ON n.refund_id = r.id WHERE r.order_id = $1 ORDER BY r.id";
    let rows = db.query_all_raw(statement(db, ALL, [id.into()])).await?;
    rows.iter().map(Refund::read).collect()
}

/// What was paid back of each of the orders `ids` in all, in minor units; those without a refund are left out.
pub async fn paid_back(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = i64>,
) -> Result<HashMap<i64, i64>, AppError> {
    let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sums = format!(
        "SELECT order_id, CAST(SUM(amount) AS BIGINT) FROM order_refunds WHERE order_id IN ({}) GROUP BY order_id",
        ids.join(", ")
    );
    let rows = db.query_all_raw(statement(db, &sums, [])).await?;
    let sum = |row: &QueryResult| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?));
    rows.iter().map(sum).collect()
}

/// Stores a refund of the order `id`; returns the refund's id.
pub(super) async fn add(
    tx: &impl ConnectionTrait,
    id: i64,
    refund: &Refund,
    currency: &str,
) -> Result<i64, AppError> {
    const ADD: &str = "INSERT INTO order_refunds \
        (order_id, amount, currency, reason, items, has_shipping, refunded_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id";
    let items = serde_json::to_string(&refund.items).map_err(AppError::internal)?;
    let values = [
        id.into(),
        refund.amount.into(),
        currency.into(),
        refund.reason.as_str().into(),
        items.into(),
        refund.has_shipping.into(),
        refund.at.into(),
    ];
    let row = tx.query_one_raw(statement(tx, ADD, values)).await?;
    Ok(row.ok_or(AppError::Internal)?.try_get_by_index(0)?)
}

/// Takes the reasons off the refunds of the order `id`: they may name its shopper.
pub(super) async fn anonymise(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    const TAKE: &str = "UPDATE order_refunds SET reason = '' WHERE order_id = $1";
    tx.execute_raw(statement(tx, TAKE, [id.into()])).await?;
    Ok(())
}

/// Returns how many of each item of `document` have not been refunded yet.
pub fn left(refunds: &[Refund], document: &OrderDocument) -> Vec<i64> {
    let before = before(refunds, document);
    let each = document.items.iter().zip(before);
    each.map(|(item, before)| (item.quantity - before).max(0))
        .collect()
}

fn before(refunds: &[Refund], document: &OrderDocument) -> Vec<i64> {
    let all = refunds.iter().flat_map(|refund| &refund.items);
    let of = |place: usize| all.clone().filter(move |it| it.0 == place).map(|it| it.1);
    let places = 0..document.items.len();
    places.map(|place| of(place).sum()).collect()
}

/// Returns what was paid for these items, after discounts and with taxes, in minor units.
///
/// With `with_shipping`, delivery is included, unless it was refunded before.
pub fn worth(
    document: &OrderDocument,
    refunds: &[Refund],
    items: &[(usize, i64)],
    with_shipping: bool,
) -> i64 {
    let (before, paid) = (before(refunds, document), paid_for_items(document));
    let part = |place: usize, quantity: i64| {
        let of = document.items.get(place).map_or(1, |item| item.quantity);
        let paid = paid.get(place).copied().unwrap_or_default();
        // Of three for ten, the third is what is left.
        paid * quantity.min(of) / of.max(1)
    };
    let item = |(place, quantity): &(usize, i64)| {
        let before = before.get(*place).copied().unwrap_or_default();
        part(*place, before + quantity) - part(*place, before)
    };
    let goods: i64 = items.iter().map(item).sum();
    let is_due = with_shipping && refunds.iter().all(|refund| !refund.has_shipping);
    goods + if is_due { shipping(document) } else { 0 }
}

/// What was paid for delivery and handling, with taxes.
pub fn shipping(document: &OrderDocument) -> i64 {
    let it = &document.totals;
    let taxes = match it.prices_include_tax {
        true => 0,
        false => it.shipping_tax + it.handling_tax,
    };
    it.shipping + it.handling + taxes
}

/// Returns what was paid for each item, in minor units: discounts, and taxes on top, are split in proportion to their prices.
pub(super) fn paid_for_items(document: &OrderDocument) -> Vec<i64> {
    let it = &document.totals;
    let full: Vec<i64> = document
        .items
        .iter()
        .map(|item| item.price * item.quantity)
        .collect();
    let off = split(it.discounts.total() + it.coupon, &full);
    let net: Vec<i64> = full.iter().zip(off).map(|(full, off)| full - off).collect();
    if it.prices_include_tax {
        return net;
    }
    let taxes = split(it.goods_tax(), &net);
    net.iter().zip(taxes).map(|(net, tax)| net + tax).collect()
}
