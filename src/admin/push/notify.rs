//! Telling the browsers of the staff: one job finds out which, and one for each of them sends it.

use super::super::staff::{entity, role::Right};
use crate::{
    base::{date, date::DAY, error::AppError, url},
    import::public_agent,
    platform::{
        jobs::{self, Job, NewJob, Setback, Work},
        push::{
            self, Keys, News, encrypted,
            store::{self, Subscription},
        },
    },
    request::state::AppState,
};
use async_trait::async_trait;
use sea_orm::{ConnectionTrait, EntityTrait};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The kind of job that tells one browser.
const KIND: &str = "push";
/// Seconds that a push service keeps what it cannot deliver.
const KEPT: i64 = DAY;

/// Finds out which browsers are told.
pub struct NotifyStaff(pub AppState);

/// Tells one browser.
pub struct Push(pub AppState);

/// What one browser is told.
#[derive(Serialize, Deserialize)]
struct PushMessage {
    subscription: i64,
    news: News,
}

/// Whether the owner of `subscription` may see what it is about.
async fn may(db: &impl ConnectionTrait, subscription: &Subscription) -> Result<bool, AppError> {
    let staff = entity::Entity::find_by_id(subscription.staff)
        .one(db)
        .await?;
    Ok(staff.is_some_and(|staff| staff.role().has(Right::SeeOrders)))
}

#[async_trait]
impl Work for NotifyStaff {
    fn kind(&self) -> &'static str {
        push::KIND
    }

    async fn run(&self, job: &Job) -> Result<(), Setback> {
        let shop = self.0.current();
        let news: News = serde_json::from_str(&job.body).map_err(Setback::for_good)?;
        let now = date::now();
        for subscription in store::to_tell(&shop.db.read).await? {
            if !may(&shop.db.read, &subscription).await? {
                continue;
            }
            let told = PushMessage {
                subscription: subscription.id,
                news: news.clone(),
            };
            let new = NewJob {
                kind: KIND,
                key: Some(format!("{KIND}:{}:{}", subscription.id, news.key)),
                body: serde_json::to_string(&told).map_err(Setback::for_good)?,
                now,
                due: now,
            };
            jobs::enqueue(&shop.db.write, new).await?;
        }
        shop.job_waits.notify_one();
        Ok(())
    }
}

#[async_trait]
impl Work for Push {
    fn kind(&self) -> &'static str {
        KIND
    }

    /// What is a day old is no news.
    fn tried_for(&self) -> i64 {
        DAY
    }

    async fn run(&self, job: &Job) -> Result<(), Setback> {
        let shop = self.0.current();
        let told: PushMessage = serde_json::from_str(&job.body).map_err(Setback::for_good)?;
        let found = store::find(&shop.db.read, told.subscription).await?;
        // Its owner is signed out since, or wants to be told no more.
        let Some(subscription) = found else {
            return Ok(());
        };
        if !may(&shop.db.read, &subscription).await? {
            return Ok(());
        }
        let text = json!({ "title": told.news.title, "to": told.news.to, "tag": told.news.key });
        let text = text.to_string();
        let body = encrypted(&subscription.key, &subscription.auth, text.as_bytes());
        let body = body.map_err(|_| Setback::for_good("its key is none"))?;
        let origin = url::origin(&subscription.endpoint);
        let keys = Keys::of_shop(&shop.db).await?;
        let contact = contact(&shop);
        let header = keys.authorization(origin, &contact, date::now())?;
        let web = public_agent(shop.config.import_from_private_networks);
        let endpoint = subscription.endpoint.clone();
        let sent = tokio::task::spawn_blocking(move || {
            web.post(&endpoint)
                .header("authorization", &header)
                .header("content-encoding", "aes128gcm")
                .header("content-type", "application/octet-stream")
                .header("ttl", KEPT.to_string())
                .header("urgency", "high")
                .send(&body[..])
                .map(drop)
        });
        let sent = sent.await.map_err(Setback::for_now)?;
        match sent {
            Ok(()) => Ok(()),
            // The browser is not there any more, or was told to be quiet by its own settings.
            Err(ureq::Error::StatusCode(404 | 410)) => {
                store::forget(&shop.db.write, subscription.id).await?;
                Ok(())
            }
            Err(ureq::Error::StatusCode(status @ (400..=407 | 411..=428))) => {
                Err(Setback::for_good(format!("refused: {status}")))
            }
            Err(error) => Err(Setback::for_now(format!("not told: {error}"))),
        }
    }
}

/// Whom a push service writes to if something is wrong: the shop's own address.
fn contact(shop: &AppState) -> String {
    let from = &shop.config.mail_from;
    let address = from
        .rsplit_once('<')
        .map_or(from.as_str(), |(_, rest)| rest);
    let address = address.trim_end_matches('>').trim();
    match address.contains('@') {
        true => format!("mailto:{}", url::encoded(address).replace("%40", "@")),
        false => shop.config.origin(),
    }
}
