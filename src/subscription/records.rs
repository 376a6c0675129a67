//! What this room keeps of customers.

use super::{
    entity::{
        SubscriptionStatus,
        subscription::{Column, Entity},
    },
    store,
};
use crate::{
    account::{
        entity::customer,
        hooks::{CustomerRecords, DataSubject},
        personal_data::{Record, Section, Value},
    },
    base::error::AppError,
    order,
    platform::db::Db,
    text::Language,
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

    /// Their e-mails go to the address of the account that stays.
    async fn joined(
        &self,
        tx: &DatabaseTransaction,
        from: &customer::Model,
        to: &customer::Model,
        _: i64,
    ) -> Result<(), AppError> {
        self.email_changed(tx, from.id, &from.email, &to.email)
            .await?;
        let moved = Entity::update_many()
            .col_expr(Column::CustomerId, Expr::value(to.id))
            .filter(Column::CustomerId.eq(from.id));
        moved.exec(tx).await?;
        Ok(())
    }

    async fn held(&self, db: &Db, customer: i64) -> Result<Vec<(&'static str, i64)>, AppError> {
        let all = store::list(&db.read, Some(customer), Vec::new()).await?;
        let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
        Ok(vec![("subscriptions", count)])
    }

    /// The subscriptions, over or not.
    async fn export(
        &self,
        db: &Db,
        DataSubject { customer, .. }: DataSubject<'_>,
        language: Language,
    ) -> Result<Vec<Section>, AppError> {
        let (a, d) = (language.after_sale_texts(), language.data_texts());
        let mut records = Vec::new();
        for row in store::list(&db.read, Some(customer.id), Vec::new()).await? {
            let Ok(document) = store::document(&row) else {
                continue;
            };
            let address = vec![Record::person(&document.shipping, d)];
            let items = document.items.iter().map(|item| {
                Record::default().text("name", d.product, &item.name).with(
                    "quantity",
                    d.quantity,
                    Value::Number(item.quantity),
                )
            });
            let record = Record::default()
                .with("items", d.items, Value::Records(items.collect()))
                .text(
                    "interval",
                    d.interval,
                    &row.interval().text(language.texts()),
                )
                .text("status", d.status, row.status.text(a))
                .time("startedAt", d.began, row.started_at)
                .time(
                    "nextAt",
                    d.next,
                    (row.status == SubscriptionStatus::Active).then_some(row.next_at),
                )
                .time("endedAt", d.ended, row.ended_at)
                .text("email", d.email, &row.email)
                .with(
                    "shippingAddress",
                    d.delivery_address,
                    Value::Records(address),
                );
            records.push(record);
        }
        Ok(vec![Section::new(
            "subscriptions",
            a.subscriptions,
            records,
        )])
    }

    /// They end; who had them is in their first orders, as long as it is there.
    async fn erase(
        &self,
        tx: &DatabaseTransaction,
        DataSubject { customer, .. }: DataSubject<'_>,
        now: i64,
    ) -> Result<(), AppError> {
        for row in store::list(tx, Some(customer.id), Vec::new()).await? {
            // Whoever makes an order of it has it now; what follows is known when that is done.
            let Some(row) = store::to_change(tx, row.id).await? else {
                continue;
            };
            store::cancel(tx, &row, now).await?;
            store::forget_customer(tx, &row).await?;
        }
        Ok(())
    }
}
