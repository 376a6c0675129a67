//! Whether a copy is what it was copied from.

use crate::platform::db::{
    statement,
    tables::{ColumnKind, Table},
};
use sea_orm::{ConnectionTrait, DbErr};

/// Compares how many rows `tables` have on either side, and a sum of each column.
pub async fn same(
    from: &impl ConnectionTrait,
    to: &impl ConnectionTrait,
    tables: &[Table],
) -> Result<(), DbErr> {
    for table in tables {
        let (before, after) = (sums(from, table).await?, sums(to, table).await?);
        if before != after {
            return Err(DbErr::Custom(format!(
                "{} is not the same after copying: {before:?} became {after:?}",
                table.name
            )));
        }
    }
    Ok(())
}

/// The number of rows, then for each column a sum: of numbers, of yeses, or of lengths.
async fn sums(db: &impl ConnectionTrait, table: &Table) -> Result<Vec<i64>, DbErr> {
    let column = |(name, kind): &(String, ColumnKind)| {
        let summed = match kind {
            // Times and ids of a million rows are more than a sum can hold.
            ColumnKind::Number => format!("{name} % 1000003"),
            ColumnKind::Flag => format!("CASE WHEN {name} THEN 1 ELSE 0 END"),
            ColumnKind::Text | ColumnKind::Bytes => format!("LENGTH({name})"),
        };
        format!("CAST(COALESCE(SUM({summed}), 0) AS BIGINT), COUNT({name})")
    };
    let columns: Vec<String> = table.columns.iter().map(column).collect();
    let sql = format!(
        "SELECT COUNT(*), {} FROM {}",
        columns.join(", "),
        table.name
    );
    let row = db.query_one_raw(statement(db, &sql, [])).await?;
    let Some(row) = row else {
        return Ok(Vec::new());
    };
    let places = 0..=2 * table.columns.len();
    places.map(|place| row.try_get_by_index(place)).collect()
}
