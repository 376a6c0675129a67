//! Conditions on the rows of a table, and which of them few rows meet: to the engines, a million and a handful look alike.

use crate::base::error::AppError;
use sea_orm::{ConnectionTrait, Statement, Value};

/// Stands in a clause for its value.
pub const VALUE: &str = "{value}";

/// A part of a statement, and what stands in it for [`VALUE`].
#[derive(Clone)]
pub struct Clause {
    /// The text.
    pub sql: String,
    /// The value, if it has one.
    pub value: Option<Value>,
}

impl Clause {
    /// A clause with a value.
    pub fn with(sql: impl Into<String>, value: impl Into<Value>) -> Self {
        Self {
            sql: sql.into(),
            value: Some(value.into()),
        }
    }

    /// A clause without one.
    pub fn bare(sql: impl Into<String>) -> Self {
        Self {
            sql: sql.into(),
            value: None,
        }
    }
}

/// A condition on rows that are called `o`.
#[derive(Clone)]
pub struct Condition {
    /// That a row meets it.
    pub holds: Clause,
    /// A statement that asks an index for the ids of the rows that do, if there is one.
    pub ids: Option<Clause>,
}

impl Condition {
    /// A condition that no index knows of.
    pub fn by_rows(holds: Clause) -> Self {
        Self { holds, ids: None }
    }

    /// A condition whose rows an index has.
    pub fn by_index(holds: Clause, ids: Clause) -> Self {
        Self {
            holds,
            ids: Some(ids),
        }
    }
}

/// The values of a statement, in the order in which they are bound.
#[derive(Default)]
pub struct Values(Vec<Value>);

impl Values {
    /// What stands for `value` in the statement.
    pub fn bind(&mut self, value: impl Into<Value>) -> String {
        self.0.push(value.into());
        format!("${}", self.0.len())
    }

    /// The text of `clause`, its value bound.
    pub fn clause(&mut self, clause: &Clause) -> String {
        match &clause.value {
            Some(value) => clause.sql.replace(VALUE, &self.bind(value.clone())),
            None => clause.sql.clone(),
        }
    }

    /// `sql` with them, as the engine of `db` wants it.
    pub fn statement(self, db: &impl ConnectionTrait, sql: &str) -> Statement {
        Statement::from_sql_and_values(db.get_database_backend(), sql, self.0)
    }
}

/// The place of the condition that at most `few` rows meet, if there is one.
pub async fn rarest(
    db: &impl ConnectionTrait,
    conditions: &[Condition],
    few: usize,
) -> Result<Option<usize>, AppError> {
    for (place, condition) in conditions.iter().enumerate() {
        let Some(ids) = &condition.ids else { continue };
        if are_few(db, ids, few).await? {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

/// Whether the statement `ids` finds at most `few` rows.
pub async fn are_few(
    db: &impl ConnectionTrait,
    ids: &Clause,
    few: usize,
) -> Result<bool, AppError> {
    let mut values = Values::default();
    let ids = values.clause(ids);
    let sql = format!("SELECT COUNT(*) FROM ({ids} LIMIT {}) AS counted", few + 1);
    let row = db.query_one_raw(values.statement(db, &sql)).await?;
    let count: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
    Ok(usize::try_from(count).unwrap_or(0) <= few)
}

/// Each condition's text: that of the `rarest` by its ids.
pub fn all(conditions: &[Condition], rarest: Option<usize>, values: &mut Values) -> Vec<String> {
    let text = |(place, condition): (usize, &Condition)| match &condition.ids {
        Some(ids) if Some(place) == rarest => format!("o.id IN ({})", values.clause(ids)),
        _ => values.clause(&condition.holds),
    };
    conditions.iter().enumerate().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_bound_in_order_and_the_rarest_goes_by_its_ids() {
        let red = Clause::with("o.color = {value}", "red");
        let reds = Clause::with("SELECT id FROM things WHERE color = {value}", "red");
        let conditions = [
            Condition::by_rows(Clause::bare("o.shown")),
            Condition::by_index(red, reds),
            Condition::by_rows(Clause::with("o.price < {value}", 7)),
        ];
        let mut values = Values::default();
        assert_eq!(values.bind(1), "$1");
        assert_eq!(
            all(&conditions, None, &mut values),
            ["o.shown", "o.color = $2", "o.price < $3"]
        );
        assert_eq!(values.0.len(), 3);
        assert_eq!(
            all(&conditions, Some(1), &mut Values::default())[1],
            "o.id IN (SELECT id FROM things WHERE color = $1)"
        );
    }
}
