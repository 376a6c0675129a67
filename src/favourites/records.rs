//! What this room keeps of customers.

use super::{
    entity::{Column, Entity},
    store,
};
use crate::{
    account::{
        entity::customer,
        hooks::{CustomerRecords, DataSubject},
        personal_data::{Record, Section},
    },
    base::error::AppError,
    catalog,
    platform::db::{Db, statement},
    text::Language,
};
use async_trait::async_trait;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, sea_query::Expr,
};

/// What they like, and what they wait for.
pub struct FavouriteRecords;

#[async_trait]
impl CustomerRecords for FavouriteRecords {
    /// What the customer waits for is told at the new address, unless that waits for it already.
    async fn email_changed(
        &self,
        tx: &DatabaseTransaction,
        customer: i64,
        from: &str,
        to: &str,
    ) -> Result<(), AppError> {
        const DOUBLE: &str = "DELETE FROM stock_alerts WHERE email = $1 AND customer_id = $2 AND EXISTS \
            (SELECT 1 FROM stock_alerts o WHERE o.email = $3 AND o.product_id = stock_alerts.product_id \
            AND o.variation_id = stock_alerts.variation_id)";
        let values = [from.into(), customer.into(), to.into()];
        tx.execute_raw(statement(tx, DOUBLE, values)).await?;
        let moved = Entity::update_many()
            .col_expr(Column::Email, Expr::value(to))
            .filter(Column::Email.eq(from))
            .filter(Column::CustomerId.eq(customer));
        moved.exec(tx).await?;
        Ok(())
    }

    /// What both like or wait for is there once.
    async fn joined(
        &self,
        tx: &DatabaseTransaction,
        from: &customer::Model,
        to: &customer::Model,
        _: i64,
    ) -> Result<(), AppError> {
        const DOUBLE: &str = "DELETE FROM favourites WHERE customer_id = $1 AND product_id IN \
            (SELECT o.product_id FROM favourites o WHERE o.customer_id = $2)";
        const GIVE: [&str; 2] = [
            "UPDATE favourites SET customer_id = $2 WHERE customer_id = $1",
            "UPDATE stock_alerts SET customer_id = $2 WHERE customer_id = $1",
        ];
        self.email_changed(tx, from.id, &from.email, &to.email)
            .await?;
        for sql in [DOUBLE].into_iter().chain(GIVE) {
            tx.execute_raw(statement(tx, sql, [from.id.into(), to.id.into()]))
                .await?;
        }
        Ok(())
    }

    async fn held(&self, db: &Db, customer: i64) -> Result<Vec<(&'static str, i64)>, AppError> {
        let kept = store::with_times(&db.read, customer).await?.len();
        let waits = Entity::find().filter(Column::CustomerId.eq(customer));
        let waits = waits.count(&db.read).await?;
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        Ok(vec![
            ("favourites", i64::try_from(kept).unwrap_or(i64::MAX)),
            ("things waited for", number(waits)),
        ])
    }

    /// The favourites, and what is waited for.
    async fn export(
        &self,
        db: &Db,
        person: DataSubject<'_>,
        language: Language,
    ) -> Result<Vec<Section>, AppError> {
        let (t, d) = (language.texts(), language.data_texts());
        let mut kept = Vec::new();
        for (id, at) in store::with_times(&db.read, person.customer.id).await? {
            let record = product(db, id, language).await?;
            kept.push(record.time("addedAt", d.added, at));
        }
        let waits = Entity::find()
            .filter(of_person(person))
            .order_by_desc(Column::Id);
        let mut alerts = Vec::new();
        for row in waits.all(&db.read).await? {
            let record = product(db, row.product_id, language)
                .await?
                .text("email", d.email, &row.email)
                .time("askedAt", d.asked, row.asked_at)
                .time("toldAt", d.sent, row.told_at);
            alerts.push(record);
        }
        Ok(vec![
            Section::new("favourites", t.favourites, kept),
            Section::new("stockAlerts", d.alerts, alerts),
        ])
    }

    /// What a guest asked for at the same address goes too.
    async fn erase(
        &self,
        tx: &DatabaseTransaction,
        person: DataSubject<'_>,
        _: i64,
    ) -> Result<(), AppError> {
        let gone = Entity::delete_many().filter(of_person(person));
        gone.exec(tx).await?;
        Ok(())
    }
}

fn of_person(person: DataSubject<'_>) -> Condition {
    let email = &person.customer.email;
    Condition::any()
        .add(Column::CustomerId.eq(person.customer.id))
        .add_option(person.reads_mail.then(|| Column::Email.eq(email)))
}

async fn product(db: &Db, id: i64, language: Language) -> Result<Record, AppError> {
    let name = catalog::store::name(&db.read, id, language).await?;
    Ok(Record::default().product("name", &name, id, language.data_texts()))
}
