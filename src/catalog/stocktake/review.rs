//! What was counted beside what was expected, and what was not counted.

use crate::{base::error::AppError, catalog::store::stock::StockPlace, platform::db::statement};
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};

/// What was counted in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where.
    pub place: StockPlace,
    /// How many are there.
    pub counted: i64,
    /// How many the shop had at that moment: what is sold later is no difference. `None` if it did not count them.
    pub expected: Option<i64>,
    /// When it was counted last.
    pub counted_at: i64,
    /// By whom.
    pub who: String,
    /// By how much stock changed, once it is applied.
    pub applied: Option<i64>,
}

impl Row {
    /// How many more there are than the shop thought.
    pub fn difference(&self) -> i64 {
        self.counted - self.expected.unwrap_or(0)
    }

    /// Whether applying it changes anything.
    pub fn is_different(&self) -> bool {
        self.expected != Some(self.counted)
    }
}

fn place(row: &QueryResult) -> Result<StockPlace, AppError> {
    let variation: i64 = row.try_get_by_index(1)?;
    Ok(StockPlace {
        product: row.try_get_by_index(0)?,
        variation: Some(variation).filter(|id| *id != 0),
    })
}

const DIFFERS: &str = "(expected IS NULL OR expected <> counted)";

/// What the stocktaking `id` counted behind `after`, in order of the products, at most `most`; only what differs, if that is
/// asked for.
pub async fn rows(
    db: &impl ConnectionTrait,
    id: i64,
    only_different: bool,
    after: Option<StockPlace>,
    most: usize,
) -> Result<Vec<Row>, AppError> {
    let (product, variation) = after.map_or((0, 0), |it| (it.product, it.variation.unwrap_or(0)));
    let only = match only_different {
        true => format!("AND {DIFFERS}"),
        false => String::new(),
    };
    let sql = format!(
        "SELECT product_id, variation_id, counted, expected, counted_at, who, difference FROM stocktake_counts \
         WHERE stocktake_id = $1 AND (product_id, variation_id) > ($2, $3) {only} \
         ORDER BY product_id, variation_id LIMIT {most}"
    );
    let values = [id.into(), product.into(), variation.into()];
    let rows = db.query_all_raw(statement(db, &sql, values)).await?;
    let read = |row: &QueryResult| {
        Ok(Row {
            place: place(row)?,
            counted: row.try_get_by_index(2)?,
            expected: row.try_get_by_index(3)?,
            counted_at: row.try_get_by_index(4)?,
            who: row.try_get_by_index(5)?,
            applied: row.try_get_by_index(6)?,
        })
    };
    rows.iter().map(read).collect()
}

/// What a stocktaking comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Places that were counted.
    pub places: i64,
    /// Those of them where there is another number than was expected.
    pub different: i64,
    /// Pieces that were found more than expected.
    pub more: i64,
    /// Pieces that are missing.
    pub fewer: i64,
}

/// What the stocktaking `id` comes to.
pub async fn totals(db: &impl ConnectionTrait, id: i64) -> Result<Totals, AppError> {
    const COUNT: &str = "SELECT COUNT(*), COALESCE(SUM(CASE WHEN expected IS NULL OR expected <> counted THEN 1 ELSE 0 END), 0), \
        CAST(COALESCE(SUM(CASE WHEN counted > COALESCE(expected, 0) THEN counted - COALESCE(expected, 0) ELSE 0 END), 0) AS BIGINT), \
        CAST(COALESCE(SUM(CASE WHEN counted < expected THEN expected - counted ELSE 0 END), 0) AS BIGINT) \
        FROM stocktake_counts WHERE stocktake_id = $1";
    let row = db.query_one_raw(statement(db, COUNT, [id.into()])).await?;
    let row = row.ok_or(AppError::Internal)?;
    Ok(Totals {
        places: row.try_get_by_index(0)?,
        different: row.try_get_by_index(1)?,
        more: row.try_get_by_index(2)?,
        fewer: row.try_get_by_index(3)?,
    })
}

/// Places of which the shop has something and that the stocktaking `id` did not count, of its category, at most `most`.
pub async fn missing(
    db: &impl ConnectionTrait,
    id: i64,
    category: Option<i64>,
    most: usize,
) -> Result<Vec<StockPlace>, AppError> {
    let mut values: Vec<Value> = vec![id.into()];
    let within = category.map(|category| {
        values.push(category.into());
        "AND EXISTS (SELECT 1 FROM product_categories m WHERE m.category_id = $2 AND m.product_id = o.id)"
    });
    let within = within.unwrap_or_default();
    let counted = |variation: &str| {
        format!(
            "EXISTS (SELECT 1 FROM stocktake_counts c WHERE c.stocktake_id = $1 AND c.product_id = o.id AND c.variation_id = {variation})"
        )
    };
    // A product whose variations all have their own is counted there.
    let sql = format!(
        "SELECT id, variation_id FROM (\
         SELECT o.id, 0 AS variation_id FROM products o WHERE o.stock > 0 AND NOT {of_product} {within} \
         AND (NOT EXISTS (SELECT 1 FROM variations w WHERE w.product_id = o.id) \
         OR EXISTS (SELECT 1 FROM variations w WHERE w.product_id = o.id AND w.stock IS NULL)) \
         UNION ALL \
         SELECT o.id, v.id AS variation_id FROM variations v JOIN products o ON o.id = v.product_id \
         WHERE v.stock > 0 AND NOT {of_variation} {within}) AS places ORDER BY id, variation_id LIMIT {most}",
        of_product = counted("0"),
        of_variation = counted("v.id"),
    );
    let find = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = db.query_all_raw(find).await?;
    rows.iter().map(place).collect()
}
