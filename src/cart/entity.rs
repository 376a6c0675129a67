//! Carts and their lines in the database; times in UNIX seconds.

/// Rows of `carts`.
pub mod cart {
    use sea_orm::entity::prelude::*;

    /// A cart: a guest's by its token, or a customer's.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "carts")]
    pub struct Model {
        /// Its id, and that of the order it may become.
        #[sea_orm(primary_key)]
        pub id: i64,
        /// Number of the order it may become, for people.
        pub public_id: String,
        /// What scripts know it by.
        pub uuid: String,
        /// SHA-256 of the token in a guest's cookie.
        pub token_hash: Option<Vec<u8>>,
        /// Whose it is, if a customer's.
        pub customer_id: Option<i64>,
        /// [`Details`](crate::cart::Details) as JSON.
        #[sea_orm(column_type = "Text")]
        pub details: String,
        /// Where its reminder may go, as `details` say; `None` where nobody agreed to one.
        pub remind_email: Option<String>,
        /// Id of the reminder that was sent of it, as `details` say.
        pub reminder_id: Option<i64>,
        /// When it was begun.
        pub created_at: i64,
        /// When something in it, or said of it, changed.
        pub updated_at: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Rows of `cart_lines`.
pub mod line {
    use sea_orm::entity::prelude::*;

    /// A line.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "cart_lines")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub cart_id: i64,
        pub product_id: i64,
        pub quantity: i64,
        /// [`LineChoices`](crate::cart::LineChoices) as JSON.
        #[sea_orm(column_type = "Text")]
        pub chosen: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
