//! Rows of `cart_reminders` and `cart_reminder_stops`; times in UNIX seconds.
#![expect(missing_docs, reason = "columns are named for what they hold")]

/// Reminders.
pub mod reminder {
    use sea_orm::entity::prelude::*;

    /// A reminder that was sent.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "cart_reminders")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        /// The cart that it was of; its number may be an order's by now.
        pub cart_id: i64,
        /// A code of the address that it went to; empty once that is forgotten.
        pub recipient: String,
        /// What was in the cart, as JSON.
        #[sea_orm(column_type = "Text")]
        pub lines: String,
        pub sent_at: i64,
        /// The order that came of it.
        pub order_id: Option<i64>,
        pub recovered_at: Option<i64>,
        /// What that order is paid in.
        pub currency: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Who wants no reminder of any cart.
pub mod stop {
    use sea_orm::entity::prelude::*;

    /// A row.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "cart_reminder_stops")]
    pub struct Model {
        /// A code of their address.
        #[sea_orm(primary_key, auto_increment = false)]
        pub recipient: String,
        pub at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
