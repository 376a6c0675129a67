//! The orders of subscriptions: each on its date, by a job.
//!
//! Several instances may be at it: whoever locks a subscription makes its order and moves it on to the next
//! date in one transaction, and the others find that it is not due any more.

use super::{
    charge::{Charge, charge},
    emails,
    entity::{SubscriptionStatus, Trouble, subscription},
    store,
};
use crate::{
    base::{
        date::{self, DAY},
        error::AppError,
    },
    cart::order_copy::reserve,
    catalog::{
        self,
        store::stock::{self, Cause, Kind},
    },
    order::{
        self, Item, OrderDocument, confirm,
        entity::order as orders,
        notify, payment,
        status::{FulfillmentStatus, WithdrawalState},
        take_stock::stock_place,
    },
    platform::{
        audit::Actor,
        cookies::Token,
        db::retried,
        jobs::{Job, Setback, Work},
        link_key::LinkKey,
        mail::{self, Email, Posting},
        services::Services,
    },
    pricing::{
        payment::{Method, PaymentStatus},
        totals::{DeliveryCost, PricingInput, PricingRules, Totals},
    },
    request::state::AppState,
};
use async_trait::async_trait;
use sea_orm::{DatabaseTransaction, EntityTrait, TransactionTrait};

/// Seconds between two looks for what is due.
const EVERY: i64 = 15 * 60;

/// Makes the orders that are due.
pub struct Renewals(pub AppState);

#[async_trait]
impl Work for Renewals {
    fn kind(&self) -> &'static str {
        "renew subscriptions"
    }

    fn every(&self) -> Option<i64> {
        Some(EVERY)
    }

    /// Returns 0 seconds: a failed run is not retried, the next one makes up for it.
    fn tried_for(&self) -> i64 {
        0
    }

    async fn run(&self, _: &Job) -> Result<(), Setback> {
        Ok(renew_due(&self.0.current().services(), date::now()).await?)
    }
}

/// Makes every order that is due `now`; one that fails is logged and does not stop the others.
pub async fn renew_due(services: &Services, now: i64) -> Result<(), AppError> {
    for id in store::due(&services.db.read, now).await? {
        match retried(|| renew(services, id, now)).await {
            Ok(Some(order)) => confirm::note(&order),
            Ok(None) => {}
            Err(fault) => tracing::error!(?fault, subscription = id, "an order was not made"),
        }
    }
    services.job_waits.notify_one();
    Ok(())
}

/// Makes the order of the subscription `id` if it is due, and returns it.
async fn renew(services: &Services, id: i64, now: i64) -> Result<Option<orders::Model>, AppError> {
    let tx = services.db.begin().await?;
    let Some(row) = store::to_change(&tx, id).await? else {
        return Ok(None);
    };
    if row.status != SubscriptionStatus::Active || row.due_at > now {
        return Ok(None);
    }
    if is_void(&tx, &row).await? {
        store::cancel(&tx, &row, now).await?;
        tx.commit().await?;
        return Ok(None);
    }
    let document = store::document(&row)?;
    // What was taken for an order that cannot be made goes back.
    let savepoint = tx.begin().await?;
    let made = match make(&savepoint, services, &row, document, now).await? {
        Ok(order) => {
            savepoint.commit().await?;
            Some(order)
        }
        Err(trouble) => {
            savepoint.rollback().await?;
            tell(&tx, services, &row, trouble, now).await?;
            store::note_trouble(&tx, row.id, trouble, now + DAY).await?;
            None
        }
    };
    tx.commit().await?;
    Ok(made)
}

/// Returns `true` if the subscription's first order was cancelled, refunded, withdrawn from or deleted.
async fn is_void(tx: &DatabaseTransaction, row: &subscription::Model) -> Result<bool, AppError> {
    let first = orders::Entity::find_by_id(row.order_id).one(tx).await?;
    let is_over = |order: &orders::Model| {
        order.withdrawn_at.is_some()
            || matches!(
                order.payment_status,
                PaymentStatus::Cancelled | PaymentStatus::Refunded
            )
    };
    Ok(first.as_ref().is_none_or(is_over))
}

/// Makes the order of the present date, or says why it cannot be made; then the caller takes back what was done until then.
async fn make(
    tx: &DatabaseTransaction,
    services: &Services,
    row: &subscription::Model,
    mut document: OrderDocument,
    now: i64,
) -> Result<Result<orders::Model, Trouble>, AppError> {
    let paid = match charge(&document, &services.config) {
        Ok(paid) => paid,
        Err(trouble) => return Ok(Err(trouble)),
    };
    let kept = match paid {
        Charge::Kept(way) => match kept(tx, row, way).await? {
            Some(saved) => Some((way, saved)),
            None => return Ok(Err(Trouble::NotPayable)),
        },
        Charge::Nothing | Charge::Outside => None,
    };
    let (id, public_id) = reserve(tx, now).await?;
    for item in &document.items {
        if let Err(trouble) = take(tx, item, &public_id).await? {
            return Ok(Err(trouble));
        }
    }
    document.totals = taxed(services, &document);
    document.subscription = Some(row.id);
    let nobody = Token::random().map_err(AppError::internal)?;
    let order = orders::Model {
        id,
        secret_hash: nobody.hash(),
        customer_id: row.customer_id,
        placed_at: now,
        payment_status: paid.begins_as(),
        fulfillment_status: FulfillmentStatus::AwaitingProcessing,
        total: document.totals.total,
        words: document.words_of(&public_id, &row.email),
        document: serde_json::to_string(&document).map_err(AppError::internal)?,
        announced: true,
        withdrawn_at: None,
        withdrawal: WithdrawalState::Open,
        paid_at: None,
        shipped_at: None,
        is_delivered: true,
        paid_later: false,
        payment_method: String::new(),
        delivery_method: String::new(),
        country: String::new(),
        tracking_number: String::new(),
        carrier: String::new(),
        email: row.email.clone(),
        public_id,
    }
    .listed_by(&document);
    order::store::add(tx, order.clone()).await?;
    order::timeline::placed(tx, &Actor::shop(), &order).await?;
    store::note_made(tx, row, order.id, now).await?;
    if let Some((way, saved)) = &kept {
        let about = (&order, &document);
        payment::charge(tx, &services.config, about, way, saved, now).await?;
    }
    let key = LinkKey::of(tx).await?;
    let email = emails::renewed(row, &order, &document, &services.config, &key)?;
    mail::enqueue(tx, Posting::to(&row.email, now).about(order.id), email).await?;
    notify::of_order(tx, &services.config, &order, &document, now).await?;
    Ok(Ok(order))
}

/// Returns the payment method that `way` saved last from the payments of the subscription's orders, as JSON, if any.
async fn kept(
    tx: &DatabaseTransaction,
    row: &subscription::Model,
    way: &Method,
) -> Result<Option<String>, AppError> {
    let mut orders = store::made_by(tx, row.id).await?;
    orders.push(row.order_id);
    payment::saved(tx, &orders, way).await
}

/// Takes `item` off the stock, if it is sold as it was chosen and there is enough.
async fn take(
    tx: &DatabaseTransaction,
    item: &Item,
    number: &str,
) -> Result<Result<(), Trouble>, AppError> {
    let product = catalog::store::product(tx, item.product).await?;
    let sold = product.filter(|it| it.enabled && item.chosen.problem(it).is_none());
    let Some(product) = sold else {
        return Ok(Err(Trouble::NotSold));
    };
    let Some(place) = stock_place(&product, item.variation) else {
        return Ok(Ok(()));
    };
    let by = Actor::shop();
    let cause = Cause::with_order(Kind::Sold, number, &by);
    match stock::take(tx, product.id, place, item.quantity, &cause).await? {
        Some(true) => stock::note(tx, &[product.id]).await?,
        Some(false) => {}
        None => return Ok(Err(Trouble::SoldOut)),
    }
    Ok(Ok(()))
}

/// What was agreed, with the taxes of today.
fn taxed(services: &Services, document: &OrderDocument) -> Totals {
    let agreed = &document.totals;
    let country = match document.shipping.country_code.as_str() {
        "" => &services.config.store_country,
        code => code,
    };
    let input = PricingInput {
        items: agreed.items,
        weight: document.weight(),
        country,
        region: &document.shipping.state_or_province_code,
        group: None,
        is_exempt: document.is_exempt,
        coupon: None,
        method: None,
        surcharges: &[],
        agreed: Some(DeliveryCost {
            shipping: agreed.shipping,
            handling: agreed.handling,
        }),
    };
    let rules = PricingRules {
        discounts: &[],
        prices_include_tax: agreed.prices_include_tax,
        ..services.config.pricing_rules()
    };
    Totals::of(&input, &rules, &services.shop.prices)
}

/// Tells the shopper and the merchant, once each date.
async fn tell(
    tx: &DatabaseTransaction,
    services: &Services,
    row: &subscription::Model,
    trouble: Trouble,
    now: i64,
) -> Result<(), AppError> {
    if row.trouble.is_some() {
        return Ok(());
    }
    let document = store::document(row)?;
    let key = LinkKey::of(tx).await?;
    let email = emails::trouble(row, &document, &services.config, &key, trouble)?;
    mail::enqueue(tx, Posting::to(&row.email, now).about(row.order_id), email).await?;
    let news = emails::trouble_news(row, &document, &services.config, trouble)?;
    tell_merchant(tx, services, row, &news, now).await
}

/// Posts `news` to everybody whom the setting `notify` names.
pub async fn tell_merchant(
    tx: &DatabaseTransaction,
    services: &Services,
    row: &subscription::Model,
    news: &Email,
    now: i64,
) -> Result<(), AppError> {
    for recipient in &services.config.notify {
        let posting = Posting::to(recipient, now).about(row.order_id);
        mail::enqueue(tx, posting, news.clone()).await?;
    }
    Ok(())
}
