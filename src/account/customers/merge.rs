//! Merges two accounts of one person: everything of one moves into the other, and the emptied one is deleted.

use super::note;
use crate::{
    account::{
        addresses,
        context::AccountServices,
        email_proof,
        emails::{self, EmailContext},
        entity::customer,
        personal_data::deletion,
        store,
    },
    base::{error::AppError, person::Person},
    platform::{
        audit::{self, Actor, Entry},
        db::{retried, statement},
        mail::{self, Posting},
    },
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, DatabaseTransaction, EntityTrait};
use serde_json::json;

/// The outcome of a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// They are one now.
    Done,
    /// One of the two is not there any more: somebody joined them already, or it was deleted.
    Gone,
    /// They are one and the same.
    Same,
    /// One of the two is about to be deleted.
    BeingDeleted,
}

/// Returns what a merge would move out of the account of `customer`: names of things, and how many of each.
pub async fn held(
    state: &AccountServices,
    customer: i64,
) -> Result<Vec<(&'static str, i64)>, AppError> {
    let db = &state.db;
    let count = |len: usize| i64::try_from(len).unwrap_or(i64::MAX);
    let mut all = Vec::new();
    for records in &state.hooks.records {
        all.extend(records.held(db, customer).await?);
    }
    all.push((
        "addresses",
        count(store::addresses(&db.read, customer).await?.len()),
    ));
    all.push(("notes", count(note::of(&db.read, customer).await?.len())));
    all.retain(|(_, count)| *count > 0);
    Ok(all)
}

/// Merges the account `from` into the account `kept`; `from`'s address is told by an e-mail in the language of `context`.
pub async fn join(
    state: &AccountServices,
    kept: i64,
    from: i64,
    context: EmailContext<'_>,
    by: &Actor,
    now: i64,
) -> Result<Joined, AppError> {
    if kept == from {
        return Ok(Joined::Same);
    }
    let joined = retried(|| attempt(state, kept, from, context, by, now)).await?;
    if joined == Joined::Done {
        state.job_waits.notify_one();
    }
    Ok(joined)
}

async fn attempt(
    state: &AccountServices,
    kept: i64,
    from: i64,
    context: EmailContext<'_>,
    by: &Actor,
    now: i64,
) -> Result<Joined, AppError> {
    let tx = state.db.begin().await?;
    // In one order for everybody: of two who join them the other way round, neither waits for ever.
    let first = store::to_change(&tx, kept.min(from)).await?;
    let second = store::to_change(&tx, kept.max(from)).await?;
    let (Some(first), Some(second)) = (first, second) else {
        return Ok(Joined::Gone);
    };
    let (kept, from) = match first.id == kept {
        true => (first, second),
        false => (second, first),
    };
    for id in [kept.id, from.id] {
        if deletion::due(&tx, id).await?.is_some() {
            return Ok(Joined::BeingDeleted);
        }
    }
    for records in &state.hooks.records {
        records.joined(&tx, &from, &kept, now).await?;
    }
    give_addresses(&tx, &from, &kept).await?;
    note::give(&tx, from.id, kept.id).await?;
    give_sign_ons(&tx, from.id, kept.id).await?;
    email_proof::end_of_account(&tx, from.id, &from.email).await?;
    let told = emails::joined(context, &kept.email)?;
    mail::enqueue(&tx, Posting::to(&from.email, now), told).await?;
    // Its sessions and devices go with the row.
    customer::Entity::delete_by_id(from.id).exec(&tx).await?;
    customer::Entity::update(completed(&kept, &from))
        .exec(&tx)
        .await?;
    let (target, before) = (kept.id.to_string(), json!(from.id));
    let entry = Entry {
        before: Some(&before),
        ..Entry::of("customer.join", &target)
    };
    audit::record(&tx, by, entry, now).await?;
    tx.commit().await?;
    Ok(Joined::Done)
}

/// Returns the row of `kept`, with its empty fields filled from `from`, and the earlier registration.
fn completed(kept: &customer::Model, from: &customer::Model) -> customer::ActiveModel {
    let either = |kept: &str, from: &str| if kept.is_empty() { from } else { kept }.to_owned();
    // Whoever pays no tax pays none by their tax id: where that comes along, so does this.
    let takes_tax_id = kept.tax_id.is_empty() && !from.tax_id.is_empty();
    customer::ActiveModel {
        id: Set(kept.id),
        name: Set(either(&kept.name, &from.name)),
        phone: Set(either(&kept.phone, &from.phone)),
        tax_id: Set(either(&kept.tax_id, &from.tax_id)),
        is_exempt: Set(kept.is_exempt || (takes_tax_id && from.is_exempt)),
        group_id: Set(kept.group_id.or(from.group_id)),
        registered_at: Set(kept.registered_at.min(from.registered_at)),
        ..Default::default()
    }
}

/// Puts the addresses of `from` behind those of `kept`, each once, as far as there is room.
async fn give_addresses(
    tx: &DatabaseTransaction,
    from: &customer::Model,
    kept: &customer::Model,
) -> Result<(), AppError> {
    let own = store::addresses(tx, kept.id).await?;
    let has_billing = own.iter().any(|it| it.position.is_none());
    let own: Vec<Person> = own.into_iter().map(Person::from).collect();
    for row in store::addresses(tx, from.id).await? {
        let (is_billing, person) = (row.position.is_none(), Person::from(row));
        if is_billing && !has_billing {
            addresses::keep_billing(tx, kept.id, None, &person).await?;
        } else if !own.iter().any(|it| it.is_at_same_address_as(&person)) {
            addresses::keep(tx, kept.id, None, &person).await?;
        }
    }
    Ok(())
}

/// Moves single sign-on identities from one customer to the other; else the next such sign-in would open the duplicate again.
async fn give_sign_ons(tx: &DatabaseTransaction, from: i64, to: i64) -> Result<(), AppError> {
    const GIVE: &str = "UPDATE sso_identities SET customer_id = $2 WHERE customer_id = $1";
    tx.execute_raw(statement(tx, GIVE, [from.into(), to.into()]))
        .await?;
    Ok(())
}
