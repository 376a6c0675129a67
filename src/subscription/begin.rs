//! A subscription begins with an order that is placed for good.

use super::{
    emails,
    entity::{SubscriptionStatus, subscription},
    schedule, store,
};
use crate::{
    base::{date, error::AppError},
    catalog::{self, product::Interval},
    order::{self, Item, OrderDocument, confirm::RECURS, entity::order as orders},
    platform::{
        db::retried,
        jobs::{Job, Setback, Work},
        link_key::LinkKey,
        mail::{self, Posting},
        services::Services,
    },
    pricing::totals::{PricingInput, PricingRules, Totals},
    request::state::AppState,
};
use async_trait::async_trait;
use sea_orm::{
    ActiveValue::{NotSet, Set},
    DatabaseTransaction, EntityTrait, QuerySelect,
};

/// Begins the subscriptions of an order; none twice.
pub struct BeginSubscriptions(pub AppState);

#[async_trait]
impl Work for BeginSubscriptions {
    fn kind(&self) -> &'static str {
        RECURS
    }

    async fn run(&self, job: &Job) -> Result<(), Setback> {
        let services = &self.0.current().services();
        let id: i64 = job.body.parse().map_err(Setback::for_good)?;
        retried(|| begin(services, id)).await?;
        services.job_waits.notify_one();
        Ok(())
    }
}

async fn begin(services: &Services, order: i64) -> Result<(), AppError> {
    let tx = services.db.begin().await?;
    let found = orders::Entity::find_by_id(order).lock_exclusive();
    let Some(order) = found.one(&tx).await? else {
        return Ok(());
    };
    // Whoever deleted the account wants nothing to come again and again.
    if order::anonymise::is_released(&tx, order.id).await? {
        return Ok(());
    }
    let document = order::store::document(&order)?;
    for (place, item) in (0..).zip(&document.items) {
        if let Some(interval) = Interval::parse(&item.chosen.subscription) {
            let template = template(&tx, services, &document, item).await?;
            add(&tx, services, &order, place, interval, &template).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

async fn add(
    tx: &DatabaseTransaction,
    services: &Services,
    order: &orders::Model,
    place: i64,
    interval: Interval,
    template: &OrderDocument,
) -> Result<(), AppError> {
    let now = date::now();
    let start = order.placed_at;
    let next = schedule::next(start, interval, 1, start);
    let Some((cycle, next)) = next else {
        return Ok(());
    };
    let row = subscription::ActiveModel {
        id: NotSet,
        order_id: Set(order.id),
        item: Set(place),
        customer_id: Set(order.customer_id),
        email: Set(order.email.clone()),
        status: Set(SubscriptionStatus::Active),
        unit: Set(format!("{:?}", interval.unit).to_uppercase()),
        count: Set(interval.count),
        started_at: Set(start),
        cycle: Set(cycle),
        next_at: Set(next),
        due_at: Set(next),
        trouble: Set(None),
        ended_at: Set(None),
        document: Set(serde_json::to_string(template).map_err(AppError::internal)?),
    };
    let Some(id) = store::add(tx, row).await? else {
        return Ok(());
    };
    let row = store::find(tx, id).await?.ok_or(AppError::Internal)?;
    let key = LinkKey::of(tx).await?;
    let email = emails::begun(&row, template, &services.config, &key)?;
    mail::enqueue(tx, Posting::to(&row.email, now).about(order.id), email).await
}

/// What every order after the first is like: the `item` alone, for what it costs today. Coupons, discounts and
/// surcharges were the first order's.
async fn template(
    tx: &DatabaseTransaction,
    services: &Services,
    first: &OrderDocument,
    item: &Item,
) -> Result<OrderDocument, AppError> {
    let config = &services.config;
    // What is only files goes without the parcel that it came beside.
    let product = catalog::store::product(tx, item.product).await?;
    let delivery = first
        .delivery
        .clone()
        .filter(|_| !product.is_some_and(|it| it.digital));
    let method = delivery.as_ref();
    let method = method.and_then(|it| config.shipping.iter().find(|known| known.id == it.id));
    let country = match first.shipping.country_code.as_str() {
        "" => &config.store_country,
        code => code,
    };
    let input = PricingInput {
        items: item.price * item.quantity,
        weight: item.weight * item.quantity,
        country,
        region: &first.shipping.state_or_province_code,
        group: None,
        is_exempt: first.is_exempt,
        coupon: None,
        method,
        surcharges: &[],
        agreed: None,
    };
    let rules = PricingRules {
        discounts: &[],
        ..config.pricing_rules()
    };
    Ok(OrderDocument {
        items: vec![Item {
            restocked: 0,
            restocked_unsent: 0,
            missing: 0,
            ..item.clone()
        }],
        totals: Totals::of(&input, &rules, &services.shop.prices),
        coupon: None,
        coupon_code: None,
        comments: String::new(),
        restocked: false,
        coupon_returned: false,
        withdrawal_answer: String::new(),
        is_pickup: first.is_pickup && delivery.is_some(),
        delivery,
        ..first.clone()
    })
}
