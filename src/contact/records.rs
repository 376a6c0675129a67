//! What this room keeps of customers.

use super::{
    entity::{Author, thread},
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
use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, PaginatorTrait, QueryFilter, sea_query::Expr,
};

/// What they asked.
pub struct ContactRecords;

/// Of whom threads are looked for: an address counts only for whoever reads its mail.
fn email<'a>(person: &DataSubject<'a>) -> Option<&'a str> {
    person.reads_mail.then_some(person.customer.email.as_str())
}

#[async_trait]
impl CustomerRecords for ContactRecords {
    /// What was asked about a guest's order comes into the account with it.
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
        let joins = thread::Entity::update_many()
            .col_expr(thread::Column::CustomerId, Expr::value(customer.id))
            .filter(thread::Column::OrderId.eq(order.id))
            .filter(thread::Column::Email.eq(customer.email.as_str()))
            .filter(thread::Column::CustomerId.is_null());
        joins.exec(tx).await?;
        Ok(())
    }

    /// Answers go to the new address; links of before open nothing, since an address is part of what they are signed for.
    async fn email_changed(
        &self,
        tx: &DatabaseTransaction,
        customer: i64,
        _: &str,
        to: &str,
    ) -> Result<(), AppError> {
        let moved = thread::Entity::update_many()
            .col_expr(thread::Column::Email, Expr::value(to))
            .filter(thread::Column::CustomerId.eq(customer));
        moved.exec(tx).await?;
        Ok(())
    }

    async fn joined(
        &self,
        tx: &DatabaseTransaction,
        from: &customer::Model,
        to: &customer::Model,
        _: i64,
    ) -> Result<(), AppError> {
        let moved = thread::Entity::update_many()
            .col_expr(thread::Column::CustomerId, Expr::value(to.id))
            .col_expr(thread::Column::Email, Expr::value(to.email.as_str()))
            .filter(thread::Column::CustomerId.eq(from.id));
        moved.exec(tx).await?;
        Ok(())
    }

    async fn held(&self, db: &Db, customer: i64) -> Result<Vec<(&'static str, i64)>, AppError> {
        let asked = thread::Entity::find().filter(thread::Column::CustomerId.eq(customer));
        let asked = asked.count(&db.read).await?;
        let asked = i64::try_from(asked).unwrap_or(i64::MAX);
        Ok(vec![("questions", asked)])
    }

    /// The threads, without the staff's notes.
    async fn export(
        &self,
        db: &Db,
        person: DataSubject<'_>,
        language: Language,
    ) -> Result<Vec<Section>, AppError> {
        let (c, d) = (language.contact_texts(), language.data_texts());
        let mut records = Vec::new();
        for thread in store::of_person(&db.read, person.customer.id, email(&person)).await? {
            let messages = store::messages(&db.read, thread.id).await?.into_iter();
            let messages = messages.filter(|it| it.author != Author::Note);
            let messages = messages.map(|it| {
                Record::default()
                    .text("name", d.name, &it.who)
                    .time("writtenAt", d.written, it.at)
                    .text("text", d.text, &it.text)
            });
            let record = Record::default()
                .text("subject", d.subject, &thread.subject)
                .text("name", d.name, &thread.name)
                .text("email", d.email, &thread.email)
                .time("askedAt", d.asked, thread.created_at)
                .with("messages", c.messages, Value::Records(messages.collect()));
            records.push(record);
        }
        Ok(vec![Section::new("questions", c.questions, records)])
    }

    /// They are deleted.
    async fn erase(
        &self,
        tx: &DatabaseTransaction,
        person: DataSubject<'_>,
        _: i64,
    ) -> Result<(), AppError> {
        loop {
            let threads = store::of_person(tx, person.customer.id, email(&person)).await?;
            if threads.is_empty() {
                return Ok(());
            }
            for thread in threads {
                store::remove(tx, thread.id).await?;
            }
        }
    }
}
