//! The e-mail about an order that was not placed because its payment failed. It is sent some minutes later, so that shoppers who
//! try again at once and pay do not get it.

use super::{PaymentOutcome, last_known};
use crate::{
    base::{date, error::AppError},
    order::{emails, entity::order, pay_link, store},
    platform::{
        db::retried,
        jobs::{self, Job, NewJob, Setback, Work},
        link_key::LinkKey,
        mail::{self, Posting},
        services::Services,
    },
    request::state::AppState,
};
use async_trait::async_trait;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

/// The kind of job that tells; its body is the id of the order.
const TELL: &str = "tell of failed payment";
/// Seconds until then.
const LATER: i64 = 10 * 60;

/// Has whoever placed `order` told, unless they order again meanwhile.
pub(super) async fn tell_later(
    tx: &impl ConnectionTrait,
    order: &order::Model,
    now: i64,
) -> Result<(), AppError> {
    if order.email.is_empty() {
        return Ok(());
    }
    let job = NewJob {
        kind: TELL,
        key: Some(format!("{TELL}:{}", order.id)),
        body: order.id.to_string(),
        now,
        due: now + LATER,
    };
    jobs::enqueue(tx, job).await.map(|_| ())
}

/// Tells shoppers of payments that failed.
pub struct NotifyOfFailure(pub AppState);

#[async_trait]
impl Work for NotifyOfFailure {
    fn kind(&self) -> &'static str {
        TELL
    }

    async fn run(&self, job: &Job) -> Result<(), Setback> {
        let services = &self.0.current().services();
        let id: i64 = job.body.parse().map_err(Setback::for_good)?;
        retried(|| tell(services, id)).await?;
        services.job_waits.notify_one();
        Ok(())
    }
}

async fn tell(services: &Services, id: i64) -> Result<(), AppError> {
    let (config, now) = (&services.config, date::now());
    let tx = services.db.begin().await?;
    let Some(order) = store::id_to_change(&tx, id).await? else {
        return Ok(());
    };
    let is_over = last_known(&tx, &order).await? != Some(PaymentOutcome::Failed);
    if is_over || order.email.is_empty() || has_ordered_again(&tx, &order).await? {
        return Ok(());
    }
    // A job may be done twice; nothing else was written about an order that was never placed.
    if !mail::all_about(&tx, order.id).await?.is_empty() {
        return Ok(());
    }
    let document = store::document(&order)?;
    let links = LinkKey::of(&tx).await?;
    let link = pay_link::link(&links, &order, &config.origin());
    let email = emails::payment_failed((&order, &document, config), &link)?;
    let posting = Posting::to(&order.email, now).about(order.id);
    mail::enqueue(&tx, posting, email).await?;
    tx.commit().await?;
    Ok(())
}

async fn has_ordered_again(
    tx: &impl ConnectionTrait,
    order: &order::Model,
) -> Result<bool, AppError> {
    let later = order::Entity::find()
        .filter(order::Column::Email.eq(&order.email))
        .filter(order::Column::PlacedAt.gte(order.placed_at))
        .filter(order::Column::Id.ne(order.id));
    Ok(later.count(tx).await? > 0)
}
