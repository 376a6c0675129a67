//! What this room keeps of customers.

use super::entity::{
    SubscriptionStatus,
    subscription::{Column, Entity},
};
use crate::{
    account::{entity::customer, hooks::CustomerRecords},
    base::error::AppError,
    order,
};
use async_trait::async_trait;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, sea_query::Expr};

/// Their subscriptions. They come after the orders, by which they are told apart.
pub struct SubscriptionRecords;

#[async_trait]
impl CustomerRecords for SubscriptionRecords {
    /// What began with a guest's order comes into the account with it.
    async fn claimed(
        &self,
        tx: &DatabaseTransaction,
        order: &str,
        customer: &customer::Model,
        _: bool,
    ) -> Result<(), AppError> {
        let found = order::store::by_public_id(tx, order).await?;
        let Some(order) = found.filter(|it| it.customer_id == Some(customer.id)) else {
            return Ok(());
        };
        let joins = Entity::update_many()
            .col_expr(Column::CustomerId, Expr::value(customer.id))
            .filter(Column::OrderId.eq(order.id))
            .filter(Column::CustomerId.is_null());
        joins.exec(tx).await?;
        Ok(())
    }

    /// E-mails go to the new address; links of before open nothing, since an address is part of what they are signed for.
    async fn email_changed(
        &self,
        tx: &DatabaseTransaction,
        customer: i64,
        _: &str,
        to: &str,
    ) -> Result<(), AppError> {
        let moved = Entity::update_many()
            .col_expr(Column::Email, Expr::value(to))
            .filter(Column::CustomerId.eq(customer))
            .filter(Column::Status.ne(SubscriptionStatus::Cancelled));
        moved.exec(tx).await?;
        Ok(())
    }
}
