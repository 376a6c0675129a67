//! Rows of `tasks`: what is to be done, and how far it is; times in UNIX seconds.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use sea_orm::entity::prelude::*;

/// How a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// Its turn has not come.
    Waiting,
    /// Somebody is at it.
    Running,
    /// A step is done, and whoever asked for it decides whether the next one is.
    Asks,
    /// All of it is done.
    Done,
    /// It was called off.
    Cancelled,
    /// It could not be done.
    Failed,
}

impl State {
    /// Whether there is nothing more to come.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Cancelled | Self::Failed)
    }
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tasks")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Who does it.
    pub kind: String,
    /// What of it is being done, as its kind calls it.
    pub step: String,
    pub state: State,
    /// What it is about, for people: the name of a file that was sent, say.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// The file among the uploads.
    pub file: Option<String>,
    /// How many bytes it has.
    pub size: i64,
    /// How it is to be done, as its kind writes it.
    #[sea_orm(column_type = "Text")]
    pub options: String,
    pub done: i64,
    /// How many there are to do; 0 until that is known.
    pub total: i64,
    /// What came of it so far, as its kind writes it: it goes on from there.
    #[sea_orm(column_type = "Text", nullable)]
    pub report: Option<String>,
    /// What stood in its way last, for people.
    #[sea_orm(column_type = "Text", nullable)]
    pub trouble: Option<String>,
    pub staff_id: Option<i64>,
    pub who: String,
    pub created_at: i64,
    /// When somebody began or took up its step.
    pub started_at: Option<i64>,
    /// When anything happened last.
    pub touched_at: i64,
    pub finished_at: Option<i64>,
    /// When it was called off, which whoever is at it hears of within a second.
    pub cancelled_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
