//! Accounts of staff in the database. There is always an owner, once there was one.

use super::{
    device,
    entity::{ActiveModel, Column, Entity, Model},
    role::Role,
    session,
};
use crate::{
    account::staff_access,
    base::error::AppError,
    platform::{
        audit::{self, Actor, Entry},
        db::statement,
    },
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use serde_json::json;

/// Who is to work here.
pub struct NewStaff<'a> {
    /// E-mail address, as `validate::mailbox` gives it.
    pub email: &'a str,
    /// What they are called.
    pub name: &'a str,
    /// What they may do.
    pub role: Role,
    /// Hash of the password; empty if they choose it later.
    pub password_hash: String,
}

/// Why an account stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffRefusal {
    /// There is none of that number any more.
    Gone,
    /// It is the only owner's.
    LastOwner,
}

/// The member of staff with the address `email`, if there is one.
pub async fn by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<Model>, AppError> {
    let found = Entity::find().filter(Column::Email.eq(email)).one(db);
    Ok(found.await?)
}

/// Everybody, in the order they came.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>, AppError> {
    Ok(Entity::find().order_by_asc(Column::Id).all(db).await?)
}

/// Whether the shop belongs to somebody.
pub async fn has_owner(db: &impl ConnectionTrait) -> Result<bool, AppError> {
    Ok(owners(db).await? > 0)
}

async fn owners(db: &impl ConnectionTrait) -> Result<i64, AppError> {
    const COUNT: &str = "SELECT COUNT(*) FROM staff WHERE role = 'owner'";
    let row = db.query_one_raw(statement(db, COUNT, [])).await?;
    Ok(row.ok_or(AppError::Internal)?.try_get_by_index(0)?)
}

/// Adds `new`; its number, or `None` if somebody has that address already.
pub async fn add(
    tx: &impl ConnectionTrait,
    new: NewStaff<'_>,
    actor: &Actor,
    now: i64,
) -> Result<Option<i64>, AppError> {
    if by_email(tx, new.email).await?.is_some() {
        return Ok(None);
    }
    let row = ActiveModel {
        email: Set(new.email.to_owned()),
        name: Set(new.name.to_owned()),
        role: Set(new.role.code().to_owned()),
        password_hash: Set(new.password_hash),
        factor_secret: Set(None),
        factor_step: Set(0),
        created_at: Set(now),
        ..Default::default()
    };
    let id = Entity::insert(row).exec(tx).await?.last_insert_id;
    let after = json!({ "name": new.name, "role": new.role.code() });
    let entry = Entry {
        after: Some(&after),
        ..Entry::of("staff.add", new.email)
    };
    audit::record(tx, actor, entry, now).await?;
    Ok(Some(id))
}

/// Gives the member `id` the role `role`; whoever is signed in has it from the next request on.
pub async fn set_role(
    tx: &impl ConnectionTrait,
    id: i64,
    role: Role,
    actor: &Actor,
    now: i64,
) -> Result<Result<(), StaffRefusal>, AppError> {
    let found = match to_change(tx, id, role == Role::Owner).await? {
        Ok(found) => found,
        Err(refused) => return Ok(Err(refused)),
    };
    const PUT: &str = "UPDATE staff SET role = $2 WHERE id = $1";
    tx.execute_raw(statement(tx, PUT, [id.into(), role.code().into()]))
        .await?;
    let (before, after) = (json!(found.role), json!(role.code()));
    let entry = Entry {
        before: Some(&before),
        after: Some(&after),
        ..Entry::of("staff.role", &found.email)
    };
    audit::record(tx, actor, entry, now).await?;
    Ok(Ok(()))
}

/// Deletes the account `id`, its sessions, codes and links, and ends the sessions that it has as customers.
pub async fn remove(
    tx: &impl ConnectionTrait,
    id: i64,
    actor: &Actor,
    now: i64,
) -> Result<Result<(), StaffRefusal>, AppError> {
    let found = match to_change(tx, id, false).await? {
        Ok(found) => found,
        Err(refused) => return Ok(Err(refused)),
    };
    Entity::delete_by_id(id).exec(tx).await?;
    staff_access::end_all(tx, id, &found.email).await?;
    audit::record(tx, actor, Entry::of("staff.remove", &found.email), now).await?;
    Ok(Ok(()))
}

/// The member `id`, if it can be changed: who is the last owner must stay one.
async fn to_change(
    tx: &impl ConnectionTrait,
    id: i64,
    stays_owner: bool,
) -> Result<Result<Model, StaffRefusal>, AppError> {
    // Two owners who take the right from each other at once must not both succeed.
    const LOCK: &str = "UPDATE staff SET role = role WHERE role = 'owner'";
    tx.execute_raw(statement(tx, LOCK, [])).await?;
    let Some(found) = Entity::find_by_id(id).one(tx).await? else {
        return Ok(Err(StaffRefusal::Gone));
    };
    let is_last = found.role() == Role::Owner && owners(tx).await? == 1;
    Ok(match is_last && !stays_owner {
        true => Err(StaffRefusal::LastOwner),
        false => Ok(found),
    })
}

/// Sets the password of the member `id`, ends every session of theirs but `kept`, and forgets their devices: whoever knew the
/// password of before may have signed in on one.
pub async fn set_password(
    tx: &impl ConnectionTrait,
    id: i64,
    hash: String,
    kept: Option<i64>,
) -> Result<(), AppError> {
    const PUT: &str = "UPDATE staff SET password_hash = $2 WHERE id = $1";
    tx.execute_raw(statement(tx, PUT, [id.into(), hash.into()]))
        .await?;
    session::end_others(tx, id, kept).await?;
    device::DEVICES.forget(tx, id).await
}
