//! What staff do when a customer asks by telephone or e-mail: export the personal data, request the deletion of the account, or
//! cancel that request.

use super::{
    deletion,
    export::{Format, written},
};
use crate::{
    account::{
        context::AccountServices,
        emails::{self, EmailContext},
        store,
    },
    base::error::AppError,
    platform::{
        audit::{self, Actor, Entry},
        db::retried,
        mail::{self, Posting},
    },
    text::Language,
};

/// Returns the export file of the customer `id`, and logs who took it; `None` if there is no such customer.
pub async fn export(
    state: &AccountServices,
    id: i64,
    language: Language,
    format: Format,
    by: &Actor,
    now: i64,
) -> Result<Option<String>, AppError> {
    let Some(customer) = store::by_id(&state.db.read, id).await? else {
        return Ok(None);
    };
    let target = id.to_string();
    let entry = Entry::of("customer.export", &target);
    audit::record(&state.db.write, by, entry, now).await?;
    written(state, &customer, language, format, now)
        .await
        .map(Some)
}

/// Schedules the deletion of the account `id`, e-mails its customer, and returns the time in UNIX seconds; `None` if there is no
/// such account.
pub async fn ask_deletion(
    state: &AccountServices,
    id: i64,
    context: EmailContext<'_>,
    by: &Actor,
    now: i64,
) -> Result<Option<i64>, AppError> {
    let due = retried(|| async {
        let tx = state.db.begin().await?;
        let Some(customer) = store::to_change(&tx, id).await? else {
            return Ok(None);
        };
        let (due, is_new) = deletion::ask(&tx, id, context.language, now).await?;
        if is_new {
            let told = emails::deletion_asked(context, due)?;
            mail::enqueue(&tx, Posting::to(&customer.email, now), told).await?;
            let target = id.to_string();
            audit::record(&tx, by, Entry::of("customer.delete", &target), now).await?;
        }
        tx.commit().await?;
        Ok(Some(due))
    })
    .await?;
    state.job_waits.notify_one();
    Ok(due)
}

/// Cancels the scheduled deletion of the account `id`; `false` if none was scheduled.
pub async fn call_off_deletion(
    state: &AccountServices,
    id: i64,
    by: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    retried(|| async {
        let tx = state.db.begin().await?;
        if !deletion::withdraw(&tx, id).await? {
            return Ok(false);
        }
        let target = id.to_string();
        audit::record(&tx, by, Entry::of("customer.keep", &target), now).await?;
        tx.commit().await?;
        Ok(true)
    })
    .await
}
