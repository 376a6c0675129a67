//! Orders in the database; times in UNIX seconds.
#![expect(missing_docs, reason = "columns are named for what they hold")]

/// Rows of `orders`.
pub mod order {
    use crate::{
        order::{
            Method, OrderDocument,
            status::{self, FulfillmentStatus, WithdrawalState},
            tracking::Tracking,
        },
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
        /// [`OrderDocument`] as JSON.
        #[sea_orm(column_type = "Text")]
        pub document: String,
        /// Whether scripts were told of it.
        pub announced: bool,
        pub withdrawn_at: Option<i64>,
        /// State of the shopper's withdrawal; meaningless if there is none.
        pub withdrawal: WithdrawalState,
        /// When the money was there; `None` too where a version placed it that noted no such time.
        pub paid_at: Option<i64>,
        pub shipped_at: Option<i64>,
        /// Whether there is anything to send or to fetch.
        pub is_delivered: bool,
        /// Whether it is paid once it is there.
        pub paid_later: bool,
        /// Id of the way to pay; empty if nothing was paid.
        pub payment_method: String,
        /// Id of the way of delivery; empty if there is none.
        pub delivery_method: String,
        /// Code of the country it goes to, or whose bill it is.
        pub country: String,
        /// What the carrier knows the parcel by; empty if nobody said.
        pub tracking_number: String,
        /// Who carries it; empty if nobody said.
        pub carrier: String,
    }

    impl Model {
        /// Returns the row with the columns that lists are filtered by, such as delivery and country, taken from `document`.
        pub fn listed_by(self, document: &OrderDocument) -> Self {
            let id = |method: &Option<Method>| method.clone().map(|it| it.id).unwrap_or_default();
            let country = [&document.shipping, &document.billing].map(|it| &it.country_code);
            let country = country.into_iter().find(|code| !code.is_empty());
            Self {
                is_delivered: document.is_delivered(),
                paid_later: document.paid_later,
                payment_method: id(&document.payment),
                delivery_method: id(&document.delivery),
                country: country.cloned().unwrap_or_default(),
                ..self
            }
        }

        /// Returns the carrier and the tracking number of the order's parcel.
        pub fn tracking(&self) -> Tracking {
            Tracking {
                number: self.tracking_number.clone(),
                carrier: self.carrier.clone(),
            }
        }

        /// Whether it is paid, or on its way to whoever pays later.
        pub fn is_purchase(&self) -> bool {
            status::is_purchase(self.payment_status, self.fulfillment_status)
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
