//! Parcels of an order: what is in each, and what it is known by.

use super::{
    OrderDocument, document::Item, entity::order, status::FulfillmentStatus, tracking::Tracking,
};
use crate::{base::error::AppError, platform::db::statement};
use sea_orm::{ConnectionTrait, QueryResult};

/// A parcel. Number 0 is that of an order which was sent before parcels were kept: it holds everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// Its number.
    pub id: i64,
    /// Places of items, and how many of each are in it.
    pub items: Vec<(usize, i64)>,
    /// What it is known by.
    pub tracking: Tracking,
    /// When it was sent, or ready to be fetched.
    pub sent_at: i64,
    /// When it arrived.
    pub delivered_at: Option<i64>,
}

impl Parcel {
    fn read(row: &QueryResult) -> Result<Self, AppError> {
        let items: String = row.try_get_by_index(1)?;
        Ok(Self {
            id: row.try_get_by_index(0)?,
            items: serde_json::from_str(&items).map_err(AppError::internal)?,
            tracking: Tracking {
                carrier: row.try_get_by_index(2)?,
                number: row.try_get_by_index(3)?,
            },
            sent_at: row.try_get_by_index(4)?,
            delivered_at: row.try_get_by_index(5)?,
        })
    }

    /// What is in it, line by line.
    pub fn lines<'a>(&'a self, document: &'a OrderDocument) -> impl Iterator<Item = String> + 'a {
        lines(document, &self.items)
    }
}

/// So many of the items at these places, line by line.
pub fn lines<'a>(
    document: &'a OrderDocument,
    items: &'a [(usize, i64)],
) -> impl Iterator<Item = String> + 'a {
    let each = items.iter().filter(|(_, quantity)| *quantity > 0);
    each.filter_map(|(place, quantity)| {
        let item: &Item = document.items.get(*place)?;
        Some(item.counted(*quantity))
    })
}

/// The parcels of `order`, the first first.
pub async fn of(
    db: &impl ConnectionTrait,
    order: &order::Model,
    document: &OrderDocument,
) -> Result<Vec<Parcel>, AppError> {
    const ALL: &str = "SELECT id, items, carrier, tracking_number, sent_at, delivered_at \
        FROM order_parcels WHERE order_id = $1 ORDER BY id";
    let rows = db.query_all_raw(statement(db, ALL, [order.id.into()]));
    let rows = rows.await?;
    if rows.is_empty() {
        return Ok(before_parcels(order, document).into_iter().collect());
    }
    rows.iter().map(Parcel::read).collect()
}

/// Returns a parcel with everything, for an order that was sent before parcels were stored.
fn before_parcels(order: &order::Model, document: &OrderDocument) -> Option<Parcel> {
    use FulfillmentStatus::{Delivered, ReadyForPickup, Returned, Shipped};
    let is_sent = matches!(
        order.fulfillment_status,
        Shipped | Delivered | ReadyForPickup | Returned
    );
    let items = document.items.iter().enumerate();
    (is_sent && document.is_delivered()).then(|| Parcel {
        id: 0,
        items: items
            .filter(|(_, item)| !item.digital)
            .map(|(place, item)| (place, item.quantity))
            .collect(),
        tracking: order.tracking(),
        sent_at: order.shipped_at.unwrap_or(order.placed_at),
        delivered_at: (order.fulfillment_status == Delivered)
            .then(|| order.shipped_at.unwrap_or(order.placed_at)),
    })
}

/// How many of each item of `document` are in `parcels`.
pub fn sent(parcels: &[Parcel], document: &OrderDocument) -> Vec<i64> {
    let all = parcels.iter().flat_map(|parcel| &parcel.items);
    let of = |place: usize| all.clone().filter(move |it| it.0 == place).map(|it| it.1);
    let places = 0..document.items.len();
    places.map(|place| of(place).sum()).collect()
}

/// How many of each item of `document` are still to be sent: they are in none of `parcels`, and no files.
pub fn left(parcels: &[Parcel], document: &OrderDocument) -> Vec<i64> {
    let each = unsent(parcels, document).into_iter().zip(&document.items);
    each.map(|(left, item)| if item.digital { 0 } else { left })
        .collect()
}

/// Returns how many of each item of `document` are in none of `parcels`, and did not go back into stock instead of being sent;
/// files count too, though they are never sent.
pub fn unsent(parcels: &[Parcel], document: &OrderDocument) -> Vec<i64> {
    let sent = sent(parcels, document);
    let each = document.items.iter().zip(sent);
    // More can be back in stock than is in parcels: one typed by mistake was taken away, or somebody restocked the whole order.
    let never_sent = |item: &Item, sent: i64| item.restocked_unsent.max(item.restocked - sent);
    each.map(|(item, sent)| (item.quantity - sent - never_sent(item, sent)).max(0))
        .collect()
}

/// Keeps a parcel of the order `id`.
pub(super) async fn add(
    tx: &impl ConnectionTrait,
    id: i64,
    items: &[(usize, i64)],
    tracking: &Tracking,
    now: i64,
) -> Result<(), AppError> {
    const ADD: &str = "INSERT INTO order_parcels (order_id, items, carrier, tracking_number, sent_at) \
        VALUES ($1, $2, $3, $4, $5)";
    let values = [
        id.into(),
        serde_json::to_string(items)
            .map_err(AppError::internal)?
            .into(),
        tracking.carrier.as_str().into(),
        tracking.number.as_str().into(),
        now.into(),
    ];
    tx.execute_raw(statement(tx, ADD, values)).await?;
    Ok(())
}

/// Forgets a parcel of the order `id`; `false` if there is no such one.
pub(super) async fn remove(
    tx: &impl ConnectionTrait,
    id: i64,
    parcel: i64,
) -> Result<bool, AppError> {
    const REMOVE: &str = "DELETE FROM order_parcels WHERE order_id = $1 AND id = $2";
    let done = tx
        .execute_raw(statement(tx, REMOVE, [id.into(), parcel.into()]))
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Forgets every parcel of the order `id`: nothing of it was sent.
pub(super) async fn remove_all(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    const REMOVE: &str = "DELETE FROM order_parcels WHERE order_id = $1";
    tx.execute_raw(statement(tx, REMOVE, [id.into()])).await?;
    Ok(())
}

/// Notes that `parcel` of the order `id` arrived, or all of its parcels; returns how many had not before.
pub(super) async fn note_delivered(
    tx: &impl ConnectionTrait,
    id: i64,
    parcel: Option<i64>,
    now: i64,
) -> Result<u64, AppError> {
    const NOTE: &str = "UPDATE order_parcels SET delivered_at = $2 WHERE order_id = $1 \
        AND delivered_at IS NULL AND ($3 = 0 OR id = $3)";
    let values = [id.into(), now.into(), parcel.unwrap_or(0).into()];
    let done = tx.execute_raw(statement(tx, NOTE, values)).await?;
    Ok(done.rows_affected())
}

/// Deletes carriers and tracking numbers from the parcels of the order `id`.
pub(super) async fn anonymise(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    const TAKE: &str =
        "UPDATE order_parcels SET carrier = '', tracking_number = '' WHERE order_id = $1";
    tx.execute_raw(statement(tx, TAKE, [id.into()])).await?;
    Ok(())
}
