//! What this room keeps of customers.

use super::store;
use crate::{
    account::{
        entity::customer,
        hooks::{CustomerRecords, DataSubject},
        personal_data::{Record, Section, Value},
    },
    base::error::AppError,
    catalog,
    platform::db::Db,
    text::Language,
};
use async_trait::async_trait;
use sea_orm::DatabaseTransaction;

/// Their reviews.
pub struct ReviewRecords;

#[async_trait]
impl CustomerRecords for ReviewRecords {
    /// The reviews, whether shoppers see them or not.
    async fn export(
        &self,
        db: &Db,
        DataSubject { customer, .. }: DataSubject<'_>,
        language: Language,
    ) -> Result<Vec<Section>, AppError> {
        let (p, d) = (language.product_texts(), language.data_texts());
        let mut records = Vec::new();
        for review in store::of_customer(&db.read, customer.id).await? {
            let product = catalog::store::name(&db.read, review.product_id, language).await?;
            let record = Record::default()
                .product("product", &product, review.product_id, d)
                .with("stars", d.stars, Value::Number(review.stars))
                .text("title", d.headline, &review.title)
                .text("text", d.text, &review.text)
                .text("name", d.name, &review.name)
                .time("writtenAt", d.written, review.created_at)
                .time("changedAt", d.changed, review.changed_at);
            records.push(record);
        }
        Ok(vec![Section::new("reviews", p.reviews, records)])
    }

    /// Of two of one product, that of the account that stays is kept.
    async fn joined(
        &self,
        tx: &DatabaseTransaction,
        from: &customer::Model,
        to: &customer::Model,
        _: i64,
    ) -> Result<(), AppError> {
        store::give(tx, from.id, to.id).await
    }

    async fn held(&self, db: &Db, customer: i64) -> Result<Vec<(&'static str, i64)>, AppError> {
        let all = store::of_customer(&db.read, customer).await?;
        let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
        Ok(vec![("reviews", count)])
    }

    /// They are deleted.
    async fn erase(
        &self,
        tx: &DatabaseTransaction,
        DataSubject { customer, .. }: DataSubject<'_>,
        _: i64,
    ) -> Result<(), AppError> {
        for review in store::of_customer(tx, customer.id).await? {
            store::remove(tx, &review).await?;
        }
        Ok(())
    }
}
