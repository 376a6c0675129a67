//! What is planned of products.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use sea_orm::entity::prelude::*;

/// A row of `product_schedules`; times in UNIX seconds.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "product_schedules")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub product_id: i64,
    pub kind: ScheduleKind,
    /// `NULL` is from the beginning.
    pub starts_at: Option<i64>,
    /// `NULL` is for good.
    pub ends_at: Option<i64>,
    /// Price during a sale, in minor units.
    pub price: Option<i64>,
    /// Or how much is taken off each price, in percent.
    pub percent: Option<i64>,
    pub state: ScheduleState,
    /// What the prices were before a sale, and what it made of them, as JSON.
    #[sea_orm(column_type = "Text", nullable)]
    pub prices: Option<String>,
    /// Who planned it.
    pub who: String,
}

impl Model {
    /// Whether it is a sale that began, but was not cheaper when it did: it changed no price.
    pub fn has_no_effect(&self) -> bool {
        self.kind == ScheduleKind::Sale
            && self.state == ScheduleState::Running
            && self.prices.is_none()
    }
}

/// What is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(
    rs_type = "String",
    db_type = "Text",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
pub enum ScheduleKind {
    /// Another price for a while.
    Sale,
    /// When shoppers see it.
    Visible,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(
    rs_type = "String",
    db_type = "Text",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
pub enum ScheduleState {
    /// It has not begun.
    Waiting,
    /// It has.
    Running,
    /// It is over.
    Over,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
