//! Payments of orders that are placed whatever becomes of them: by the shopper who has a link or the order's page, or by what was
//! saved of an earlier payment. What was ordered stays theirs; only whether it is paid changes.

use super::{For, begin, entity::payment, look_soon, of};
use crate::{
    base::{error::AppError, money::PriceFormat},
    order::{
        Document, Method as Chosen,
        change_status::{Change, change_status},
        emails,
        entity::order,
        pay_link, store,
    },
    platform::{
        audit::Actor,
        config::Config,
        db::retried,
        mail::{self, Posting},
        secret::LinkKey,
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
    document: &Document,
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

/// The order `number` once a payment of it by `method` is under way; `None` if it is not to be paid, or not so.
///
/// One that an earlier call began goes on. `origin` is where links in e-mails about it lead.
pub async fn pay_placed(
    services: &Services,
    (number, method): (&str, &str),
    (origin, now): (&str, i64),
) -> Result<Option<order::Model>, AppError> {
    let config = &services.config;
    retried(|| async {
        let tx = services.db.begin().await?;
        let Some(order) = store::to_change(&tx, number).await? else {
            return Ok(None);
        };
        if of(&tx, order.id)
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
        let (about, what) = ((&order, &document), (way, For::Placed));
        begin(&tx, config, about, what, (origin, now)).await?;
        tx.commit().await?;
        Ok(Some(order))
    })
    .await
}

/// Has the placed `order` paid by what was `saved` of an earlier payment by `method`, soon after this transaction.
pub async fn charge(
    tx: &DatabaseTransaction,
    config: &Config,
    about: (&order::Model, &Document),
    (method, saved): (&Method, &str),
    now: i64,
) -> Result<(), AppError> {
    let origin = config.origin();
    let what = (method, For::Charge(saved));
    let id = begin(tx, config, about, what, (&origin, now)).await?;
    look_soon::look_soon(tx, id, None, now).await
}

/// What was saved last of the payments of these orders by `method`, to charge a later one by; `None` if nothing was.
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

/// The `order` is paid by `payment`: whoever ordered is told, and gets what comes with it.
pub(super) async fn paid(
    tx: &DatabaseTransaction,
    config: &Config,
    (order, document): (&order::Model, &mut Document),
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
    let by = (&Actor::shop(), now);
    // Nothing refuses it: the order waited for its money.
    let changed = change_status(tx, &order, &change, config, by).await?;
    changed.map(|_| ()).map_err(|_| AppError::Internal)
}

/// Keeps how `document` is paid as that of `order`; the order as it is then.
async fn set_paid_by(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    document: &Document,
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

/// It could not be charged: whoever ordered is asked to pay. Who paid by themselves sees it.
pub(super) async fn failed(
    tx: &DatabaseTransaction,
    config: &Config,
    (order, document): (&order::Model, &Document),
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
