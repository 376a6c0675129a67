//! Rows of `task_problems`: what a task did not take, and why.

use crate::{base::error::AppError, platform::db::statement};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    entity::prelude::*,
};

/// Rows that one statement keeps: engines bound how many values it has.
const AT_ONCE: usize = 100;

/// What was not taken.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "task_problems")]
pub struct Model {
    /// Its number, in the order they were found.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Of which task.
    pub task_id: i64,
    /// Line of the file, or 0.
    pub line: i64,
    /// Column or field.
    #[sea_orm(column_type = "Text")]
    pub place: String,
    /// What stands there.
    #[sea_orm(column_type = "Text")]
    pub value: String,
    /// What is wrong with it, for people.
    #[sea_orm(column_type = "Text")]
    pub why: String,
}

#[expect(missing_docs, reason = "there is none")]
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A problem to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewProblem {
    /// Line of the file, or 0.
    pub line: u64,
    /// Column or field.
    pub place: String,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub why: String,
}

/// Keeps `problems` of `task`.
pub async fn add(
    tx: &impl ConnectionTrait,
    task: i64,
    problems: Vec<NewProblem>,
) -> Result<(), AppError> {
    let row = |it: NewProblem| ActiveModel {
        id: NotSet,
        task_id: Set(task),
        line: Set(i64::try_from(it.line).unwrap_or(0)),
        place: Set(plain(&it.place)),
        value: Set(plain(&it.value)),
        why: Set(plain(&it.why)),
    };
    let mut rows = problems.into_iter().map(row);
    loop {
        let some: Vec<ActiveModel> = rows.by_ref().take(AT_ONCE).collect();
        if some.is_empty() {
            return Ok(());
        }
        Entity::insert_many(some).exec_without_returning(tx).await?;
    }
}

/// `text` without NUL, which `PostgreSQL` keeps none of.
fn plain(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// At most `most` problems of `task`, by line, of those that come after `after`: a line, and a number.
pub async fn after(
    db: &impl ConnectionTrait,
    task: i64,
    after: (i64, i64),
    most: u64,
) -> Result<Vec<Model>, AppError> {
    let (line, id) = after;
    let same = Condition::all()
        .add(Column::Line.eq(line))
        .add(Column::Id.gt(id));
    let found = Entity::find()
        .filter(Column::TaskId.eq(task))
        .filter(Condition::any().add(Column::Line.gt(line)).add(same))
        .order_by_asc(Column::Line)
        .order_by_asc(Column::Id)
        .limit(most);
    Ok(found.all(db).await?)
}

/// Forgets the problems of `task`.
pub async fn clear(tx: &impl ConnectionTrait, task: i64) -> Result<(), AppError> {
    const CLEAR: &str = "DELETE FROM task_problems WHERE task_id = $1";
    tx.execute_raw(statement(tx, CLEAR, [task.into()])).await?;
    Ok(())
}
