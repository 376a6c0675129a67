//! Threads and their messages; times in UNIX seconds.
#![expect(missing_docs, reason = "columns are named for what they hold")]

/// Rows of `contact_threads`.
pub mod thread {
    use sea_orm::entity::prelude::*;

    /// What one person asks.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "contact_threads")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub status: Status,
        #[sea_orm(column_type = "Text")]
        pub subject: String,
        #[sea_orm(column_type = "Text")]
        pub name: String,
        pub email: String,
        /// Code of the language that it was asked in.
        pub language: String,
        pub customer_id: Option<i64>,
        pub order_id: Option<i64>,
        pub product_id: Option<i64>,
        /// What it can be found by, in lower case.
        #[sea_orm(column_type = "Text")]
        pub words: String,
        pub created_at: i64,
        /// When somebody wrote last, notes left out.
        pub last_at: i64,
        /// Another one after each change.
        pub version: i64,
    }

    /// Where a thread stands.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(
        rs_type = "String",
        db_type = "Text",
        rename_all = "SCREAMING_SNAKE_CASE"
    )]
    pub enum Status {
        /// Who asked waits for an answer.
        Open,
        /// The merchant wrote last.
        Answered,
        /// There is nothing more to say.
        Closed,
        /// It is no question.
        Spam,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Rows of `contact_messages`.
pub mod message {
    use sea_orm::entity::prelude::*;

    /// What somebody wrote.
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "contact_messages")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub thread_id: i64,
        pub author: Author,
        /// What the author is called.
        #[sea_orm(column_type = "Text")]
        pub who: String,
        #[sea_orm(column_type = "Text")]
        pub text: String,
        pub at: i64,
        /// The form that it was sent with.
        #[sea_orm(unique)]
        pub form: String,
    }

    /// Who wrote.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(
        rs_type = "String",
        db_type = "Text",
        rename_all = "SCREAMING_SNAKE_CASE"
    )]
    pub enum Author {
        /// Who asked.
        Customer,
        /// The merchant, to them.
        Staff,
        /// The merchant, for the staff alone.
        Note,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub use message::Author;
pub use thread::Status;
