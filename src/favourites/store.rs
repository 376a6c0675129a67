//! Favourites in the database: a customer's, or those of a browser, by the token of its cart.

use crate::{base::error::AppError, cart::Owner, platform::db::statement};
use sea_orm::{ConnectionTrait, Statement, Value};
use std::collections::HashMap;

/// Most favourites of one owner; with one more, the oldest goes.
pub const MAX: i64 = 200;
/// Ids in one statement.
const AT_ONCE: usize = 500;

/// Keeps the product `id` for `owner`; once is enough.
pub async fn add(
    tx: &impl ConnectionTrait,
    owner: &Owner,
    id: i64,
    now: i64,
) -> Result<(), AppError> {
    let (column, whose) = column(owner);
    let put = format!(
        "INSERT INTO favourites ({column}, product_id, added_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
    );
    let values = [whose.clone(), id.into(), now.into()];
    tx.execute_raw(statement(tx, &put, values)).await?;
    let trim = format!(
        "DELETE FROM favourites WHERE {column} = $1 AND id NOT IN \
         (SELECT id FROM favourites WHERE {column} = $1 ORDER BY id DESC LIMIT $2)"
    );
    tx.execute_raw(statement(tx, &trim, [whose, MAX.into()]))
        .await?;
    Ok(())
}

/// Keeps the product `id` for `owner` no longer.
pub async fn remove(db: &impl ConnectionTrait, owner: &Owner, id: i64) -> Result<(), AppError> {
    let (column, whose) = column(owner);
    let sql = format!("DELETE FROM favourites WHERE {column} = $1 AND product_id = $2");
    db.execute_raw(statement(db, &sql, [whose, id.into()]))
        .await?;
    Ok(())
}

/// Ids of the products that `owner` keeps, the latest first; at most `MAX`.
pub async fn of(db: &impl ConnectionTrait, owner: &Owner) -> Result<Vec<i64>, AppError> {
    let (column, whose) = column(owner);
    let sql =
        format!("SELECT product_id FROM favourites WHERE {column} = $1 ORDER BY id DESC LIMIT $2");
    let rows = db
        .query_all_raw(statement(db, &sql, [whose, MAX.into()]))
        .await?;
    let ids = rows.iter().map(|row| row.try_get_by_index(0));
    Ok(ids.collect::<Result<_, _>>()?)
}

/// Ids of the products that `customer` keeps, the latest first, and since when, in UNIX seconds.
pub async fn with_times(
    db: &impl ConnectionTrait,
    customer: i64,
) -> Result<Vec<(i64, i64)>, AppError> {
    const FIND: &str =
        "SELECT product_id, added_at FROM favourites WHERE customer_id = $1 ORDER BY id DESC";
    let rows = db
        .query_all_raw(statement(db, FIND, [customer.into()]))
        .await?;
    let each = rows
        .iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)));
    each.collect()
}

/// How many keep each of the products `ids`; one that nobody keeps is not in it.
pub async fn counts(db: &impl ConnectionTrait, ids: &[i64]) -> Result<HashMap<i64, i64>, AppError> {
    let mut counts = HashMap::new();
    for ids in ids.chunks(AT_ONCE) {
        let places: Vec<String> = (1..=ids.len()).map(|place| format!("${place}")).collect();
        let sql = format!(
            "SELECT product_id, COUNT(*) FROM favourites WHERE product_id IN ({}) GROUP BY product_id",
            places.join(", ")
        );
        let values = ids.iter().map(|id| Value::from(*id));
        let query = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
        for row in db.query_all_raw(query).await? {
            counts.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        }
    }
    Ok(counts)
}

/// Deletes what guests kept before `before`: their browsers have forgotten it. Returns how many rows.
pub async fn purge(db: &impl ConnectionTrait, before: i64) -> Result<u64, AppError> {
    const OLD: &str = "DELETE FROM favourites WHERE customer_id IS NULL AND added_at < $1";
    let gone = db.execute_raw(statement(db, OLD, [before.into()])).await?;
    Ok(gone.rows_affected())
}

/// The column that says whose, and what stands in it.
fn column(owner: &Owner) -> (&'static str, Value) {
    match owner {
        Owner::Customer(id) => ("customer_id", (*id).into()),
        Owner::Guest(token) => ("token_hash", token.hash().into()),
        Owner::GuestOf(hash) => ("token_hash", hash.clone().into()),
    }
}
