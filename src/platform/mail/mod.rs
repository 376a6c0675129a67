//! The outbox: an e-mail is kept with what it tells of, in one transaction, and sent after it by a job.

mod deliver;
mod email;
pub mod entity;
mod frame;
mod mailer;

pub use deliver::{Adoption, Delivery, KIND, jobs_of};
pub use email::{Email, html_of};
pub use frame::Frame;
pub use mailer::{Mailer, sender};

use crate::{
    base::error::AppError,
    platform::jobs::{self, NewJob},
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, SimpleExpr},
};

/// Most e-mails about one order that are looked at.
const MAX_ABOUT_ONE: u64 = 200;

/// What an e-mail is about, who gets it, and when it is due, in UNIX seconds.
pub struct Posting<'a> {
    /// The order it is about, if any.
    pub order: Option<i64>,
    /// Its address.
    pub recipient: &'a str,
    /// When it is posted.
    pub now: i64,
    /// When it is to be sent.
    pub due: i64,
    /// Whether nothing of it is kept once it is sent.
    pub is_secret: bool,
    /// The URL that the reader's mail program posts to for unsubscribing; empty if that is not offered.
    pub unsubscribe: &'a str,
}

impl<'a> Posting<'a> {
    /// Posts to `recipient` at once, about no order; `now` is in UNIX seconds.
    pub fn to(recipient: &'a str, now: i64) -> Self {
        Self {
            order: None,
            recipient,
            now,
            due: now,
            is_secret: false,
            unsubscribe: "",
        }
    }

    /// Says that the e-mail is about the order `id`.
    pub fn about(self, id: i64) -> Self {
        Self {
            order: Some(id),
            ..self
        }
    }

    /// Keeps nothing of the e-mail once it is sent: it holds a code, or names somebody who wants to be
    /// forgotten.
    pub fn forgotten(self) -> Self {
        Self {
            is_secret: true,
            ..self
        }
    }

    /// Sets the URL that a mail program posts to for unsubscribing (RFC 8058).
    pub fn until(self, unsubscribe: &'a str) -> Self {
        Self {
            unsubscribe,
            ..self
        }
    }

    /// Delays sending until `due`, in UNIX seconds.
    pub fn due(self, due: i64) -> Self {
        Self { due, ..self }
    }
}

/// Puts `email` into the outbox, to be sent once the transaction commits. Without a recipient it does nothing: whoever ordered
/// may have deleted their account since.
pub async fn enqueue(
    tx: &impl ConnectionTrait,
    posting: Posting<'_>,
    email: Email,
) -> Result<(), AppError> {
    if posting.recipient.is_empty() {
        return Ok(());
    }
    let row = entity::ActiveModel {
        id: NotSet,
        order_id: Set(posting.order),
        recipient: Set(posting.recipient.to_owned()),
        subject: Set(email.subject),
        text: Set(email.text),
        html: Set(email.html),
        created_at: Set(posting.now),
        sent_at: Set(None),
        attempts: Set(0),
        due_at: Set(posting.due),
        is_secret: Set(posting.is_secret),
        unsubscribe: Set(posting.unsubscribe.to_owned()),
    };
    let id = entity::Entity::insert(row).exec(tx).await?.last_insert_id;
    let job = NewJob {
        kind: KIND,
        key: Some(format!("{KIND}:{id}")),
        body: id.to_string(),
        now: posting.now,
        due: posting.due,
    };
    jobs::enqueue(tx, job).await?;
    Ok(())
}

/// What an e-mail is about that a stranger may have asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An order.
    Order,
    /// Anything else.
    Other,
}

/// When the next e-mail about `subject` to `recipient` is due that a stranger may have asked for: after the third within
/// an hour, one an hour. Of the two subjects neither waits for the other.
pub async fn next_due(
    tx: &impl ConnectionTrait,
    subject: Subject,
    recipient: &str,
    now: i64,
) -> Result<i64, AppError> {
    let about = match subject {
        Subject::Order => entity::Column::OrderId.is_not_null(),
        Subject::Other => entity::Column::OrderId.is_null(),
    };
    let recent: Vec<i64> = entity::Entity::find()
        .select_only()
        .column(entity::Column::DueAt)
        .filter(entity::Column::Recipient.eq(recipient))
        .filter(about)
        .filter(entity::Column::DueAt.gt(now - 3_600))
        .order_by_desc(entity::Column::DueAt)
        .limit(3)
        .into_tuple()
        .all(tx)
        .await?;
    let last = recent.first().filter(|_| recent.len() >= 3);
    Ok(last.map_or(now, |last| last + 3_600))
}

/// E-mails to `recipient` about no order that were written at `since` or later, the latest first; none that holds a secret.
pub async fn to(
    db: &impl ConnectionTrait,
    recipient: &str,
    since: i64,
) -> Result<Vec<entity::Model>, AppError> {
    let found = entity::Entity::find()
        .filter(entity::Column::Recipient.eq(recipient))
        .filter(entity::Column::OrderId.is_null())
        .filter(entity::Column::CreatedAt.gte(since))
        .filter(entity::Column::IsSecret.eq(false))
        .order_by_desc(entity::Column::Id);
    Ok(found.all(db).await?)
}

/// E-mails to `recipient` about the order `id`, the first first.
pub async fn about(
    db: &impl ConnectionTrait,
    id: i64,
    recipient: &str,
) -> Result<Vec<entity::Model>, AppError> {
    let found = entity::Entity::find()
        .filter(entity::Column::OrderId.eq(id))
        .filter(entity::Column::Recipient.eq(recipient))
        .order_by_asc(entity::Column::Id);
    Ok(found.all(db).await?)
}

/// E-mails to anybody about the order `id`, the latest first; none that holds a secret.
pub async fn all_about(db: &impl ConnectionTrait, id: i64) -> Result<Vec<entity::Model>, AppError> {
    let found = entity::Entity::find()
        .filter(entity::Column::OrderId.eq(id))
        .filter(entity::Column::IsSecret.eq(false))
        .order_by_desc(entity::Column::Id)
        .limit(MAX_ABOUT_ONE);
    Ok(found.all(db).await?)
}

/// Deletes every sent e-mail to `recipient`; one that waits is deleted once it is sent.
pub async fn forget(tx: &impl ConnectionTrait, recipient: &str) -> Result<(), AppError> {
    forget_where(tx, entity::Column::Recipient.eq(recipient)).await
}

/// Deletes every sent e-mail about the order `id`, whoever got it; one that waits is deleted once it is sent.
pub async fn forget_about(tx: &impl ConnectionTrait, id: i64) -> Result<(), AppError> {
    forget_where(tx, entity::Column::OrderId.eq(id)).await
}

async fn forget_where(tx: &impl ConnectionTrait, which: SimpleExpr) -> Result<(), AppError> {
    entity::Entity::delete_many()
        .filter(which.clone())
        .filter(entity::Column::SentAt.is_not_null())
        .exec(tx)
        .await?;
    entity::Entity::update_many()
        .col_expr(entity::Column::IsSecret, Expr::value(true))
        .filter(which)
        .exec(tx)
        .await?;
    Ok(())
}

/// Deletes e-mails sent before `before`, and unsent secret ones due before `secrets_before`; returns their number.
pub async fn purge(
    db: &impl ConnectionTrait,
    before: i64,
    secrets_before: i64,
) -> Result<u64, AppError> {
    let never_sent = Condition::all()
        .add(entity::Column::IsSecret.eq(true))
        .add(entity::Column::DueAt.lt(secrets_before));
    let old = Condition::any()
        .add(entity::Column::SentAt.lt(before))
        .add(never_sent);
    let gone = entity::Entity::delete_many().filter(old).exec(db).await?;
    Ok(gone.rows_affected)
}
