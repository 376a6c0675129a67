//! E-mails on their way: a job each, posted with the order, sent once as far as that is known.
//!
//! What went is remembered until it can be noted. Where the shop dies in between, the e-mail goes again
//! under the same Message-ID.

use super::entity;
use crate::{
    base::{
        date::{self, DAY, HOUR},
        error::AppError,
    },
    platform::{
        db::{Db, statement},
        jobs::{self, Job, Setback, Work},
        services::Services,
    },
};
use async_trait::async_trait;
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// The kind of job that sends an e-mail; its body is the e-mail's number.
pub const KIND: &str = "email";

/// Sends e-mails.
pub struct Delivery(pub Services);

#[async_trait]
impl Work for Delivery {
    fn kind(&self) -> &'static str {
        KIND
    }

    async fn run(&self, job: &Job) -> Result<(), Setback> {
        let Self(services) = self;
        let id: i64 = job.body.parse().map_err(Setback::for_good)?;
        let email = entity::Entity::find_by_id(id).one(&services.db.read).await;
        let Some(email) = email.map_err(AppError::from)? else {
            // It went with its order, or was sent and is forgotten.
            return Ok(());
        };
        if email.sent_at.is_some() {
            return Ok(());
        }
        let is_gone = services.mailer.went().contains(&id);
        if !is_gone {
            services.mailer.send(&email).await?;
            services.mailer.went().insert(id);
        }
        note_sent(services, &email).await?;
        Ok(())
    }
}

async fn note_sent(services: &Services, email: &entity::Model) -> Result<(), AppError> {
    let db = &services.db.write;
    if email.is_secret {
        entity::Entity::delete_by_id(email.id).exec(db).await?;
    } else {
        let row = entity::ActiveModel {
            id: Set(email.id),
            sent_at: Set(Some(date::now())),
            ..Default::default()
        };
        entity::Entity::update(row).exec(db).await?;
    }
    services.mailer.went().remove(&email.id);
    Ok(())
}

/// Sees to e-mails that a shop of before jobs kept and did not send, beside this one or until it ended.
pub struct Adoption(pub Db);

#[async_trait]
impl Work for Adoption {
    fn kind(&self) -> &'static str {
        "emails without a job"
    }

    fn every(&self) -> Option<i64> {
        Some(HOUR)
    }

    async fn run(&self, job: &Job) -> Result<(), Setback> {
        // What is older had its job when the table of jobs was made.
        const ADOPT: &str = "INSERT INTO jobs (kind, key, body, created_at, due_at, attempts, leased_until, leased_by) \
            SELECT 'email', 'email:' || id, CAST(id AS TEXT), created_at, due_at, 0, 0, '' \
            FROM letters WHERE sent_at IS NULL AND due_at > $1 ON CONFLICT (key) DO NOTHING";
        let db = &self.0.write;
        let adopt = statement(db, ADOPT, [(job.created_at - DAY).into()]);
        db.execute_raw(adopt).await.map_err(AppError::from)?;
        Ok(())
    }
}

/// The job of each of the e-mails `ids` that has one still, by the e-mail's number.
pub async fn jobs_of(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = i64>,
) -> Result<HashMap<i64, Job>, AppError> {
    let keys = ids.into_iter().map(|id| format!("{KIND}:{id}"));
    let found = jobs::Entity::find().filter(jobs::Column::Key.is_in(keys));
    let found = found.all(db).await?;
    Ok(found
        .into_iter()
        .filter_map(|job| Some((job.body.parse().ok()?, job)))
        .collect())
}
