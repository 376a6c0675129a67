//! What was ordered goes back into stock: each thing once.

use super::{Document, store};
use crate::{
    base::error::AppError,
    catalog::store::stock::{self, Cause},
};
use sea_orm::ConnectionTrait;

/// Puts so many of the items at these places of `document` back where their stock is counted; at most as many as are not back
/// already; the history of stock says `cause`. Returns what went back.
pub async fn put_back(
    tx: &impl ConnectionTrait,
    id: i64,
    document: &mut Document,
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

/// The same with everything that is not back yet; `false` if it was before.
pub async fn all(
    tx: &impl ConnectionTrait,
    id: i64,
    document: &mut Document,
    cause: &Cause<'_>,
) -> Result<bool, AppError> {
    let wanted: Vec<(usize, i64)> = rest(document);
    Ok(!put_back(tx, id, document, &wanted, cause).await?.is_empty())
}

/// Everything that is not back yet.
pub fn rest(document: &Document) -> Vec<(usize, i64)> {
    let places = 0..document.items.len();
    places.map(|place| (place, left(document, place))).collect()
}

/// How many of the item at `place` are not back yet. Those that were on no shelf are not to come back.
pub fn left(document: &Document, place: usize) -> i64 {
    let item = document.items.get(place);
    match document.restocked {
        // A version of before says no more than that.
        true => 0,
        false => item.map_or(0, |item| item.quantity - item.missing - item.restocked),
    }
}
