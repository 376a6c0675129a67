//! Taking what is ordered off the stock.

use crate::{
    base::error::AppError,
    cart::{Cart, Line},
    catalog::{
        Product,
        store::stock::{self, Cause},
    },
};
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// Takes everything in `cart` off the stock, and returns how many were missing by line id.
///
/// Only lines that staff agreed to sell beyond the stock may be short; `None` if another one is.
pub async fn all(
    tx: &impl ConnectionTrait,
    cart: &Cart,
    cause: &Cause<'_>,
) -> Result<Option<HashMap<i64, i64>>, AppError> {
    let (mut sold_out, mut missing) = (Vec::new(), HashMap::new());
    // In one order for everybody: two carts with the same things would wait for each other.
    let mut lines: Vec<&Line> = cart.sold().collect();
    lines.sort_by_key(|line| (line.product.id, line.variation));
    for line in lines {
        let (id, quantity) = (line.product.id, line.quantity);
        let Some(place) = stock_place(&line.product, line.variation) else {
            continue;
        };
        let beyond = line.left.map_or(0, |left| quantity - left).max(0);
        let mut taken = stock::take(tx, id, place, quantity, cause).await?;
        if taken.is_none() && beyond > 0 {
            taken = stock::take_beyond(tx, id, place, quantity - beyond, beyond, cause).await?;
            missing.insert(line.id, beyond);
        }
        match taken {
            Some(true) => sold_out.push(id),
            Some(false) => {}
            None => return Ok(None),
        }
    }
    stock::note(tx, &sold_out).await?;
    Ok(Some(missing))
}

/// Returns where the stock of `product` is counted: `Some(Some(id))` at its `variation`, `Some(None)` at the product, `None` if it
/// is not counted.
pub fn stock_place(product: &Product, variation: Option<i64>) -> Option<Option<i64>> {
    let mut variations = product.variations.iter();
    let own = variations.find(|it| Some(it.id) == variation && it.stock.is_some());
    own.map(|it| Some(it.id)).or(product.stock.map(|_| None))
}
