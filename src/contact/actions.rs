//! What is done with a question: asked, gone on with, answered, noted on, closed. Each in one transaction with its e-mails.

use super::{
    access, emails,
    entity::{Author, Status, thread},
    store::{self, NewMessage},
};
use crate::{
    base::error::AppError,
    platform::{
        audit::{self, Actor, Entry},
        config::Config,
        db::{Db, retried},
        link_key::LinkKey,
        mail::{self, Posting, Subject},
    },
};
use sea_orm::{ActiveEnum, DatabaseTransaction};
use serde_json::{Value, json};

/// What the merchant does with a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MerchantAction {
    /// Answers it.
    Answer(String),
    /// Keeps a note beside it.
    Note(String),
    /// Changes its status.
    Put(Status),
}

/// Who does it, from which form.
#[derive(Clone, Copy, Debug)]
pub struct MerchantActionSource<'a> {
    /// Who does it, for the log.
    pub actor: &'a Actor,
    /// Whom the shopper reads as the author.
    pub author: &'a str,
    /// What the form is known by; empty where there is none.
    pub form: &'a str,
    /// Version of the thread that it showed.
    pub version: i64,
    /// When.
    pub now: i64,
}

/// Why a thread stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionActionError {
    /// There is no such thread.
    Gone,
    /// It changed since it was looked at.
    Changed,
    /// The form was submitted before.
    Already,
}

/// Keeps a question that was asked with `form`; nothing if that was sent before.
pub async fn ask(
    db: &Db,
    config: &Config,
    thread: &thread::Model,
    text: &str,
    form: &str,
    origin: &str,
    now: i64,
) -> Result<(), AppError> {
    retried(|| async {
        let tx = db.begin().await?;
        if store::is_sent(&tx, form).await? {
            return Ok(());
        }
        let id = store::add(&tx, thread.clone()).await?;
        let thread = thread::Model {
            id,
            ..thread.clone()
        };
        let message = NewMessage {
            author: Author::Customer,
            who: &thread.name,
            text,
            form,
        };
        if !store::write(&tx, id, &message, now).await? {
            // Two clicks at once: the other one keeps it.
            tx.rollback().await?;
            return Ok(());
        }
        let key = LinkKey::of(&tx).await?;
        let link = format!("{origin}{}", access::link(&key, &thread));
        let receipt = emails::received(&thread, config, &link)?;
        let due = mail::next_due(&tx, Subject::Other, &thread.email, now).await?;
        mail::enqueue(&tx, Posting::to(&thread.email, now).due(due), receipt).await?;
        tell_merchant(&tx, config, &thread, text, now).await?;
        tx.commit().await?;
        Ok(())
    })
    .await
}

/// Adds the shopper's message to the thread `id`; `false` if `form` was submitted before, or the thread is gone.
pub async fn reply(
    db: &Db,
    config: &Config,
    id: i64,
    text: &str,
    form: &str,
    now: i64,
) -> Result<bool, AppError> {
    retried(|| async {
        let tx = db.begin().await?;
        let Some(thread) = store::to_change(&tx, id).await? else {
            return Ok(false);
        };
        let message = NewMessage {
            author: Author::Customer,
            who: &thread.name,
            text,
            form,
        };
        if store::is_sent(&tx, form).await? || !store::write(&tx, id, &message, now).await? {
            return Ok(false);
        }
        // What is no question stays none, and nobody is told.
        let is_spam = thread.status == Status::Spam;
        let status = if is_spam { Status::Spam } else { Status::Open };
        store::change(&tx, &thread, status, Some(now)).await?;
        if !is_spam {
            tell_merchant(&tx, config, &thread, text, now).await?;
        }
        tx.commit().await?;
        Ok(true)
    })
    .await
}

async fn tell_merchant(
    tx: &DatabaseTransaction,
    config: &Config,
    thread: &thread::Model,
    text: &str,
    now: i64,
) -> Result<(), AppError> {
    let link = format!("{}/questions/{}", config.office_origin(), thread.id);
    let news = emails::news(thread, config, text, &link)?;
    for recipient in &config.notify {
        mail::enqueue(tx, Posting::to(recipient, now), news.clone()).await?;
    }
    Ok(())
}

/// Carries out `action` on the thread `id`, or returns why not, such as when it changed since. Links lead to the shop at `origin`.
pub async fn apply(
    db: &Db,
    config: &Config,
    origin: &str,
    id: i64,
    action: &MerchantAction,
    by: MerchantActionSource<'_>,
) -> Result<Result<(), QuestionActionError>, AppError> {
    retried(|| async {
        let tx = db.begin().await?;
        let Some(thread) = store::to_change(&tx, id).await? else {
            return Ok(Err(QuestionActionError::Gone));
        };
        if !by.form.is_empty() && store::is_sent(&tx, by.form).await? {
            return Ok(Err(QuestionActionError::Already));
        }
        if thread.version != by.version {
            return Ok(Err(QuestionActionError::Changed));
        }
        let status = within(&tx, config, origin, &thread, action, by).await?;
        note(&tx, &thread, action, status, by.actor, by.now).await?;
        tx.commit().await?;
        Ok(Ok(()))
    })
    .await
}

/// Carries out `action`, and returns the thread's status after it.
async fn within(
    tx: &DatabaseTransaction,
    config: &Config,
    origin: &str,
    thread: &thread::Model,
    action: &MerchantAction,
    by: MerchantActionSource<'_>,
) -> Result<Status, AppError> {
    let now = by.now;
    let message = |author: Author, text| NewMessage {
        author,
        who: by.author,
        text,
        form: by.form,
    };
    match action {
        MerchantAction::Answer(text) => {
            store::write(tx, thread.id, &message(Author::Staff, text), now).await?;
            store::change(tx, thread, Status::Answered, Some(now)).await?;
            let key = LinkKey::of(tx).await?;
            let link = format!("{origin}{}", access::link(&key, thread));
            let answer = emails::answer(thread, config, text, &link)?;
            mail::enqueue(tx, Posting::to(&thread.email, now), answer).await?;
            Ok(Status::Answered)
        }
        MerchantAction::Note(text) => {
            store::write(tx, thread.id, &message(Author::Note, text), now).await?;
            store::change(tx, thread, thread.status, None).await?;
            Ok(thread.status)
        }
        MerchantAction::Put(status) => {
            store::change(tx, thread, *status, None).await?;
            Ok(*status)
        }
    }
}

/// Keeps in the log what was done, and nothing of what was written.
async fn note(
    tx: &DatabaseTransaction,
    thread: &thread::Model,
    action: &MerchantAction,
    status: Status,
    actor: &Actor,
    now: i64,
) -> Result<(), AppError> {
    let verb = match action {
        MerchantAction::Answer(_) => "question.answer",
        MerchantAction::Note(_) => "question.note",
        MerchantAction::Put(_) => "question.put",
    };
    let value = |status: Status| -> Value { json!({ "status": status.to_value() }) };
    let (before, after) = (value(thread.status), value(status));
    let target = thread.id.to_string();
    let entry = Entry {
        before: Some(&before),
        after: Some(&after),
        ..Entry::of(verb, &target)
    };
    audit::record(tx, actor, entry, now).await
}
