//! What other rooms do when a session begins or ends, and what they keep of a customer: registered at the
//! start, since this room knows none of them.

use super::{entity::customer, personal_data::Section};
use crate::{
    base::error::AppError,
    platform::{cookies::Token, db::Db},
    text::Language,
};
use async_trait::async_trait;
use sea_orm::DatabaseTransaction;

/// What other rooms registered.
pub struct Hooks {
    /// What happens to the cart.
    pub session: Box<dyn SessionHooks>,
    /// What each room keeps of customers.
    pub records: Vec<Box<dyn CustomerRecords>>,
}

/// What happens to the cart in the transaction that begins or ends a session.
#[async_trait]
pub trait SessionHooks: Send + Sync {
    /// The customer `customer` signs in in the browser that holds the guest's cart `cart`. Returns
    /// `true` if nothing is left in that.
    async fn signed_in(
        &self,
        tx: &DatabaseTransaction,
        cart: Option<&Token>,
        customer: i64,
    ) -> Result<bool, AppError>;

    /// The customer `customer` signs out and keeps what is in the cart. Returns the token of the
    /// guest's cart that goes on with it, if there is anything in it.
    async fn signing_out(
        &self,
        tx: &DatabaseTransaction,
        customer: i64,
    ) -> Result<Option<Token>, AppError>;
}

/// Whose data are wanted, or are to be deleted.
#[derive(Clone, Copy)]
pub struct DataSubject<'a> {
    /// The customer.
    pub customer: &'a customer::Model,
    /// Whether they have proved here that they read the mail of their address: what is known by that alone is theirs. A site
    /// that signs its users in says whatever address it likes.
    pub reads_mail: bool,
}

/// What a room keeps of customers.
#[async_trait]
pub trait CustomerRecords: Send + Sync {
    /// `customer` has proved to read the mail that the order with the public id `order` was placed with;
    /// `is_new` if there was no account before.
    async fn claimed(
        &self,
        _tx: &DatabaseTransaction,
        _order: &str,
        _customer: &customer::Model,
        _is_new: bool,
    ) -> Result<(), AppError> {
        Ok(())
    }

    /// `customer` reads the mail of `to` from now on, and no longer that of `from`.
    async fn email_changed(
        &self,
        _tx: &DatabaseTransaction,
        _customer: i64,
        _from: &str,
        _to: &str,
    ) -> Result<(), AppError> {
        Ok(())
    }

    /// The account of `from` becomes a part of the account of `to`, who is the same person: what is kept of it is theirs from
    /// now on.
    async fn joined(
        &self,
        tx: &DatabaseTransaction,
        from: &customer::Model,
        to: &customer::Model,
        now: i64,
    ) -> Result<(), AppError>;

    /// What would come along then: names of things, and how many of each.
    async fn held(&self, db: &Db, customer: i64) -> Result<Vec<(&'static str, i64)>, AppError>;

    /// What is kept of `person`, to be read by them in `language`.
    async fn export(
        &self,
        db: &Db,
        person: DataSubject<'_>,
        language: Language,
    ) -> Result<Vec<Section>, AppError>;

    /// The account of `person` is deleted `now`: deletes what is kept of them, or makes it nobody's. What refers to the
    /// customer's row goes with that by itself.
    async fn erase(
        &self,
        tx: &DatabaseTransaction,
        person: DataSubject<'_>,
        now: i64,
    ) -> Result<(), AppError>;
}
