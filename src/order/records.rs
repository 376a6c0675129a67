//! What this room keeps of customers.

use super::store;
use crate::{
    account::{addresses, entity::customer, hooks::CustomerRecords},
    base::error::AppError,
};
use async_trait::async_trait;
use sea_orm::DatabaseTransaction;

/// The orders.
pub struct OrderRecords;

#[async_trait]
impl CustomerRecords for OrderRecords {
    /// A guest's order comes into the account; its address begins the book of a new one.
    async fn claimed(
        &self,
        tx: &DatabaseTransaction,
        order: &str,
        customer: &customer::Model,
        is_new: bool,
    ) -> Result<(), AppError> {
        let found = store::to_change(tx, order).await?;
        let is_theirs = |order: &super::entity::order::Model| {
            order.customer_id.is_none() && order.email.to_lowercase() == customer.email
        };
        let Some(order) = found.filter(is_theirs) else {
            return Ok(());
        };
        store::set_customer(tx, order.id, customer.id).await?;
        let document = store::document(&order)?;
        let address = if document.is_pickup {
            document.billing
        } else {
            document.shipping
        };
        if is_new && !address.street.is_empty() {
            addresses::keep(tx, customer.id, None, &address).await?;
        }
        Ok(())
    }
}
