//! What staff changes of categories.

use super::{change, differ::different};
use crate::{
    base::error::AppError,
    catalog::{Category, store},
    content::version,
    platform::audit::{self, Actor, Entry},
};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Where a category stands: below which one, and how manieth of those.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The category.
    pub id: i64,
    /// The one above.
    pub parent: Option<i64>,
    /// Its place among its siblings.
    pub position: i64,
}

/// Why a category is not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no such category.
    Gone,
    /// It would stand below itself: this one.
    Ring(i64),
}

/// What the log calls the category `id`.
fn target(id: i64) -> String {
    format!("category {id}")
}

/// Adds `wanted` as the last of its siblings; its number. The last of its transaction.
pub async fn add_category(
    tx: &impl ConnectionTrait,
    wanted: Category,
    actor: &Actor,
    now: i64,
) -> Result<i64, AppError> {
    version::lock(tx).await?;
    let all = store::categories(tx).await?;
    let siblings = all.iter().filter(|it| it.parent == wanted.parent);
    let last = siblings.map(|it| it.position).max().unwrap_or(0);
    let path = free_path(tx, &all, &wanted).await?;
    let new = Category {
        id: 0,
        position: last + 1,
        ..wanted
    };
    let name = json!(named(&new));
    let id = store::put_category(tx, new, &path).await?.id();
    let target = target(id);
    let entry = Entry {
        after: Some(&name),
        ..Entry::of("category.add", &target)
    };
    audit::record(tx, actor, entry, now).await?;
    version::touch(tx).await?;
    Ok(id)
}

fn named(category: &Category) -> &str {
    category.name.iter().next().map_or("", |(_, text)| text)
}

/// A path of names by which imports may know `wanted`, and no other category: one that is called otherwise by now keeps the path
/// that it had.
async fn free_path(
    tx: &impl ConnectionTrait,
    all: &[Category],
    wanted: &Category,
) -> Result<String, AppError> {
    let by_id: HashMap<i64, &Category> = all.iter().map(|it| (it.id, it)).collect();
    let mut names = vec![named(wanted)];
    let mut above = wanted.parent;
    while let Some(category) = above.and_then(|id| by_id.get(&id)) {
        names.push(named(category));
        // A ring would never end.
        above = category.parent.filter(|_| names.len() <= all.len());
    }
    names.reverse();
    let wanted = names.join("/");
    let mut path = wanted.clone();
    for attempt in 2.. {
        if store::category_by_path(tx, &path).await?.is_none() {
            break;
        }
        path = format!("{wanted} ({attempt})");
    }
    Ok(path)
}

/// Stores what `change` makes of the category `id`, and notes in the log what is other. The last of its transaction.
pub async fn change_category(
    tx: &impl ConnectionTrait,
    id: i64,
    wanted: Category,
    actor: &Actor,
    now: i64,
) -> Result<Result<(), Refused>, AppError> {
    version::lock(tx).await?;
    let all = store::categories(tx).await?;
    let mut parents: HashMap<i64, Option<i64>> = all.iter().map(|it| (it.id, it.parent)).collect();
    parents.insert(id, wanted.parent);
    if is_in_ring(id, &parents) {
        return Ok(Err(Refused::Ring(id)));
    }
    if !write(tx, id, wanted, actor, now).await? {
        return Ok(Err(Refused::Gone));
    }
    version::touch(tx).await?;
    Ok(Ok(()))
}

/// Whether who goes up from `id` comes back to it, or never to an end.
fn is_in_ring(id: i64, parents: &HashMap<i64, Option<i64>>) -> bool {
    let mut at = id;
    for _ in 0..=parents.len() {
        match parents.get(&at).copied().flatten() {
            None => return false,
            Some(above) => at = above,
        }
    }
    true
}

/// Writes `wanted` as the category `id`; whether there is one.
async fn write(
    tx: &impl ConnectionTrait,
    id: i64,
    wanted: Category,
    actor: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    let Some((before, path)) = store::category(tx, id).await? else {
        return Ok(false);
    };
    let put = store::put_category(tx, wanted, &path).await?;
    if put.is_change() {
        let stored = store::category(tx, id).await?;
        let (after, _) = stored.ok_or(AppError::Internal)?;
        let (was, is) = different(fields(&before)?, fields(&after)?);
        let (was, is, target) = (Value::Object(was), Value::Object(is), target(id));
        let entry = Entry {
            before: Some(&was),
            after: Some(&is),
            ..Entry::of("category.change", &target)
        };
        audit::record(tx, actor, entry, now).await?;
    }
    Ok(true)
}

fn fields(category: &Category) -> Result<super::Fields, AppError> {
    match serde_json::to_value(category).map_err(AppError::internal)? {
        Value::Object(fields) => Ok(fields),
        _ => Err(AppError::Internal),
    }
}

/// Puts categories where `places` says; those that it does not name stay. The last of its transaction.
pub async fn arrange(
    tx: &impl ConnectionTrait,
    places: &[Place],
    actor: &Actor,
    now: i64,
) -> Result<Result<(), Refused>, AppError> {
    version::lock(tx).await?;
    let all = store::categories(tx).await?;
    let mut parents: HashMap<i64, Option<i64>> = all.iter().map(|it| (it.id, it.parent)).collect();
    for place in places {
        if !parents.contains_key(&place.id) {
            return Ok(Err(Refused::Gone));
        }
        parents.insert(place.id, place.parent);
    }
    if let Some(ring) = places.iter().find(|it| is_in_ring(it.id, &parents)) {
        return Ok(Err(Refused::Ring(ring.id)));
    }
    for category in all {
        let place = places.iter().find(|it| it.id == category.id);
        let is_other =
            |it: &&Place| (it.parent, it.position) != (category.parent, category.position);
        if let Some(place) = place.filter(is_other) {
            let (id, parent, position) = (place.id, place.parent, place.position);
            let moved = Category {
                parent,
                position,
                ..category
            };
            write(tx, id, moved, actor, now).await?;
        }
    }
    version::touch(tx).await?;
    Ok(Ok(()))
}

/// Deletes the category `id`: those below it come to stand where it stood, and `products` stand in it no more. Whether there
/// was one. The last of its transaction.
pub async fn remove_category(
    tx: &impl ConnectionTrait,
    id: i64,
    products: &[i64],
    actor: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    for product in products {
        let Some(before) = store::product_to_change(tx, *product).await? else {
            continue;
        };
        let mut after = before.clone();
        after.categories.retain(|it| *it != id);
        if after.related.category.is_some_and(|it| it.id == id) {
            after.related.category = None;
        }
        change::write(tx, &before, &after, actor, now).await?;
    }
    version::lock(tx).await?;
    let Some((gone, _)) = store::category(tx, id).await? else {
        return Ok(false);
    };
    for below in store::categories(tx).await? {
        if below.parent == Some(id) {
            let (number, parent, position) = (below.id, gone.parent, gone.position);
            let raised = Category {
                parent,
                position,
                ..below
            };
            write(tx, number, raised, actor, now).await?;
        }
    }
    store::delete_category(tx, id).await?;
    let (before, target) = (json!(named(&gone)), target(id));
    let entry = Entry {
        before: Some(&before),
        ..Entry::of("category.remove", &target)
    };
    audit::record(tx, actor, entry, now).await?;
    version::touch(tx).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stands_below_itself() {
        let parents = [
            (1, None),
            (2, Some(1)),
            (3, Some(2)),
            (4, Some(5)),
            (5, Some(4)),
        ];
        let parents: HashMap<i64, Option<i64>> = parents.into();
        for (id, ring) in [(1, false), (3, false), (4, true), (5, true)] {
            assert_eq!(is_in_ring(id, &parents), ring, "{id}");
        }
        let itself = [(1, Some(1))].into();
        assert!(is_in_ring(1, &itself));
    }
}
