//! Payments in the database; times in UNIX seconds.
#![expect(missing_docs, reason = "columns are named for what they hold")]

/// Rows of `payments`.
pub mod payment {
    use crate::order::payment::PaymentState;
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
        /// [`CartCopy`](crate::cart::order_copy::CartCopy) as JSON.
        #[sea_orm(column_type = "Text")]
        pub cart: String,
        pub created_at: i64,
        /// When it was known how it ended.
        pub settled_at: Option<i64>,
        /// The shop's own key for it at the provider, which makes repeated requests idempotent.
        pub key: String,
        /// Id of the provider; empty where none is asked.
        pub provider: String,
        /// What the provider calls it; empty until that is known.
        pub reference: String,
        /// What else it is called there, in messages about its money.
        pub also: String,
        /// How much is asked for, in minor units.
        pub amount: i64,
        /// ISO 4217 code.
        pub currency: String,
        /// Where the shopper pays it; empty where that is nowhere, or not known.
        pub go_to: String,
        /// When the provider asks for it no more; 0 where that is not known.
        pub ends_at: i64,
        /// Where links in e-mails about it lead.
        pub origin: String,
        /// How often it was looked at by itself.
        pub looks: i64,
        /// When it is looked at by itself the next time.
        pub look_at: Option<i64>,
        /// How much came, where that is another amount.
        pub seen_amount: i64,
        /// Why the provider could not be asked, the last time; empty if it could.
        pub trouble: String,
        /// Whether the shopper's bank asks for the money back.
        pub disputed: bool,
        /// Whether the order is placed whatever becomes of it.
        pub placed: bool,
        /// Whether no money moves by it.
        pub is_test: bool,
        /// The payment method saved for later charges, as [`SavedMethod`](super::super::provider::SavedMethod) in JSON; empty
        /// if none was.
        pub saved: String,
        /// The saved payment method that this payment charges, in the same form; empty if the shopper is asked.
        pub by_saved: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Rows of `payment_reports`.
pub mod report {
    use sea_orm::entity::prelude::*;

    /// What came of comparing the payments that began within a time with the books of their provider.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "payment_reports")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        /// Id of the provider.
        pub provider: String,
        pub begins_at: i64,
        pub ends_at: i64,
        pub made_at: i64,
        /// How many payments were compared.
        pub compared: i64,
        /// [`Difference`](crate::order::payment::report::Difference)s as JSON.
        #[sea_orm(column_type = "Text")]
        pub differences: String,
        /// Whether somebody is to look at them.
        pub is_open: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// How far money is that goes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sea_orm::EnumIter, sea_orm::DeriveActiveEnum)]
#[sea_orm(
    rs_type = "String",
    db_type = "Text",
    rename_all = "SCREAMING_SNAKE_CASE"
)]
pub enum BackState {
    /// Whether its provider knows of it is not known.
    Asked,
    /// It is on its way.
    Pending,
    /// It went.
    Done,
    /// It did not, and will not by itself.
    Failed,
    /// It went another way, as the merchant says.
    Elsewhere,
}

/// Rows of `payment_returns`.
pub mod payment_return {
    use super::BackState;
    use sea_orm::entity::prelude::*;

    /// Money that goes back by its provider.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "payment_returns")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub payment_id: i64,
        /// Number of the refund; none of a payment that bought nothing.
        pub refund_id: Option<i64>,
        /// What the provider knows it by from us.
        pub key: String,
        /// How much, in minor units.
        pub amount: i64,
        /// ISO 4217 code.
        pub currency: String,
        pub state: BackState,
        /// What the provider calls it; empty until that is known.
        pub reference: String,
        /// Why it failed.
        pub why: String,
        pub created_at: i64,
        /// When it is looked at by itself the next time.
        pub look_at: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
