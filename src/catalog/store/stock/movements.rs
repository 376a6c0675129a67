//! Rows of `stock_movements`: every change of how many are left, with who, why, and of which order. They are only added.

use super::{Cause, Kind, StockPlace};
use crate::{
    base::{date, error::AppError},
    platform::db::statement,
};
use sea_orm::{ConnectionTrait, QueryResult, Statement, Value};

/// Keeps that there are `delta` more at `place`, `after` in all.
pub(super) async fn add(
    tx: &impl ConnectionTrait,
    place: StockPlace,
    delta: i64,
    after: Option<i64>,
    cause: &Cause<'_>,
) -> Result<(), AppError> {
    const ADD: &str = "INSERT INTO stock_movements \
        (at, product_id, variation_id, delta, stock_after, cause, order_number, reason, staff_id, who) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let row = [
        // Not when somebody began with what causes it: rows go by their time.
        date::now().into(),
        place.product.into(),
        place.variation.into(),
        delta.into(),
        after.into(),
        cause.kind.code().into(),
        cause.order.into(),
        cause.reason.into(),
        cause.actor.staff.into(),
        cause.actor.who.as_str().into(),
    ];
    tx.execute_raw(statement(tx, ADD, row)).await?;
    Ok(())
}

/// A change of how many are left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// Its number.
    pub id: i64,
    /// When it was.
    pub at: i64,
    /// Where.
    pub place: StockPlace,
    /// How many more there are since.
    pub delta: i64,
    /// How many there are since; `None` if they are not counted any more.
    pub after: Option<i64>,
    /// What changed it.
    pub kind: Option<Kind>,
    /// Number of the order, or empty.
    pub order: String,
    /// Why, in somebody's words.
    pub reason: String,
    /// Who it was.
    pub who: String,
}

impl Movement {
    fn read(row: &QueryResult) -> Result<Self, AppError> {
        let kind: String = row.try_get_by_index(6)?;
        Ok(Self {
            id: row.try_get_by_index(0)?,
            at: row.try_get_by_index(1)?,
            place: StockPlace {
                product: row.try_get_by_index(2)?,
                variation: row.try_get_by_index(3)?,
            },
            delta: row.try_get_by_index(4)?,
            after: row.try_get_by_index(5)?,
            kind: Kind::of_code(&kind),
            order: row.try_get_by_index(7)?,
            reason: row.try_get_by_index(8)?,
            who: row.try_get_by_index(9)?,
        })
    }
}

/// What movements are asked for by; what is not given leaves nothing out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this product.
    pub product: Option<i64>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// Of whom; empty is of everybody.
    pub who: String,
}

/// The number behind which a page begins.
pub type After = i64;

const COLUMNS: &str = "SELECT id, at, product_id, variation_id, delta, stock_after, cause, order_number, reason, who \
    FROM stock_movements";

/// The latest movements that `filter` leaves, of numbers below `before`, at most `most`.
pub async fn latest(
    db: &impl ConnectionTrait,
    filter: &Filter,
    before: Option<After>,
    most: usize,
) -> Result<Vec<Movement>, AppError> {
    let mut values: Vec<Value> = vec![before.unwrap_or(i64::MAX).into()];
    let mut conditions = vec!["id < $1".to_owned()];
    let mut only = |column: &str, value: Value| {
        values.push(value);
        conditions.push(format!("{column} = ${}", values.len()));
    };
    if let Some(product) = filter.product {
        only("product_id", product.into());
    }
    if let Some(kind) = filter.kind {
        only("cause", kind.code().into());
    }
    if !filter.who.is_empty() {
        only("who", filter.who.as_str().into());
    }
    let sql = format!(
        "{COLUMNS} WHERE {} ORDER BY id DESC LIMIT {most}",
        conditions.join(" AND ")
    );
    let find = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = db.query_all_raw(find).await?;
    rows.iter().map(Movement::read).collect()
}

/// What fell, in movements of numbers above `after` that were before `until`; and the number of the last that was looked at. At
/// most `most` are looked at.
pub async fn falls(
    db: &impl ConnectionTrait,
    after: After,
    until: i64,
    most: usize,
) -> Result<(Vec<Movement>, After), AppError> {
    let sql = format!("{COLUMNS} WHERE id > $1 ORDER BY id LIMIT {most}");
    let rows = db.query_all_raw(statement(db, &sql, [after.into()]));
    let rows = rows.await?;
    let movements = rows.iter().map(Movement::read);
    let movements = movements.collect::<Result<Vec<_>, _>>()?;
    // What is younger may have others of lower numbers beside it that are not there yet.
    let old = movements.into_iter().take_while(|it| it.at < until);
    let old: Vec<Movement> = old.collect();
    let last = old.last().map_or(after, |it| it.id);
    let is_fall = |it: &Movement| it.after.is_some() && it.delta < 0;
    Ok((old.into_iter().filter(is_fall).collect(), last))
}

impl Movement {
    /// Whether there were more than `low` before it, and are not since.
    pub fn falls_to(&self, low: i64) -> bool {
        let after = self.after.filter(|after| *after <= low);
        after.is_some_and(|after| after - self.delta > low)
    }
}
