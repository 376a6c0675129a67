//! E-mails on their way: posted with the order, sent once as far as that is known.
//!
//! An e-mail is claimed before it is sent, so that neither another instance nor a database that
//! cannot be written to has it sent twice. What went is remembered until it can be noted. Where the
//! shop dies in between, the e-mail goes again under the same Message-ID.

use super::{entity, mailer::NotSent};
use crate::{
    base::{date, error::AppError},
    platform::services::Services,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};
use std::time::Duration;

/// E-mails sent before looking again.
const AT_ONCE: u64 = 20;
/// Longest time until e-mails that failed are looked at again, in seconds.
const LOOK_EVERY: i64 = 30;
/// Longest that an e-mail waits for its next try, in seconds.
const LONGEST_WAIT: i64 = 3_600;
/// Tries of an e-mail that the mail server refuses for good.
const MOST_REFUSALS: i64 = 5;
/// How long an e-mail is tried that cannot be handed over, in seconds.
const LONGEST_TRYING: i64 = 5 * date::DAY;

/// Sends e-mails as they come, until the shop closes.
pub async fn deliver(services: Services) {
    loop {
        let wait = match send_due(&services).await {
            Ok(0) => next_due(&services).await.unwrap_or(LOOK_EVERY),
            Ok(_) => continue,
            Err(fault) => {
                tracing::error!(?fault, "e-mails");
                1
            }
        };
        let wait = Duration::from_secs(wait.clamp(1, LOOK_EVERY).unsigned_abs());
        let _ = tokio::time::timeout(wait, services.mail_waits.notified()).await;
    }
}

/// Seconds until an e-mail is due.
async fn next_due(services: &Services) -> Result<i64, AppError> {
    let next = waiting().order_by_asc(entity::Column::DueAt);
    let next = next.one(&services.db.read).await?;
    Ok(next.map_or(LOOK_EVERY, |next| next.due_at - date::now()))
}

fn waiting() -> sea_orm::Select<entity::Entity> {
    entity::Entity::find()
        .filter(entity::Column::SentAt.is_null())
        .filter(entity::Column::FailedAt.is_null())
}

/// Tries the e-mails that are due; how many there were.
pub async fn send_due(services: &Services) -> Result<usize, AppError> {
    let unnoted: Vec<i64> = services.mailer.went().iter().copied().collect();
    for id in unnoted {
        note_sent(services, id).await?;
    }
    let due = waiting()
        .filter(entity::Column::DueAt.lte(date::now()))
        .order_by_asc(entity::Column::Id)
        .limit(AT_ONCE)
        .all(&services.db.read)
        .await?;
    for email in &due {
        if !claim(services, email).await? {
            continue;
        }
        match services.mailer.send(email).await {
            Ok(()) => {
                services.mailer.went().insert(email.id);
                note_sent(services, email.id).await?;
            }
            Err(not_sent) => note_failure(services, email, not_sent).await?,
        }
    }
    Ok(due.len())
}

/// Takes the e-mail for as long as sending it may take; `false` if somebody else has it.
async fn claim(services: &Services, email: &entity::Model) -> Result<bool, AppError> {
    let until = date::now() + i64::from(services.mailer.patience()) + 1;
    let claimed = entity::Entity::update_many()
        .col_expr(entity::Column::Attempts, Expr::value(email.attempts + 1))
        .col_expr(entity::Column::DueAt, Expr::value(until))
        .filter(entity::Column::Id.eq(email.id))
        .filter(entity::Column::Attempts.eq(email.attempts))
        .filter(entity::Column::SentAt.is_null())
        .exec(&services.db.write)
        .await?;
    Ok(claimed.rows_affected == 1)
}

async fn note_sent(services: &Services, id: i64) -> Result<(), AppError> {
    let row = entity::ActiveModel {
        id: Set(id),
        sent_at: Set(Some(date::now())),
        error: Set(None),
        ..Default::default()
    };
    entity::Entity::update(row).exec(&services.db.write).await?;
    services.mailer.went().remove(&id);
    Ok(())
}

async fn note_failure(
    services: &Services,
    email: &entity::Model,
    NotSent { why, for_good }: NotSent,
) -> Result<(), AppError> {
    let (now, tries) = (date::now(), email.attempts + 1);
    let late = now - email.created_at >= LONGEST_TRYING;
    let ends = tries >= MOST_REFUSALS && (for_good || late);
    if ends {
        tracing::error!(why, email = email.id, "not sent, and not tried again");
    } else {
        tracing::warn!(why, email = email.id, "not sent");
    }
    let wait = 1_i64 << email.attempts.clamp(0, 20);
    let row = entity::ActiveModel {
        id: Set(email.id),
        due_at: Set(now + wait.saturating_mul(30).min(LONGEST_WAIT)),
        failed_at: Set(ends.then_some(now)),
        error: Set(Some(why.chars().take(500).collect())),
        ..Default::default()
    };
    entity::Entity::update(row).exec(&services.db.write).await?;
    Ok(())
}
