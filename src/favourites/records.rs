//! What this room keeps of customers.

use super::{
    entity::{Column, Entity},
    store,
};
use crate::{
    account::{
        hooks::{CustomerRecords, Person},
        personal_data::{Record, Section},
    },
    base::error::AppError,
    catalog,
    platform::db::{Db, statement},
    text::Language,
};
use async_trait::async_trait;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, sea_query::Expr,
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

    /// The favourites, and what is waited for.
    async fn export(
        &self,
        db: &Db,
        person: Person<'_>,
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
        person: Person<'_>,
        _: i64,
    ) -> Result<(), AppError> {
        let gone = Entity::delete_many().filter(of_person(person));
        gone.exec(tx).await?;
        Ok(())
    }
}

fn of_person(person: Person<'_>) -> Condition {
    let email = &person.customer.email;
    Condition::any()
        .add(Column::CustomerId.eq(person.customer.id))
        .add_option(person.reads_mail.then(|| Column::Email.eq(email)))
}

async fn product(db: &Db, id: i64, language: Language) -> Result<Record, AppError> {
    let name = catalog::store::name(&db.read, id, language).await?;
    Ok(Record::default().product("name", &name, id, language.data_texts()))
}
