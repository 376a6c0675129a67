//! Stock, and the only ways to change it: each keeps a movement in the same transaction, which says why it is what it is.

mod cause;
mod movements;

pub use cause::{Cause, Kind};
pub use movements::{After, Filter, Movement, falls, latest};

use super::{
    entity::{product, variation},
    list_columns,
};
use crate::{
    base::{date, error::AppError},
    catalog::{Product, bounds::MAX_OF_ANYTHING},
    platform::db::statement,
};
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect, Statement, Value};

/// Where something is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StockPlace {
    /// At this product,
    pub product: i64,
    /// or at this variation of it.
    pub variation: Option<i64>,
}

impl StockPlace {
    fn table(self) -> (&'static str, i64) {
        match self.variation {
            Some(id) => ("variations", id),
            None => ("products", self.product),
        }
    }

    /// Waits until nobody else changes the stock of the product: it stands for its variations, so that whoever changes the
    /// product and whoever buys of it wait in one order.
    async fn lock(self, tx: &impl ConnectionTrait) -> Result<(), AppError> {
        let row = product::Entity::find_by_id(self.product)
            .select_only()
            .column(product::Column::Id)
            .lock_exclusive()
            .into_tuple::<i64>();
        row.one(tx).await?;
        Ok(())
    }

    /// What is left here by now: `None` if there is no such place, `Some(None)` if nothing is counted.
    async fn left(self, tx: &impl ConnectionTrait) -> Result<Option<Option<i64>>, AppError> {
        let left = match self.variation {
            Some(id) => variation::Entity::find_by_id(id)
                .select_only()
                .column(variation::Column::Stock)
                .into_tuple()
                .one(tx),
            None => product::Entity::find_by_id(self.product)
                .select_only()
                .column(product::Column::Stock)
                .into_tuple()
                .one(tx),
        };
        Ok(left.await?)
    }
}

/// Whether the own stock of `product` is what it, or one of its variations, is sold of.
pub fn is_counted_at_product(product: &Product) -> bool {
    product.variations.is_empty() || product.variations.iter().any(|it| it.stock.is_none())
}

/// What came of adding to stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddedStock {
    /// So many are left since.
    Left(i64),
    /// Nothing is counted there, or there is nothing of the kind.
    NotCounted,
    /// There would be less than nothing, or more than can be counted: so many are left.
    OutOfBounds(i64),
}

/// Takes `quantity` off the stock of a product, or of its variation if that has its own; `None` if
/// there are not that many, else whether none are left.
pub async fn take(
    tx: &impl ConnectionTrait,
    product: i64,
    variation: Option<i64>,
    quantity: i64,
    cause: &Cause<'_>,
) -> Result<Option<bool>, AppError> {
    const OF_PRODUCT: &str = "UPDATE products SET stock = stock - $1, \
        fewest = CASE WHEN fewest > stock - $1 THEN stock - $1 ELSE fewest END, \
        low_from = CASE WHEN low_at IS NULL AND low_from > stock - $1 THEN stock - $1 \
        WHEN low_at > 0 AND stock - $1 <= low_at THEN $3 ELSE low_from END \
        WHERE id = $2 AND stock >= $1 RETURNING stock, low_at";
    const OF_VARIATION: &str = "UPDATE variations SET stock = stock - $1 WHERE id = $2 AND stock >= $1 RETURNING stock, low_at";
    const FEWER: &str = "UPDATE products SET fewest = CASE WHEN fewest > $1 THEN $1 ELSE fewest END, \
        low_from = CASE WHEN COALESCE($3, low_at) IS NULL AND low_from > $1 THEN $1 \
        WHEN COALESCE($3, low_at) > 0 AND $1 <= COALESCE($3, low_at) THEN $4 ELSE low_from END \
        WHERE id = $2 AND (fewest > $1 OR (COALESCE($3, low_at) IS NULL AND low_from > $1) OR $1 <= COALESCE($3, low_at))";
    let place = StockPlace { product, variation };
    let (sql, id) = match variation {
        Some(id) => {
            place.lock(tx).await?;
            (OF_VARIATION, id)
        }
        None => (OF_PRODUCT, product),
    };
    let mut values: Vec<Value> = vec![quantity.into(), id.into()];
    if variation.is_none() {
        values.push(list_columns::ALWAYS_LOW.into());
    }
    let take = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    let taken = tx.query_one_raw(take).await?;
    let Some(row) = taken else { return Ok(None) };
    let (left, low): (i64, Option<i64>) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
    if variation.is_some() {
        let values = [
            left.into(),
            product.into(),
            low.into(),
            list_columns::ALWAYS_LOW.into(),
        ];
        tx.execute_raw(statement(tx, FEWER, values)).await?;
    }
    movements::add(tx, place, -quantity, Some(left), cause).await?;
    Ok(Some(left == 0))
}

/// Takes `there` off the stock of a product, or of its variation, and notes that `missing` more were sold than there were: what
/// lies on a shelf is never less than nothing. As [`take`].
pub async fn take_beyond(
    tx: &impl ConnectionTrait,
    product: i64,
    variation: Option<i64>,
    there: i64,
    missing: i64,
    cause: &Cause<'_>,
) -> Result<Option<bool>, AppError> {
    let taken = match there {
        0 => Some(false),
        there => take(tx, product, variation, there, cause).await?,
    };
    if taken.is_some() {
        let place = StockPlace { product, variation };
        let reason = format!("{missing} more sold than there were");
        let left = place.left(tx).await?.flatten();
        movements::add(tx, place, 0, left, &cause.because(&reason)).await?;
    }
    Ok(taken)
}

/// Adds `quantity` to the stock of a product, or of its variation if that has its own; nothing where
/// none is counted.
pub async fn put_back(
    tx: &impl ConnectionTrait,
    product: i64,
    variation: Option<i64>,
    quantity: i64,
    cause: &Cause<'_>,
) -> Result<(), AppError> {
    let own = StockPlace { product, variation };
    let is_done = match variation {
        Some(_) => matches!(add(tx, own, quantity, cause).await?, AddedStock::Left(_)),
        None => false,
    };
    if !is_done {
        let of_product = StockPlace {
            product,
            variation: None,
        };
        add(tx, of_product, quantity, cause).await?;
    }
    Ok(())
}

/// Adds `delta`, which may be less than nothing, to what is left at `place`, in one statement: beside a sale neither is lost.
pub async fn add(
    tx: &impl ConnectionTrait,
    place: StockPlace,
    delta: i64,
    cause: &Cause<'_>,
) -> Result<AddedStock, AppError> {
    place.lock(tx).await?;
    let (table, id) = place.table();
    let sql = format!(
        "UPDATE {table} SET stock = stock + $1 WHERE id = $2 AND stock + $1 BETWEEN 0 AND $3 RETURNING stock"
    );
    let values = [delta.into(), id.into(), MAX_OF_ANYTHING.into()];
    let added = tx.query_one_raw(statement(tx, &sql, values)).await?;
    let Some(row) = added else {
        let left = place.left(tx).await?.flatten();
        return Ok(left.map_or(AddedStock::NotCounted, AddedStock::OutOfBounds));
    };
    let left = row.try_get_by_index(0)?;
    settle(tx, place.product).await?;
    movements::add(tx, place, delta, Some(left), cause).await?;
    Ok(AddedStock::Left(left))
}

/// Says how many are left at `place`; `None` is that nothing is counted there. `false` if it was so, or there is no such place.
pub async fn set(
    tx: &impl ConnectionTrait,
    place: StockPlace,
    stock: Option<i64>,
    cause: &Cause<'_>,
) -> Result<bool, AppError> {
    place.lock(tx).await?;
    let Some(before) = place.left(tx).await?.filter(|it| *it != stock) else {
        return Ok(false);
    };
    let (table, id) = place.table();
    let sql = format!("UPDATE {table} SET stock = $1 WHERE id = $2");
    tx.execute_raw(statement(tx, &sql, [stock.into(), id.into()]))
        .await?;
    settle(tx, place.product).await?;
    movements::add(tx, place, difference(before, stock), stock, cause).await?;
    Ok(true)
}

fn difference(before: Option<i64>, after: Option<i64>) -> i64 {
    after.unwrap_or(0) - before.unwrap_or(0)
}

/// Keeps the movements of a product that was written as a whole, by whoever holds it locked.
pub(super) async fn moved(
    tx: &impl ConnectionTrait,
    before: Option<&Product>,
    after: &Product,
    cause: &Cause<'_>,
) -> Result<(), AppError> {
    let mut places = vec![(None, before.and_then(|it| it.stock), after.stock)];
    let was = before.map_or(&[][..], |it| &it.variations);
    for variation in &after.variations {
        let was = was.iter().find(|it| it.id == variation.id);
        let stock = was.and_then(|it| it.stock);
        places.push((Some(variation.id), stock, variation.stock));
    }
    let gone = was
        .iter()
        .filter(|was| after.variations.iter().all(|it| it.id != was.id));
    places.extend(gone.map(|it| (Some(it.id), it.stock, None)));
    for (variation, before, stock) in places.into_iter().filter(|(_, was, is)| was != is) {
        let place = StockPlace {
            product: after.id,
            variation,
        };
        movements::add(tx, place, difference(before, stock), stock, cause).await?;
    }
    Ok(())
}

/// Looks anew how few are left of anything of a product, whose row is locked: it is other than it was.
async fn settle(tx: &impl ConnectionTrait, product: i64) -> Result<(), AppError> {
    const SETTLE: &str = "UPDATE products SET fewest = CASE \
        WHEN stock IS NOT NULL AND NOT EXISTS (SELECT 1 FROM variations v WHERE v.product_id = products.id AND v.stock IS NOT NULL) \
        THEN stock \
        WHEN stock IS NOT NULL AND EXISTS (SELECT 1 FROM variations v WHERE v.product_id = products.id AND v.stock IS NULL) \
        THEN (SELECT CASE WHEN MIN(v.stock) < products.stock THEN MIN(v.stock) ELSE products.stock END \
        FROM variations v WHERE v.product_id = products.id) \
        ELSE COALESCE((SELECT MIN(v.stock) FROM variations v WHERE v.product_id = products.id), $2) END, \
        low_from = COALESCE((SELECT MIN(CASE WHEN place.low IS NULL THEN place.stock WHEN place.low > 0 AND place.stock <= place.low THEN $4 ELSE $2 END) \
        FROM (SELECT v.stock AS stock, COALESCE(v.low_at, products.low_at) AS low FROM variations v \
        WHERE v.product_id = products.id AND v.stock IS NOT NULL \
        UNION ALL SELECT products.stock, products.low_at WHERE products.stock IS NOT NULL \
        AND (NOT EXISTS (SELECT 1 FROM variations v WHERE v.product_id = products.id) \
        OR EXISTS (SELECT 1 FROM variations v WHERE v.product_id = products.id AND v.stock IS NULL))) AS place), $2), \
        updated_at = $3 WHERE id = $1";
    let values = [
        product.into(),
        list_columns::UNCOUNTED.into(),
        date::now().into(),
        list_columns::ALWAYS_LOW.into(),
    ];
    tx.execute_raw(statement(tx, SETTLE, values)).await?;
    Ok(())
}

/// Tells every instance of the shop that `products` sold out, or can be bought again.
pub async fn note(tx: &impl ConnectionTrait, products: &[i64]) -> Result<(), AppError> {
    const RAISE: &str =
        "UPDATE catalog_version SET stock_version = stock_version + 1, products_changed_at = $1";
    const NOTE: &str = "UPDATE products SET updated_at = $2, stock_version = \
        (SELECT stock_version FROM catalog_version) WHERE id = $1";
    let now = date::now();
    if products.is_empty() {
        return Ok(());
    }
    tx.execute_raw(statement(tx, RAISE, [now.into()])).await?;
    for id in products {
        let note = statement(tx, NOTE, [(*id).into(), now.into()]);
        tx.execute_raw(note).await?;
    }
    Ok(())
}
