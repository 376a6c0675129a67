//! Doing what was planned, when it is time.

use super::{
    effect::{Offer, Sale},
    entity::{ActiveModel, Entity, Model, ScheduleKind, ScheduleState},
};
use crate::{
    base::{date, error::AppError},
    catalog::{Product, edit, store},
    platform::{
        audit::Actor,
        db::{Db, retried},
        jobs::{Job, Setback, Work},
    },
};
use async_trait::async_trait;
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QuerySelect};

/// What jobs of it are called.
pub(super) const KIND: &str = "product schedule";

/// Begins and ends what was planned.
pub struct Schedules(pub Db);

#[async_trait]
impl Work for Schedules {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &Job) -> Result<(), Setback> {
        let Ok(plan) = job.body.parse::<i64>() else {
            return Err(Setback::for_good("this names nothing that is planned"));
        };
        // Whoever was given the job knows that it is time.
        let now = date::now().max(job.due_at);
        // A plan says itself what is to be done by now: twice, or too late, is as good.
        let attempt = || async {
            let tx = self.0.begin().await?;
            settle(&tx, plan, now).await?;
            tx.commit().await?;
            Ok(())
        };
        Ok(retried(attempt).await?)
    }
}

/// Lets the plan `plan` be as far as it is to be at `now`. The last of its transaction.
pub async fn settle(tx: &impl ConnectionTrait, plan: i64, now: i64) -> Result<(), AppError> {
    // The product first, as everybody who changes it does.
    let Some(row) = Entity::find_by_id(plan).one(tx).await? else {
        return Ok(());
    };
    let Some(product) = store::product_to_change(tx, row.product_id).await? else {
        return Ok(());
    };
    let found = Entity::find_by_id(plan).lock_exclusive();
    let Some(row) = found.one(tx).await? else {
        return Ok(());
    };
    let is_begun = row.starts_at.is_none_or(|starts| starts <= now);
    let is_over = row.ends_at.is_some_and(|ends| ends <= now);
    match (row.kind, row.state) {
        (_, ScheduleState::Over) => Ok(()),
        (ScheduleKind::Sale, ScheduleState::Waiting) if is_over => {
            set(tx, plan, ScheduleState::Over, None).await
        }
        (ScheduleKind::Sale, ScheduleState::Waiting) if is_begun => {
            begin_sale(tx, &row, &product, now).await
        }
        (ScheduleKind::Sale, ScheduleState::Running) if is_over => {
            set(tx, plan, ScheduleState::Over, None).await?;
            end_sale(tx, &row, &product, &Actor::shop(), now).await
        }
        (ScheduleKind::Visible, _) if is_over => {
            set(tx, plan, ScheduleState::Over, None).await?;
            show(tx, &product, false, now).await
        }
        (ScheduleKind::Visible, ScheduleState::Waiting) if is_begun => {
            let next = match row.ends_at {
                Some(_) => ScheduleState::Running,
                None => ScheduleState::Over,
            };
            set(tx, plan, next, None).await?;
            match row.starts_at {
                Some(_) => show(tx, &product, true, now).await,
                None => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

async fn begin_sale(
    tx: &impl ConnectionTrait,
    row: &Model,
    product: &Product,
    now: i64,
) -> Result<(), AppError> {
    let offer = match (row.price, row.percent) {
        (Some(price), _) => Offer::Price(price),
        (None, percent) => Offer::Percent(percent.unwrap_or(0)),
    };
    let mut after = product.clone();
    // A plan without a sale runs all the same, so that staff sees in the list that it changes nothing.
    let sale = Sale::begin(&mut after, offer);
    let json = sale.map(|it| serde_json::to_string(&it)).transpose();
    let json = json.map_err(AppError::internal)?;
    set(tx, row.id, ScheduleState::Running, json).await?;
    edit::store(tx, product, &after, &Actor::shop(), now).await?;
    Ok(())
}

/// Returns what the sale `row` made of the prices; `None` if it did not begin, or was not cheaper then.
pub(super) fn sale_of(row: &Model) -> Result<Option<Sale>, AppError> {
    let sale = row.prices.as_deref().map(serde_json::from_str);
    sale.transpose().map_err(AppError::internal)
}

/// Gives `product` the prices again that it had before the sale `row`.
pub(super) async fn end_sale(
    tx: &impl ConnectionTrait,
    row: &Model,
    product: &Product,
    actor: &Actor,
    now: i64,
) -> Result<(), AppError> {
    if let Some(sale) = sale_of(row)? {
        let mut after = product.clone();
        sale.end(&mut after);
        edit::store(tx, product, &after, actor, now).await?;
    }
    Ok(())
}

async fn show(
    tx: &impl ConnectionTrait,
    product: &Product,
    is_shown: bool,
    now: i64,
) -> Result<(), AppError> {
    let after = Product {
        enabled: is_shown,
        ..product.clone()
    };
    edit::store(tx, product, &after, &Actor::shop(), now).await?;
    Ok(())
}

async fn set(
    tx: &impl ConnectionTrait,
    plan: i64,
    state: ScheduleState,
    prices: Option<String>,
) -> Result<(), AppError> {
    let mut row = ActiveModel {
        id: Set(plan),
        state: Set(state),
        ..Default::default()
    };
    if prices.is_some() {
        row.prices = Set(prices);
    }
    Entity::update(row).exec(tx).await?;
    Ok(())
}
