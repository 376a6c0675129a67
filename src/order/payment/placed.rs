//! Payments of orders that are placed already: by the shopper, or by charging a saved payment method.
//!
//! The order stays placed whatever becomes of the payment; only whether it is paid changes.

use super::{PaymentPurpose, begin, entity::payment, latest_payment, look_soon};
use crate::{
    base::{error::AppError, money::PriceFormat},
    order::{
        Method as Chosen, OrderDocument,
        change_status::{Change, change_status},
        emails,
        entity::order,
        pay_link, store,
    },
    platform::{
        audit::Actor,
        config::Config,
        db::retried,
        link_key::LinkKey,
        mail::{self, Posting},
        services::Services,
    },
    pricing::payment::{Method, Payable, PaymentMethod, PaymentStatus},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder,
};

/// The ways by which `order` can be paid online now; none, if it is not to be paid.
pub fn due_ways<'a>(
    config: &'a Config,
    order: &order::Model,
    document: &OrderDocument,
) -> Vec<&'a Method> {
    let prices = PriceFormat::of(&document.currency);
    let Some(prices) = prices.filter(|_| is_due(order)) else {
        return Vec::new();
    };
    let payable = Payable {
        country: &document.shipping.country_code,
        region: &document.shipping.state_or_province_code,
        is_pickup: document.is_pickup,
        is_sent: document.is_delivered(),
        total: order.total,
        prices: &prices,
    };
    let ways = config.ways_to_pay().filter(|it| it.provider.is_some());
    ways.filter(|it| it.offers(&payable)).collect()
}

fn is_due(order: &order::Model) -> bool {
    order.payment_status == PaymentStatus::AwaitingPayment && order.total > 0
}

/// Begins a payment of the order `number` by `method`, and returns the order; `None` if nothing is due, or not by `method`.
///
/// A payment that is open already goes on. Links in e-mails about it lead to `origin`.
pub async fn pay_placed(
    services: &Services,
    number: &str,
    method: &str,
    origin: &str,
    now: i64,
) -> Result<Option<order::Model>, AppError> {
    let config = &services.config;
    retried(|| async {
        let tx = services.db.begin().await?;
        let Some(order) = store::to_change(&tx, number).await? else {
            return Ok(None);
        };
        if latest_payment(&tx, order.id)
            .await?
            .is_some_and(|it| it.state.is_open())
        {
            return Ok(Some(order));
        }
        let document = store::document(&order)?;
        let ways = due_ways(config, &order, &document);
        let Some(way) = ways.into_iter().find(|it| it.id == method) else {
            return Ok(None);
        };
        let (about, what) = ((&order, &document), (way, PaymentPurpose::Placed));
        begin(&tx, config, about, what, (origin, now)).await?;
        tx.commit().await?;
        Ok(Some(order))
    })
    .await
}

/// Charges the placed order to the payment method `saved` from an earlier payment, by a job soon after this transaction.
pub async fn charge(
    tx: &DatabaseTransaction,
    config: &Config,
    about: (&order::Model, &OrderDocument),
    method: &Method,
    saved: &str,
    now: i64,
) -> Result<(), AppError> {
    let origin = config.origin();
    let what = (method, PaymentPurpose::Charge(saved));
    let id = begin(tx, config, about, what, (&origin, now)).await?;
    look_soon::look_soon(tx, id, None, now).await
}

/// Returns the payment method last saved from payments of these `orders` at the provider of `method`, as JSON, if there is one.
pub async fn saved(
    db: &impl ConnectionTrait,
    orders: &[i64],
    method: &Method,
) -> Result<Option<String>, AppError> {
    let provider = method.provider.map(|it| it.id()).unwrap_or_default();
    let found = payment::Entity::find()
        .filter(payment::Column::OrderId.is_in(orders.iter().copied()))
        .filter(payment::Column::Provider.eq(provider))
        .filter(payment::Column::Saved.ne(""))
        .order_by_desc(payment::Column::Id);
    Ok(found.one(db).await?.map(|it| it.saved))
}

/// Marks `order` as paid by `payment`, and e-mails the shopper with what comes with it, such as files and the invoice.
pub(super) async fn paid(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &mut OrderDocument,
    payment: &payment::Model,
    now: i64,
) -> Result<(), AppError> {
    let language = config.language(document.language);
    if let Some(way) = config.payment.iter().find(|it| it.id == payment.method) {
        document.payment = Some(Chosen {
            id: way.id.clone(),
            title: way.title.get(language.code()).to_owned(),
        });
        document.instructions = String::new();
    }
    let order = set_paid_by(tx, order, document).await?;
    let change = Change {
        payment: Some(PaymentStatus::Paid),
        mail: true,
        ..Change::default()
    };
    // Nothing refuses it: the order waited for its money.
    let changed = change_status(tx, &order, &change, config, &Actor::shop(), now).await?;
    changed.map(|_| ()).map_err(|_| AppError::Internal)
}

/// Stores `document`, with its way of payment, in `order`, and returns the order as it is then.
async fn set_paid_by(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    document: &OrderDocument,
) -> Result<order::Model, AppError> {
    let order = order::Model {
        document: serde_json::to_string(document).map_err(AppError::internal)?,
        ..order.clone()
    }
    .listed_by(document);
    let row = order::ActiveModel {
        id: Set(order.id),
        document: Set(order.document.clone()),
        payment_method: Set(order.payment_method.clone()),
        ..Default::default()
    };
    order::Entity::update(row).exec(tx).await?;
    Ok(order)
}

/// E-mails the shopper a link to pay, if a charge of a saved payment method failed; otherwise they saw it themselves.
pub(super) async fn failed(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    document: &OrderDocument,
    payment: &payment::Model,
    now: i64,
) -> Result<(), AppError> {
    if payment.by_saved.is_empty() || order.email.is_empty() {
        return Ok(());
    }
    let key = LinkKey::of(tx).await?;
    let link = pay_link::link(&key, order, &payment.origin);
    let email = emails::charge_failed((order, document, config), &link)?;
    let posting = Posting::to(&order.email, now).about(order.id);
    mail::enqueue(tx, posting, email).await
}
