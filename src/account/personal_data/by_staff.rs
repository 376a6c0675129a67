//! The same when a customer asks staff for it, by telephone or e-mail: what is kept goes out as the same file, and the account is
//! deleted in the same way, with the same day to change one's mind.

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

/// The file of what is kept of the customer `id`; the log keeps who took it along. `None` if there is no such customer.
pub async fn export(
    state: &AccountServices,
    id: i64,
    language: Language,
    format: Format,
    (by, now): (&Actor, i64),
) -> Result<Option<String>, AppError> {
    let Some(customer) = store::by_id(&state.db.read, id).await? else {
        return Ok(None);
    };
    let target = id.to_string();
    let entry = Entry::of("customer.export", &target);
    audit::record(&state.db.write, by, entry, now).await?;
    written(state, &customer, language, (format, now))
        .await
        .map(Some)
}

/// Notes that the account `id` is to be deleted, and tells its address so; when it happens. `None` if there is no such account.
pub async fn ask_deletion(
    state: &AccountServices,
    id: i64,
    context: EmailContext<'_>,
    (by, now): (&Actor, i64),
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

/// Lets the account `id` be; `false` if nothing was asked.
pub async fn call_off_deletion(
    state: &AccountServices,
    id: i64,
    (by, now): (&Actor, i64),
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
