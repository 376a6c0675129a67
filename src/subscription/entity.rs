//! Subscriptions in the database; times in UNIX seconds.
#![expect(missing_docs, reason = "columns are named for what they hold")]

use crate::{
    catalog::product::{Interval, Unit},
    text::after_sale::AfterSaleTexts,
};
use sea_orm::{DeriveActiveEnum, EnumIter};

/// How a subscription stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(
    rs_type = "String",
    db_type = "Text",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
pub enum SubscriptionStatus {
    Active,
    Paused,
    Cancelled,
}

impl SubscriptionStatus {
    /// What shoppers read of it.
    pub fn text(self, a: &AfterSaleTexts) -> &'static str {
        match self {
            Self::Active => a.subscription_active,
            Self::Paused => a.subscription_paused,
            Self::Cancelled => a.subscription_cancelled,
        }
    }
}

/// Why the order of a date could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(
    rs_type = "String",
    db_type = "Text",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
pub enum Trouble {
    /// There are not enough left.
    SoldOut,
    /// It is not sold any more, or not as it was chosen.
    NotSold,
    /// It cannot be paid as it was.
    NotPayable,
}

/// Rows of `subscriptions`.
pub mod subscription {
    use super::{SubscriptionStatus, Trouble};
    use sea_orm::entity::prelude::*;

    /// A subscription to an item of an order.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "subscriptions")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        /// The order that it began with.
        pub order_id: i64,
        /// Place of the item in that order.
        pub item: i64,
        pub customer_id: Option<i64>,
        pub email: String,
        pub status: SubscriptionStatus,
        /// Unit of the interval, as scripts name it.
        pub unit: String,
        /// How many units.
        pub count: i64,
        /// The moment that all dates are counted from.
        pub started_at: i64,
        /// Intervals from there to the next date.
        pub cycle: i64,
        /// The next date.
        pub next_at: i64,
        /// When its order is tried: on that date, or later if it could not be made.
        pub due_at: i64,
        /// Why it could not be made, since the shopper and the merchant were told.
        pub trouble: Option<Trouble>,
        pub ended_at: Option<i64>,
        /// The [`OrderDocument`](crate::order::OrderDocument) of its orders as JSON.
        #[sea_orm(column_type = "Text")]
        pub document: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

impl subscription::Model {
    /// How often it comes.
    pub fn interval(&self) -> Interval {
        let known = Interval::parse(&format!("{}-{}", self.unit, self.count));
        known.unwrap_or(Interval {
            unit: Unit::Month,
            count: 1,
        })
    }
}

/// Rows of `subscription_orders`.
pub mod made {
    use sea_orm::entity::prelude::*;

    /// The order of a date.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "subscription_orders")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub subscription_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub cycle: i64,
        pub order_id: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
