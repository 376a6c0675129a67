//! Deleting accounts whose time is up.

use super::{account_records, deletion};
use crate::{
    account::{
        context::AccountServices, email_proof, emails, entity::customer, register::registration,
    },
    base::error::AppError,
    platform::{
        audit,
        db::retried,
        mail::{self, Posting},
    },
};
use sea_orm::{EntityTrait, QuerySelect};

/// Deletes every account that is due `now`, and returns how many; one that fails does not stop the others.
pub async fn erase_due(state: &AccountServices, now: i64) -> Result<u64, AppError> {
    let mut count = 0;
    let mut fault = None;
    for id in deletion::all_due(&state.db.read, now).await? {
        match retried(|| erase(state, id, now)).await {
            Ok(is_deleted) => count += u64::from(is_deleted),
            Err(error) => fault = Some(error),
        }
    }
    if count > 0 {
        state.job_waits.notify_one();
    }
    fault.map_or(Ok(count), Err)
}

/// Deletes the account `id` with what every room keeps of it; `false` if it is not due, or gone.
async fn erase(state: &AccountServices, id: i64, now: i64) -> Result<bool, AppError> {
    let tx = state.db.begin().await?;
    let row = customer::Entity::find_by_id(id).lock_exclusive();
    let Some(customer) = row.one(&tx).await? else {
        return Ok(false);
    };
    // The customer, or another instance, was quicker.
    let Some(language) = deletion::take(&tx, id, now).await? else {
        return Ok(false);
    };
    let person = account_records::person(&tx, &customer).await?;
    // What comes last is built on what comes first: a subscription that is over makes no more orders.
    for records in state.hooks.records.iter().rev() {
        records.erase(&tx, person, now).await?;
    }
    email_proof::end_of_account(&tx, id, &customer.email).await?;
    if person.reads_mail {
        registration::end_of(&tx, &customer.email).await?;
        mail::forget(&tx, &customer.email).await?;
    }
    let last = emails::deleted(state.config.language(language), &state.shop.name)?;
    let posting = Posting::to(&customer.email, now).forgotten();
    mail::enqueue(&tx, posting, last).await?;
    // Sessions, addresses, devices and whatever else refers to the row go with it.
    customer::Entity::delete_by_id(id).exec(&tx).await?;
    tx.commit().await?;
    audit::account_deleted(id);
    Ok(true)
}
