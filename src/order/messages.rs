//! E-mails about an order: what was sent, sending it once more, and writing to the shopper.

use super::{
    agreements::agreed,
    emails,
    entity::order,
    staff_actions::{ActionSource, is_first},
    status_machine::OrderActionError,
    store, timeline,
};
use crate::{
    base::error::AppError,
    platform::{
        config::Config,
        db::{Db, retried},
        jobs::{self, Job},
        mail::{self, Email, Posting, entity},
    },
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use serde_json::json;

/// Longest text that is written, in characters.
pub const MAX_LENGTH: usize = 10_000;
/// Longest subject, in characters.
pub const MAX_SUBJECT_LENGTH: usize = 200;

/// What is sent to the shopper.
#[derive(Clone, Debug)]
pub enum Message {
    /// A copy of the e-mail with this number.
    Again(i64),
    /// The confirmation as it would be today.
    Confirmation,
    /// What somebody of the staff wrote: subject, which may be empty, and text.
    Own(String, String),
}

/// An e-mail about an order, and the job that sends it, if it is not sent.
pub struct SentEmail {
    /// The e-mail.
    pub email: entity::Model,
    /// Its job.
    pub job: Option<Job>,
}

impl SentEmail {
    /// What became of it at `now`; `None` if it was sent.
    pub fn state(&self, now: i64) -> Option<jobs::State> {
        match self.email.sent_at {
            Some(_) => None,
            None => self.job.as_ref().map(|job| jobs::State::of(job, now)),
        }
    }
}

/// The e-mails about `order`, to whomever, the latest first; none that holds a secret.
pub async fn of(
    db: &impl ConnectionTrait,
    order: &order::Model,
) -> Result<Vec<SentEmail>, AppError> {
    let emails = mail::all_about(db, order.id).await?;
    let ids: Vec<i64> = emails.iter().map(|email| email.id).collect();
    let mut jobs = mail::jobs_of(db, ids).await?;
    let sent = emails.into_iter().map(|email| SentEmail {
        job: jobs.remove(&email.id),
        email,
    });
    Ok(sent.collect())
}

/// Posts `message` to the shopper of the order `number`; links in it lead to `origin`.
pub async fn post(
    db: &Db,
    config: &Config,
    number: &str,
    message: &Message,
    origin: &str,
    by: ActionSource<'_>,
) -> Result<Result<(), OrderActionError>, AppError> {
    retried(|| async {
        let tx = db.begin().await?;
        let Some(order) = store::to_change(&tx, number).await? else {
            return Ok(Err(OrderActionError::Gone));
        };
        if order.email.is_empty() {
            return Ok(Err(OrderActionError::Nobody));
        }
        if !is_first(&tx, order.id, by).await? {
            return Ok(Ok(()));
        }
        let Some((verb, email)) = written(&tx, config, &order, message, origin).await? else {
            return Ok(Err(OrderActionError::Gone));
        };
        // Which one: what it says may be about somebody, and stands in the outbox as long as that keeps it.
        let told = json!({ "kind": kind(message) });
        let posting = Posting::to(&order.email, by.now).about(order.id);
        mail::enqueue(&tx, posting, email).await?;
        timeline::did(&tx, by.actor, verb, number, Some(&told), by.now).await?;
        tx.commit().await?;
        Ok::<_, AppError>(Ok(()))
    })
    .await
}

fn kind(message: &Message) -> &'static str {
    match message {
        Message::Again(_) => "copy",
        Message::Confirmation => "confirmation",
        Message::Own(..) => "own",
    }
}

/// What is posted, and what the log calls that; `None` if there is no such e-mail any more.
async fn written(
    tx: &DatabaseTransaction,
    config: &Config,
    order: &order::Model,
    message: &Message,
    origin: &str,
) -> Result<Option<(&'static str, Email)>, AppError> {
    let document = store::document(order)?;
    Ok(Some(match message {
        Message::Again(id) => {
            let mut all = mail::all_about(tx, order.id).await?.into_iter();
            // One that went to the address of before goes to that of now; one to the merchant is none of theirs.
            let is_theirs = |it: &entity::Model| !config.notify.contains(&it.recipient);
            let Some(found) = all.find(|it| it.id == *id && is_theirs(it)) else {
                return Ok(None);
            };
            let email = Email {
                subject: found.subject,
                text: found.text,
                html: found.html,
            };
            (timeline::RESEND, email)
        }
        Message::Confirmation => {
            let agreed = agreed(tx, config, config.language(document.language), origin).await?;
            let email = emails::confirmation(order, &document, config, origin, "", agreed)?;
            (timeline::RESEND, email)
        }
        Message::Own(subject, text) => {
            let about = (order, &document, config);
            let email = emails::message(about, subject, text, origin)?;
            (timeline::WRITE, email)
        }
    }))
}
