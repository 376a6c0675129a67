//! What this room keeps of customers.

use super::{CartRow, Details, Owner, abandoned, merge, store};
use crate::{
    account::{
        entity::customer,
        hooks::{CustomerRecords, DataSubject},
        personal_data::{Record, Section, Value},
    },
    base::{error::AppError, person},
    catalog,
    platform::db::Db,
    text::{Language, personal_data::DataTexts},
};
use async_trait::async_trait;
use sea_orm::{ConnectionTrait, DatabaseTransaction};

/// Their carts.
pub struct CartRecords;

#[async_trait]
impl CustomerRecords for CartRecords {
    /// The cart, and what was said about the order it may become.
    async fn export(
        &self,
        db: &Db,
        person: DataSubject<'_>,
        language: Language,
    ) -> Result<Vec<Section>, AppError> {
        let d = language.data_texts();
        let mut records = Vec::new();
        let own = store::find(&db.read, &Owner::Customer(person.customer.id)).await?;
        for cart in own.into_iter().chain(of_guests(&db.read, person).await?) {
            let mut lines = Vec::new();
            for line in store::plain_lines(&db.read, cart.id).await? {
                let name = catalog::store::name(&db.read, line.product, language).await?;
                lines.push(
                    Record::default()
                        .product("product", &name, line.product, d)
                        .text("chosen", d.options, &line.chosen)
                        .with("quantity", d.quantity, Value::Number(line.quantity)),
                );
            }
            let details = store::details(&cart);
            let agreed = details.consent().map(|it| it.at);
            let about = details_record(&details, d)
                .time("reminderAgreedAt", d.reminder_agreed, agreed)
                .time("createdAt", d.began, cart.created_at)
                .time("changedAt", d.changed, cart.updated_at)
                .with("items", d.items, Value::Records(lines));
            records.push(about);
        }
        Ok(vec![Section::new("cart", language.texts().cart, records)])
    }

    /// What was typed as the address of the order is the new one too, and a reminder goes there.
    async fn email_changed(
        &self,
        tx: &DatabaseTransaction,
        customer: i64,
        from: &str,
        to: &str,
    ) -> Result<(), AppError> {
        let Some(cart) = store::find_to_change(tx, &Owner::Customer(customer)).await? else {
            return Ok(());
        };
        let mut details = store::details_to_change(tx, &cart, cart.updated_at).await?;
        if details.email != from {
            return Ok(());
        }
        to.clone_into(&mut details.email);
        if let Some(consent) = &mut details.remind {
            to.clone_into(&mut consent.email);
        }
        store::keep(tx, cart.id, &details, cart.updated_at).await
    }

    /// What is in the cart is added to the other one.
    async fn joined(
        &self,
        tx: &DatabaseTransaction,
        from: &customer::Model,
        to: &customer::Model,
        now: i64,
    ) -> Result<(), AppError> {
        merge::merge(tx, &Owner::Customer(from.id), to.id, now).await
    }

    async fn held(&self, db: &Db, customer: i64) -> Result<Vec<(&'static str, i64)>, AppError> {
        let things = store::count(&db.read, &Owner::Customer(customer)).await?;
        Ok(vec![("things in the cart", things)])
    }

    /// The cart goes with the customer's row; those of which a guest at the same address wanted to be reminded go too.
    async fn erase(
        &self,
        tx: &DatabaseTransaction,
        person: DataSubject<'_>,
        now: i64,
    ) -> Result<(), AppError> {
        for cart in of_guests(tx, person).await? {
            store::delete(tx, cart.id, now).await?;
        }
        Ok(())
    }
}

/// Carts of guests whose reminder would go to `person`.
async fn of_guests(
    db: &impl ConnectionTrait,
    person: DataSubject<'_>,
) -> Result<Vec<CartRow>, AppError> {
    match person.reads_mail {
        true => abandoned::of_guests(db, &person.customer.email).await,
        false => Ok(Vec::new()),
    }
}

fn details_record(details: &Details, d: &DataTexts) -> Record {
    let person = |person: &person::Person| match person.is_empty() {
        true => Vec::new(),
        false => vec![Record::person(person, d)],
    };
    let billing = details.billing.as_ref().map_or_else(Vec::new, person);
    let extra = details
        .extra
        .iter()
        .fold(Record::default(), |all, (id, answer)| {
            all.with(id, id, Value::Text(answer.clone()))
        });
    let extra = (!details.extra.is_empty()).then(|| Value::Records(vec![extra]));
    Record::default()
        .text("email", d.email, &details.email)
        .text("coupon", d.coupon, &details.coupon)
        .with(
            "shippingAddress",
            d.delivery_address,
            Value::Records(person(&details.shipping)),
        )
        .with("billingAddress", d.billing_address, Value::Records(billing))
        .with("fields", d.fields, extra)
        .text("comments", d.comments, &details.comments)
        .text("referer", d.referer, &details.referer)
}
