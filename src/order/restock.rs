//! Restocking what was ordered: each item at most once.

use super::{OrderDocument, store};
use crate::{
    base::error::AppError,
    catalog::store::stock::{self, Cause},
};
use sea_orm::ConnectionTrait;

/// How many of an item go back into stock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restocking {
    /// The item's place.
    pub place: usize,
    /// How many of those that do not wait to be sent: they were, or never will be.
    pub sent: i64,
    /// How many of those that wait to be sent, or files.
    pub unsent: i64,
}

impl Restocking {
    /// Returns `true` if some are of those sent and others of those not sent.
    pub fn has_sent_and_unsent(&self) -> bool {
        self.sent > 0 && self.unsent > 0
    }

    /// How many in all.
    pub fn quantity(&self) -> i64 {
        self.sent + self.unsent
    }
}

/// Restocks the `wanted` items of `document`; returns the place of each that was restocked, and how many.
///
/// No item is restocked twice. The stock history names `cause`.
pub async fn put_back(
    tx: &impl ConnectionTrait,
    id: i64,
    document: &mut OrderDocument,
    wanted: &[Restocking],
    cause: &Cause<'_>,
) -> Result<Vec<(usize, i64)>, AppError> {
    let mut back: Vec<(usize, i64)> = Vec::new();
    for it in wanted {
        let left = left(document, it.place);
        let unsent = it.unsent.min(left);
        let quantity = it.quantity().min(left);
        if let Some(item) = document.items.get_mut(it.place).filter(|_| quantity > 0) {
            item.restocked += quantity;
            item.restocked_unsent += unsent;
            back.push((it.place, quantity));
        }
    }
    if back.is_empty() {
        return Ok(back);
    }
    document.restocked = (0..document.items.len()).all(|place| left(document, place) == 0);
    // In one order for everybody: two orders of the same things would wait for each other.
    let mut sorted = back.clone();
    sorted.sort_by_key(|(place, _)| {
        let item = &document.items[*place];
        (item.product, item.variation)
    });
    for (place, quantity) in sorted {
        let item = &document.items[place];
        stock::put_back(tx, item.product, item.variation, quantity, cause).await?;
    }
    store::set_document(tx, id, document).await?;
    let products: Vec<i64> = back
        .iter()
        .map(|(place, _)| document.items[*place].product)
        .collect();
    stock::note(tx, &products).await?;
    Ok(back)
}

/// Restocks everything not yet restocked, whether it was sent or not; `false` if nothing was left.
pub async fn all(
    tx: &impl ConnectionTrait,
    id: i64,
    document: &mut OrderDocument,
    cause: &Cause<'_>,
) -> Result<bool, AppError> {
    let places = 0..document.items.len();
    let rest = places.map(|place| Restocking {
        place,
        sent: left(document, place),
        unsent: 0,
    });
    let rest: Vec<Restocking> = rest.collect();
    Ok(!put_back(tx, id, document, &rest, cause).await?.is_empty())
}

/// Returns how many of the item at `place` have been restocked.
pub fn done(document: &OrderDocument, place: usize) -> i64 {
    let item = document.items.get(place);
    item.map_or(0, |item| {
        item.quantity - item.missing - left(document, place)
    })
}

/// Returns how many of the item at `place` can still be restocked; those sold beyond the stock cannot.
pub fn left(document: &OrderDocument, place: usize) -> i64 {
    let item = document.items.get(place);
    match document.restocked {
        // A version of before says no more than that.
        true => 0,
        false => item.map_or(0, |item| item.quantity - item.missing - item.restocked),
    }
}
