//! A list, and how a page of it is found.
//!
//! What has the rows in the order of the list is walked along, and each is looked at whether it fits; or the few that meet the
//! rarest condition are taken, and sorted. Which is faster depends on how many there are, and where: so a bit is walked first,
//! and then it is counted whether they are few.

use super::{
    Direction, KeysetCursor,
    walk::{Walk, by_columns},
};
use crate::{
    base::error::AppError,
    platform::db::conditions::{self, Condition, Values},
};
use sea_orm::{ConnectionTrait, QueryResult};

/// Rows that are walked past before the rarest condition is looked for.
const NEAR: usize = 2_000;
/// Most rows meeting the rarest condition that are sorted instead of walked along.
const FEW: usize = 3_000;
/// Most rows that are sorted where the walk is short anyway.
const FEWER: usize = 100;

/// A list: rows of a table that meet every condition.
pub struct List {
    /// The table; its rows are called `o`.
    pub table: &'static str,
    /// The column of the number.
    pub column: &'static str,
    /// What is walked along.
    pub walk: Walk,
    /// What holds of every row that an index of a part of the table has.
    pub within: Option<&'static str>,
    /// What must hold besides.
    pub conditions: Vec<Condition>,
}

impl List {
    /// Whether nothing is left out.
    pub fn is_all(&self) -> bool {
        self.within.is_none() && self.conditions.is_empty()
    }

    /// The places of at most `most` rows on the `way`.
    pub async fn places(
        &self,
        db: &impl ConnectionTrait,
        way: Direction,
        most: usize,
    ) -> Result<Vec<KeysetCursor>, AppError> {
        if self.conditions.is_empty() {
            return self.walked(db, way, None, most).await;
        }
        let Some(far) = self.far(db, way).await? else {
            return self.walked(db, way, None, most).await;
        };
        let near = self.walked(db, way, Some(far), most).await?;
        if near.len() == most {
            return Ok(near);
        }
        let few = match self.walk.is_short(db).await? {
            true => FEWER,
            false => FEW,
        };
        match conditions::rarest(db, &self.conditions, few).await? {
            Some(rarest) => self.few(db, way, rarest, most).await,
            None => self.walked(db, way, None, most).await,
        }
    }

    /// The place of the row that stands [`NEAR`] rows on, if there is one.
    async fn far(
        &self,
        db: &impl ConnectionTrait,
        way: Direction,
    ) -> Result<Option<KeysetCursor>, AppError> {
        let mut values = Values::default();
        let holds = self.on_the_way(way, &mut values);
        let sql = format!(
            "SELECT {} FROM {} WHERE {} ORDER BY {} LIMIT 1 OFFSET {NEAR}",
            self.walk.place(self.column),
            self.walk.from(db, self.table, false),
            holds.join(" AND "),
            self.walk.order(self.column, way)
        );
        Ok(read(db, &sql, values).await?.pop())
    }

    /// Those that fit, at most up to `far`.
    async fn walked(
        &self,
        db: &impl ConnectionTrait,
        way: Direction,
        far: Option<KeysetCursor>,
        most: usize,
    ) -> Result<Vec<KeysetCursor>, AppError> {
        let (walk, column) = (&self.walk, self.column);
        let mut values = Values::default();
        let mut holds = self.on_the_way(way, &mut values);
        holds.extend(far.map(|far| walk.compared(column, way.up_to(), far, &mut values)));
        holds.extend(conditions::all(&self.conditions, None, &mut values));
        let sql = format!(
            "SELECT {} FROM {} WHERE {} ORDER BY {} LIMIT {most}",
            walk.place(column),
            walk.from(db, self.table, !self.conditions.is_empty()),
            holds.join(" AND "),
            walk.order(column, way)
        );
        read(db, &sql, values).await
    }

    /// Those that meet the `rarest` condition and every other, sorted.
    async fn few(
        &self,
        db: &impl ConnectionTrait,
        way: Direction,
        rarest: usize,
        most: usize,
    ) -> Result<Vec<KeysetCursor>, AppError> {
        let (table, column, order) = (self.table, self.column, way.order());
        let mut values = Values::default();
        let mut holds = conditions::all(&self.conditions, Some(rarest), &mut values);
        holds.extend(self.within.map(str::to_owned));
        holds.extend(self.walk.holds_of_row(column, &mut values));
        holds.push(by_columns(column, way.beyond(), way.place(), &mut values));
        // Made first, and then sorted: engines would walk along an index as soon as an order is asked for.
        let sql = format!(
            "WITH few AS MATERIALIZED (SELECT o.{column} AS value, o.id AS id FROM {table} o WHERE {}) \
             SELECT value, id FROM few ORDER BY value {order}, id {order} LIMIT {most}",
            holds.join(" AND ")
        );
        read(db, &sql, values).await
    }

    /// What holds of the rows that are walked along, on the `way`.
    fn on_the_way(&self, way: Direction, values: &mut Values) -> Vec<String> {
        let beyond = self
            .walk
            .compared(self.column, way.beyond(), way.place(), values);
        let mut holds = vec![beyond];
        holds.extend(self.within.map(str::to_owned));
        holds.extend(self.walk.holds(values));
        holds
    }
}

async fn read(
    db: &impl ConnectionTrait,
    sql: &str,
    values: Values,
) -> Result<Vec<KeysetCursor>, AppError> {
    let rows = db.query_all_raw(values.statement(db, sql)).await?;
    let place = |row: &QueryResult| {
        Ok(KeysetCursor {
            value: row.try_get_by_index(0)?,
            id: row.try_get_by_index(1)?,
        })
    };
    rows.iter().map(place).collect()
}
