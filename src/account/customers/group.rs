//! Customer groups: what they are called, and who is in them.

use crate::{
    account::entity::{customer, customer_group},
    base::error::AppError,
    platform::{
        audit::{self, Actor, Entry},
        db::{Db, retried, statement},
    },
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::json;

/// Longest name, in characters.
pub const MAX_LENGTH: usize = 60;
/// Number up to which the customers of a group are counted exactly.
pub const COUNTED: i64 = 1_000;

/// Every group, by its name.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<customer_group::Model>, AppError> {
    let found = customer_group::Entity::find().order_by_asc(customer_group::Column::Name);
    Ok(found.all(db).await?)
}

/// The group `id`.
pub async fn find(
    db: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<customer_group::Model>, AppError> {
    Ok(customer_group::Entity::find_by_id(id).one(db).await?)
}

/// How many customers the group `id` has: up to one more than [`COUNTED`].
pub async fn count(db: &impl ConnectionTrait, id: i64) -> Result<i64, AppError> {
    const COUNT: &str =
        "SELECT COUNT(*) FROM (SELECT 1 FROM customers WHERE group_id = $1 LIMIT $2) AS counted";
    let values = [id.into(), (COUNTED + 1).into()];
    let row = db.query_one_raw(statement(db, COUNT, values)).await?;
    Ok(row.map_or(Ok(0), |row| row.try_get_by_index(0))?)
}

/// What came of changing a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupOutcome {
    /// The change is stored.
    Done,
    /// Another group has that name.
    Taken,
    /// There is no such group.
    Gone,
    /// Somebody else gave it this name meanwhile.
    Otherwise(String),
}

async fn is_taken(
    db: &impl ConnectionTrait,
    name: &str,
    by: Option<i64>,
) -> Result<bool, AppError> {
    let others = customer_group::Entity::find().filter(customer_group::Column::Name.eq(name));
    let found = others.one(db).await?;
    Ok(found.is_some_and(|it| Some(it.id) != by))
}

/// Adds a group called `name`.
pub async fn add(db: &Db, name: &str, by: &Actor, now: i64) -> Result<GroupOutcome, AppError> {
    retried(|| async {
        let tx = db.begin().await?;
        if is_taken(&tx, name, None).await? {
            return Ok(GroupOutcome::Taken);
        }
        let row = customer_group::ActiveModel {
            id: NotSet,
            name: Set(name.to_owned()),
        };
        customer_group::Entity::insert(row)
            .exec_without_returning(&tx)
            .await?;
        audit::record(&tx, by, Entry::of("group.add", name), now).await?;
        tx.commit().await?;
        Ok(GroupOutcome::Done)
    })
    .await
}

/// Renames the group `id` to `name`, if it is still called `saw`.
pub async fn rename(
    db: &Db,
    id: i64,
    saw: &str,
    name: &str,
    by: &Actor,
    now: i64,
) -> Result<GroupOutcome, AppError> {
    retried(|| async {
        let tx = db.begin().await?;
        let found = customer_group::Entity::find_by_id(id).lock_exclusive();
        let Some(group) = found.one(&tx).await? else {
            return Ok(GroupOutcome::Gone);
        };
        if group.name == name {
            return Ok(GroupOutcome::Done);
        }
        if group.name != saw {
            return Ok(GroupOutcome::Otherwise(group.name));
        }
        if is_taken(&tx, name, Some(id)).await? {
            return Ok(GroupOutcome::Taken);
        }
        let row = customer_group::ActiveModel {
            id: Set(id),
            name: Set(name.to_owned()),
        };
        customer_group::Entity::update(row).exec(&tx).await?;
        let (before, after) = (json!(group.name), json!(name));
        let entry = Entry {
            before: Some(&before),
            after: Some(&after),
            ..Entry::of("group.rename", name)
        };
        audit::record(&tx, by, entry, now).await?;
        tx.commit().await?;
        Ok(GroupOutcome::Done)
    })
    .await
}

/// Deletes the group `id`; its customers are in no group then.
pub async fn remove(db: &Db, id: i64, by: &Actor, now: i64) -> Result<GroupOutcome, AppError> {
    retried(|| async {
        let tx = db.begin().await?;
        let found = customer_group::Entity::find_by_id(id).lock_exclusive();
        let Some(group) = found.one(&tx).await? else {
            return Ok(GroupOutcome::Gone);
        };
        customer_group::Entity::delete_by_id(id).exec(&tx).await?;
        audit::record(&tx, by, Entry::of("group.remove", &group.name), now).await?;
        tx.commit().await?;
        Ok(GroupOutcome::Done)
    })
    .await
}

/// Moves the customers `ids` into `group`, or into none; returns how many were moved, or `None` if there is no such group.
pub async fn assign(
    db: &Db,
    ids: &[i64],
    group: Option<i64>,
    by: &Actor,
    now: i64,
) -> Result<Option<usize>, AppError> {
    retried(|| async {
        let tx = db.begin().await?;
        let name = match group {
            Some(id) => match find(&tx, id).await? {
                Some(group) => group.name,
                None => return Ok(None),
            },
            None => String::new(),
        };
        let mut ids = ids.to_vec();
        // In one order for everybody.
        ids.sort_unstable();
        let found = customer::Entity::find()
            .filter(customer::Column::Id.is_in(ids))
            .order_by_asc(customer::Column::Id)
            .lock_exclusive();
        let after = json!(name);
        let mut count = 0;
        for row in found.all(&tx).await? {
            if row.group_id == group {
                continue;
            }
            let changed = customer::ActiveModel {
                id: Set(row.id),
                group_id: Set(group),
                ..Default::default()
            };
            customer::Entity::update(changed).exec(&tx).await?;
            let target = row.id.to_string();
            let entry = Entry {
                after: Some(&after),
                ..Entry::of("customer.group", &target)
            };
            audit::record(&tx, by, entry, now).await?;
            count += 1;
        }
        tx.commit().await?;
        Ok(Some(count))
    })
    .await
}
