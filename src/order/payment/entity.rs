//! Payments in the database; times in UNIX seconds.

use super::Outcome;
use sea_orm::{DeriveActiveEnum, EnumIter};

/// How far a payment is; it only goes forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(
    rs_type = "String",
    db_type = "Text",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
pub enum PaymentState {
    Waiting,
    Paid,
    Failed,
}

impl PaymentState {
    pub fn outcome(self) -> Outcome {
        match self {
            Self::Waiting => Outcome::Waiting,
            Self::Paid => Outcome::Paid,
            Self::Failed => Outcome::Failed,
        }
    }
}

/// Rows of `payments`.
pub mod payment {
    use super::PaymentState;
    use sea_orm::entity::prelude::*;

    /// An attempt to pay an order online.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "payments")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub order_id: i64,
        /// Id of the way to pay in the settings.
        pub method: String,
        pub state: PaymentState,
        /// [`Kept`](crate::cart::kept::Kept) as JSON.
        #[sea_orm(column_type = "Text")]
        pub cart: String,
        pub created_at: i64,
        /// When it was known how it ended.
        pub settled_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
