//! Orders in the database; times in UNIX seconds.
#![expect(missing_docs, reason = "columns are named for what they hold")]

/// Rows of `orders`.
pub mod order {
    use crate::{
        order::status::{self, FulfillmentStatus},
        pricing::payment::PaymentStatus,
    };
    use sea_orm::entity::prelude::*;

    /// An order; its number is that of the cart it was.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "orders")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: i64,
        pub public_id: String,
        /// SHA-256 of the token that the browser it was placed in holds.
        pub secret_hash: Vec<u8>,
        pub customer_id: Option<i64>,
        pub email: String,
        pub placed_at: i64,
        pub payment_status: PaymentStatus,
        pub fulfillment_status: FulfillmentStatus,
        /// In minor units.
        pub total: i64,
        /// What it can be found by, in lower case.
        #[sea_orm(column_type = "Text")]
        pub words: String,
        /// [`Document`](crate::order::Document) as JSON.
        #[sea_orm(column_type = "Text")]
        pub document: String,
        /// Whether scripts were told of it.
        pub announced: bool,
        pub withdrawn_at: Option<i64>,
        /// When the money was there; `None` too where a version placed it that noted no such time.
        pub paid_at: Option<i64>,
        pub shipped_at: Option<i64>,
    }

    impl Model {
        /// Whether it is paid, or on its way to whoever pays later.
        pub fn is_purchase(&self) -> bool {
            status::is_purchase(self.payment_status, self.fulfillment_status)
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
