//! What this room keeps of customers.

use super::{
    Item, Method, abandoned_carts, anonymise,
    entity::order,
    invoice, notes,
    parcels::Parcel,
    payment::{self, payment::Model as Payment},
    refunds::Refund,
    status::{fulfillment_text, payment_text},
    store,
};
use crate::{
    account::{
        addresses,
        entity::customer,
        hooks::{CustomerRecords, DataSubject},
        personal_data::{Record, Section, Value},
    },
    base::error::AppError,
    platform::{
        db::{Db, statement},
        mail,
    },
    text::{Language, personal_data::DataTexts},
};
use async_trait::async_trait;
use sea_orm::{ActiveEnum, ConnectionTrait, DatabaseTransaction};

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
        let is_theirs = |order: &order::Model| {
            order.customer_id.is_none() && order.email.to_lowercase() == customer.email
        };
        let Some(order) = found.filter(is_theirs) else {
            return Ok(());
        };
        store::set_customer(tx, order.id, customer.id).await?;
        anonymise::keep(tx, order.id).await?;
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

    /// The orders, as they were placed.
    async fn joined(
        &self,
        tx: &DatabaseTransaction,
        from: &customer::Model,
        to: &customer::Model,
        _: i64,
    ) -> Result<(), AppError> {
        const GIVE: &str = "UPDATE orders SET customer_id = $2 WHERE customer_id = $1";
        tx.execute_raw(statement(tx, GIVE, [from.id.into(), to.id.into()]))
            .await?;
        Ok(())
    }

    async fn held(&self, db: &Db, customer: i64) -> Result<Vec<(&'static str, i64)>, AppError> {
        Ok(vec![("orders", store::count_of(&db.read, customer).await?)])
    }

    /// The orders, each with its invoice, and with what the staff noted.
    async fn export(
        &self,
        db: &Db,
        DataSubject { customer, .. }: DataSubject<'_>,
        language: Language,
    ) -> Result<Vec<Section>, AppError> {
        let (s, d) = (language.checkout_texts(), language.data_texts());
        let mut records = Vec::new();
        for order in store::all_of(&db.read, customer.id).await? {
            let invoice = invoice::number(&db.read, order.id).await?;
            let invoice = invoice.unwrap_or_default();
            let emails = mail::about(&db.read, order.id, &order.email).await?;
            let emails = emails.iter().map(|email| Record::email(email, d));
            let notes = notes::of(&db.read, order.id).await?.into_iter().rev();
            let notes = notes.map(|note| {
                Record::default()
                    .time("writtenAt", d.written, note.written_at)
                    .text("text", d.text, &note.text)
            });
            let record = record(&order, language)
                .text("invoice", d.invoice, &invoice)
                .with("emails", d.emails, Value::Records(emails.collect()))
                .with(
                    "parcels",
                    d.parcels,
                    Value::Records(parcels(db, &order, d).await?),
                )
                .with(
                    "payments",
                    d.payments,
                    Value::Records(payments(db, &order, language).await?),
                )
                .with(
                    "refunds",
                    d.refunds,
                    Value::Records(refunds(db, &order, language).await?),
                )
                .with("notes", d.notes, Value::Records(notes.collect()));
            records.push(record);
        }
        Ok(vec![Section::new("orders", s.orders, records)])
    }

    /// They stay, and are nobody's; what was in carts that were reminded of is forgotten.
    async fn erase(
        &self,
        tx: &DatabaseTransaction,
        person: DataSubject<'_>,
        now: i64,
    ) -> Result<(), AppError> {
        abandoned_carts::erase(tx, person).await?;
        anonymise::release(tx, person.customer.id, now).await
    }
}

/// An order as its customer reads it.
fn record(order: &order::Model, language: Language) -> Record {
    let (s, d) = (language.checkout_texts(), language.data_texts());
    let plain = Record::default()
        .text("number", d.number, &order.public_id)
        .time("placedAt", d.placed, order.placed_at)
        .text("email", d.email, &order.email);
    // One that cannot be read hides no other.
    let Ok(document) = store::document(order) else {
        return plain;
    };
    let money = |amount| Value::money(amount, &document.currency, language);
    let title = |method: &Option<Method>| method.clone().map(|it| it.title).unwrap_or_default();
    let items = document.items.iter().map(|item| {
        Record::default()
            .text("name", d.product, &item.name)
            .text("sku", d.sku, &item.sku)
            .with("options", d.options, Value::Records(options(item)))
            .with("quantity", d.quantity, Value::Number(item.quantity))
            .with("price", d.price, money(item.price))
    });
    let extra = document.extra.iter().map(|field| {
        Record::default().with(&field.id, &field.title, Value::Text(field.value.clone()))
    });
    let payment = payment_text(order.payment_status, s).unwrap_or_default();
    let person = |person| Value::Records(vec![Record::person(person, d)]);
    plain
        .text("paymentStatus", d.payment_status, payment)
        .time("paidAt", d.paid, order.paid_at)
        .text(
            "fulfillmentStatus",
            d.fulfillment_status,
            fulfillment_text(order.fulfillment_status, s),
        )
        .time("shippedAt", d.shipped, order.shipped_at)
        .time("withdrawnAt", d.withdrawn, order.withdrawn_at)
        .with("items", d.items, Value::Records(items.collect()))
        .with("total", d.total, money(order.total))
        .text("currency", d.currency, &document.currency)
        .text(
            "coupon",
            d.coupon,
            &document.coupon_code.clone().unwrap_or_default(),
        )
        .with(
            "shippingAddress",
            s.shipping_address,
            person(&document.shipping),
        )
        .with(
            "billingAddress",
            s.billing_address,
            person(&document.billing),
        )
        .text("delivery", s.shipping, &title(&document.delivery))
        .text("payment", s.payment, &title(&document.payment))
        .with("fields", d.fields, Value::Records(extra.collect()))
        .text("comments", d.comments, &document.comments)
        .text("referer", d.referer, &document.referer)
}

/// The parcels of `order`, each with what it is known by.
async fn parcels(db: &Db, order: &order::Model, d: &DataTexts) -> Result<Vec<Record>, AppError> {
    let Ok(document) = store::document(order) else {
        return Ok(Vec::new());
    };
    let parcels = super::parcels::of(&db.read, order, &document).await?;
    let record = |parcel: &Parcel| {
        let items: Vec<String> = parcel.lines(&document).collect();
        Record::default()
            .time("sentAt", d.sent, parcel.sent_at)
            .time("deliveredAt", d.arrived, parcel.delivered_at)
            .text("carrier", d.carrier, &parcel.tracking.carrier)
            .text("trackingNumber", d.tracking, &parcel.tracking.number)
            .text("contents", d.items, &items.join("\n"))
    };
    Ok(parcels.iter().map(record).collect())
}

/// The attempts to pay `order` at a provider, the latest first.
async fn payments(
    db: &Db,
    order: &order::Model,
    language: Language,
) -> Result<Vec<Record>, AppError> {
    let d = language.data_texts();
    let payments = payment::of_order(&db.read, order.id).await?;
    let record = |payment: &Payment| {
        let amount = Value::money(payment.amount, &payment.currency, language);
        Record::default()
            .time("beganAt", d.began, payment.created_at)
            .time("endedAt", d.ended, payment.settled_at)
            .with("amount", d.amount, amount)
            .text("provider", d.provider, &payment.provider)
            .text("reference", d.reference, &payment.reference)
            .text("status", d.status, &payment.state.to_value())
    };
    Ok(payments.iter().map(record).collect())
}

/// What was paid back of `order`, and why.
async fn refunds(
    db: &Db,
    order: &order::Model,
    language: Language,
) -> Result<Vec<Record>, AppError> {
    let d = language.data_texts();
    let currency = store::document(order).map_or(String::new(), |it| it.currency);
    let refunds = super::refunds::of(&db.read, order.id).await?;
    let record = |refund: &Refund| {
        let amount = Value::money(refund.amount, &currency, language);
        Record::default()
            .time("refundedAt", d.refunded, refund.at)
            .with("amount", d.amount, amount)
            .text("reason", d.reason, &refund.reason)
    };
    Ok(refunds.iter().map(record).collect())
}

/// What was chosen of `item`, if anything.
fn options(item: &Item) -> Vec<Record> {
    let chosen = item
        .options
        .iter()
        .fold(Record::default(), |all, (name, value)| {
            let value = Value::Text(value.as_str().unwrap_or_default().to_owned());
            all.with(name, name, value)
        });
    if item.options.is_empty() {
        Vec::new()
    } else {
        vec![chosen]
    }
}
