//! Which tables a database has, and what stands in their columns.

use super::{Db, postgres, sqlite};
use sea_orm::{ConnectionTrait, DatabaseBackend, DbErr, QueryResult, Value};

/// What a column holds; any may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
}

impl ColumnKind {
    /// The kind of columns that an engine declares as `declared`.
    fn of(declared: &str) -> Option<Self> {
        let declared = declared.to_lowercase();
        let is = |names: &[&str]| names.iter().any(|name| declared.starts_with(name));
        match () {
            () if is(&["bigint", "integer"]) => Some(Self::Number),
            () if is(&["boolean"]) => Some(Self::Flag),
            () if is(&["varchar", "character varying", "text"]) => Some(Self::Text),
            () if is(&["blob", "bytea", "varbinary", "binary"]) => Some(Self::Bytes),
            () => None,
        }
    }

    /// The value of this kind in column `index` of `row`.
    pub fn read(self, row: &QueryResult, index: usize) -> Result<Value, DbErr> {
        Ok(match self {
            Self::Number => row.try_get_by_index::<Option<i64>>(index)?.into(),
            Self::Flag => row.try_get_by_index::<Option<bool>>(index)?.into(),
            Self::Text => row.try_get_by_index::<Option<String>>(index)?.into(),
            Self::Bytes => row.try_get_by_index::<Option<Vec<u8>>>(index)?.into(),
        })
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Names of its columns, and what they hold.
    pub columns: Vec<(String, ColumnKind)>,
    /// Columns of its primary key, in order.
    pub key: Vec<String>,
}

impl Table {
    /// Whether it has this column.
    pub fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|(name, _)| name == column)
    }

    /// Whether ids are generated for its rows.
    pub fn has_generated_ids(&self) -> bool {
        self.key == ["id"]
    }
}

/// Every table of `db` that the shop made.
pub async fn tables(db: &Db) -> Result<Vec<Table>, DbErr> {
    let connection = &db.read;
    let described = match connection.get_database_backend() {
        DatabaseBackend::Postgres => postgres::COLUMNS,
        _ => sqlite::COLUMNS,
    };
    let rows = connection
        .query_all_raw(super::statement(connection, described, []))
        .await?;
    let mut tables: Vec<Table> = Vec::new();
    let mut keys: Vec<(i64, String, String)> = Vec::new();
    for row in rows {
        let (table, column, declared): (String, String, String) = (
            row.try_get_by_index(0)?,
            row.try_get_by_index(1)?,
            row.try_get_by_index(2)?,
        );
        let place: i64 = row.try_get_by_index(3)?;
        let kind = ColumnKind::of(&declared).ok_or_else(|| {
            DbErr::Custom(format!(
                "{table}.{column} is of the unknown type {declared}"
            ))
        })?;
        if place > 0 {
            keys.push((place, table.clone(), column.clone()));
        }
        match tables.last_mut().filter(|last| last.name == table) {
            Some(last) => last.columns.push((column, kind)),
            None => tables.push(Table {
                name: table,
                columns: vec![(column, kind)],
                key: Vec::new(),
            }),
        }
    }
    keys.sort();
    for table in &mut tables {
        let own = keys.iter().filter(|(_, name, _)| *name == table.name);
        table.key = own.map(|(.., column)| column.clone()).collect();
    }
    Ok(tables)
}
