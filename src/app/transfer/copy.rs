//! Copying the rows of a table, in the order of its key.

use crate::platform::db::{Db, statement, tables::Table};
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseTransaction, DbErr, IsolationLevel, Statement,
    TransactionTrait, Value,
    sea_query::{Alias, Query},
};

/// Rows read and written at once.
const AT_ONCE: usize = 500;

/// A view of `db` in which nothing changes any more.
pub async fn snapshot(db: &Db) -> Result<DatabaseTransaction, DbErr> {
    let (level, mode) = (IsolationLevel::RepeatableRead, AccessMode::ReadOnly);
    if db.is_shared() {
        db.read.begin_with_config(Some(level), Some(mode)).await
    } else {
        // A reader of a file sees the moment of its first question as long as its transaction lasts.
        db.read.begin().await
    }
}

/// How many rows `tables` have together.
pub async fn count_all(db: &impl ConnectionTrait, tables: &[Table]) -> Result<i64, DbErr> {
    let mut all = 0;
    for table in tables {
        let sql = format!("SELECT COUNT(*) FROM {}", table.name);
        let row = db.query_one_raw(statement(db, &sql, [])).await?;
        all += row.map_or(Ok(0), |row| row.try_get_by_index::<i64>(0))?;
    }
    Ok(all)
}

/// Replaces the rows that `to` has of `table` by those of `from`; returns their number.
pub async fn rows(
    from: &impl ConnectionTrait,
    to: &impl ConnectionTrait,
    table: &Table,
    passed: impl Fn(i64),
) -> Result<i64, DbErr> {
    let clear = format!("DELETE FROM {}", table.name);
    to.execute_raw(statement(to, &clear, [])).await?;
    let (mut count, mut last) = (0, None);
    loop {
        let batch = page(from, table, last.as_deref()).await?;
        let Some(end) = batch.last() else {
            return Ok(count);
        };
        last = Some(key_of(table, end));
        let number = i64::try_from(batch.len()).unwrap_or(i64::MAX);
        insert(to, table, batch).await?;
        count += number;
        passed(number);
    }
}

/// The rows behind the one with the key `last`.
async fn page(
    from: &impl ConnectionTrait,
    table: &Table,
    last: Option<&[Value]>,
) -> Result<Vec<Vec<Value>>, DbErr> {
    let columns: Vec<&str> = table
        .columns
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    let (columns, key) = (columns.join(", "), table.key.join(", "));
    let behind = last.map(|last| {
        let places: Vec<String> = (1..=last.len()).map(|place| format!("${place}")).collect();
        format!("WHERE ({key}) > ({})", places.join(", "))
    });
    let sql = format!(
        "SELECT {columns} FROM {} {} ORDER BY {key} LIMIT {AT_ONCE}",
        table.name,
        behind.unwrap_or_default()
    );
    let values = last.unwrap_or_default().to_vec();
    let select = Statement::from_sql_and_values(from.get_database_backend(), sql, values);
    let rows = from.query_all_raw(select).await?;
    let read = |row: &sea_orm::QueryResult| {
        let kinds = table.columns.iter().enumerate();
        kinds
            .map(|(index, (_, kind))| kind.read(row, index))
            .collect::<Result<Vec<_>, _>>()
    };
    rows.iter().map(read).collect()
}

fn key_of(table: &Table, row: &[Value]) -> Vec<Value> {
    let place = |name: &String| table.columns.iter().position(|(column, _)| column == name);
    let places = table.key.iter().filter_map(place);
    places.map(|place| row[place].clone()).collect()
}

async fn insert(
    to: &impl ConnectionTrait,
    table: &Table,
    rows: Vec<Vec<Value>>,
) -> Result<(), DbErr> {
    let mut insert = Query::insert();
    insert
        .into_table(Alias::new(&table.name))
        .columns(table.columns.iter().map(|(name, _)| Alias::new(name)));
    for row in rows {
        insert.values_panic(row.into_iter().map(Into::into));
    }
    to.execute(&insert).await.map(drop)
}
