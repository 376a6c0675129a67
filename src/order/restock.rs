//! Restocking what was ordered: each item at most once.

use super::{OrderDocument, store};
use crate::{
    base::error::AppError,
    catalog::store::stock::{self, Cause},
};
use sea_orm::ConnectionTrait;

/// Restocks the `wanted` items of `document`, given as pairs of place and quantity; returns what was restocked.
///
/// No item is restocked twice. The stock history names `cause`.
pub async fn put_back(
    tx: &impl ConnectionTrait,
    id: i64,
    document: &mut OrderDocument,
    wanted: &[(usize, i64)],
    cause: &Cause<'_>,
) -> Result<Vec<(usize, i64)>, AppError> {
    let mut back: Vec<(usize, i64)> = Vec::new();
    for (place, quantity) in wanted {
        let quantity = (*quantity).min(left(document, *place));
        if let Some(item) = document.items.get_mut(*place).filter(|_| quantity > 0) {
            item.restocked += quantity;
            back.push((*place, quantity));
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

/// Restocks everything not yet restocked; `false` if nothing was left.
pub async fn all(
    tx: &impl ConnectionTrait,
    id: i64,
    document: &mut OrderDocument,
    cause: &Cause<'_>,
) -> Result<bool, AppError> {
    let wanted: Vec<(usize, i64)> = rest(document);
    Ok(!put_back(tx, id, document, &wanted, cause).await?.is_empty())
}

/// Returns every item's place, and how many of it are not yet restocked.
pub fn rest(document: &OrderDocument) -> Vec<(usize, i64)> {
    let places = 0..document.items.len();
    places.map(|place| (place, left(document, place))).collect()
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
