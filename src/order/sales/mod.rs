//! What was sold, by days of the shop's own clock: counted once a day is over or changes, so that a year is read at once.
//!
//! The database notes every moment whose figures may be others by now (`m0029_day`), in the transaction that adds or changes an
//! order. Counting looks at all orders of such a day anew, so that it may be done twice, and by two at once.

pub mod carts;
mod count;
mod day;
pub mod figures;
mod job;
pub mod pace;
mod recount;
pub mod refunds;
mod tax_back;
mod totals;

pub use count::{catch_up, is_behind};
pub use day::{Day, Period, Range};
pub use job::CountSales;
pub use recount::{Categories, DayTotals, recount};
pub use totals::{Key, SalesTotals, Topic};

/// Columns of a row of figures.
mod entity {
    use sea_orm::entity::prelude::*;

    /// Figures of a day or a month, about one thing.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sales")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub topic: String,
        /// `d` for a day, `m` for a month.
        #[sea_orm(primary_key, auto_increment = false)]
        pub span: String,
        /// The day, or the first of the month, counted from 1970.
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub currency: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub label: String,
        pub orders: i64,
        pub quantity: i64,
        pub gross: i64,
        pub net: i64,
        pub tax: i64,
        pub shipping: i64,
        pub discount: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
