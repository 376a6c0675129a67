//! What staff changes of categories.

use super::diff::different;
use crate::{
    base::error::AppError,
    catalog::{Category, store},
    content::version,
    platform::audit::{self, Actor, Entry},
};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use std::collections::HashMap;

/// A category's parent and its position among its siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CategoryPosition {
    /// The category.
    pub id: i64,
    /// The one above.
    pub parent: Option<i64>,
    /// Its place among its siblings.
    pub position: i64,
}

/// Why a category is not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CategoryRefusal {
    /// There is no such category.
    Gone,
    /// It would stand below itself: this one.
    Ring(i64),
}

/// What the log calls a category that is other than it was.
pub const CATEGORY_CHANGED: &str = "category.change";
/// What it calls categories that stand elsewhere.
pub const CATEGORIES_ARRANGED: &str = "category.arrange";
/// What it calls all of them together.
pub const CATEGORIES: &str = "the categories";

/// What the log calls the category `id`.
pub fn category_target(id: i64) -> String {
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
    let target = category_target(id);
    let entry = Entry {
        after: Some(&name),
        ..Entry::of("category.add", &target)
    };
    audit::record(tx, actor, entry, now).await?;
    version::touch(tx).await?;
    Ok(id)
}

pub(super) fn named(category: &Category) -> &str {
    category.name.iter().next().map_or("", |(_, text)| text)
}

/// A path of names by which imports may know `wanted`, and no other category: one that is called otherwise by now keeps the path
/// that it had.
pub(super) async fn free_path(
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
) -> Result<Result<(), CategoryRefusal>, AppError> {
    version::lock(tx).await?;
    let all = store::categories(tx).await?;
    let mut parents: HashMap<i64, Option<i64>> = all.iter().map(|it| (it.id, it.parent)).collect();
    parents.insert(id, wanted.parent);
    if is_in_ring(id, &parents) {
        return Ok(Err(CategoryRefusal::Ring(id)));
    }
    if !write(tx, id, wanted, &ProductsMoved::default(), actor, now).await? {
        return Ok(Err(CategoryRefusal::Gone));
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

/// Products that came into a category with a change of it, and that went out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ProductsMoved {
    pub into: Vec<i64>,
    pub out: Vec<i64>,
}

/// The log's name for the products that were put into a category, beside the category's fields.
pub(super) const INTO: &str = "products put in";
/// The log's name for the products that were taken out of a category.
pub(super) const OUT: &str = "products taken out";

/// Stores `wanted` as the category `id`, and logs what differs and what was `moved`; `false` if there is no such category.
pub(super) async fn write(
    tx: &impl ConnectionTrait,
    id: i64,
    wanted: Category,
    moved: &ProductsMoved,
    actor: &Actor,
    now: i64,
) -> Result<bool, AppError> {
    let Some((before, path)) = store::category(tx, id).await? else {
        return Ok(false);
    };
    let put = store::put_category(tx, wanted, &path).await?;
    if put.is_change() || *moved != ProductsMoved::default() {
        let stored = store::category(tx, id).await?;
        let (after, _) = stored.ok_or(AppError::Internal)?;
        let (mut was, mut is) = different(fields(&before)?, fields(&after)?);
        if !moved.out.is_empty() {
            was.insert(OUT.to_owned(), json!(moved.out));
        }
        if !moved.into.is_empty() {
            is.insert(INTO.to_owned(), json!(moved.into));
        }
        let (was, is, target) = (Value::Object(was), Value::Object(is), category_target(id));
        let entry = Entry {
            before: Some(&was),
            after: Some(&is),
            ..Entry::of(CATEGORY_CHANGED, &target)
        };
        audit::record(tx, actor, entry, now).await?;
    }
    Ok(true)
}

pub(super) fn fields(category: &Category) -> Result<super::Fields, AppError> {
    match serde_json::to_value(category).map_err(AppError::internal)? {
        Value::Object(fields) => Ok(fields),
        _ => Err(AppError::Internal),
    }
}

/// Where `category` stands, as the log has it.
fn standing(category: &Category) -> Value {
    let mut said = json!({
        "name": named(category),
        "id": category.id,
        "position": category.position,
    });
    if let Some(parent) = category.parent {
        said["parent"] = json!(parent);
    }
    said
}

/// Puts categories where `places` says; those that it does not name stay. The last of its transaction.
pub async fn arrange(
    tx: &impl ConnectionTrait,
    places: &[CategoryPosition],
    actor: &Actor,
    now: i64,
) -> Result<Result<(), CategoryRefusal>, AppError> {
    version::lock(tx).await?;
    let all = store::categories(tx).await?;
    let mut parents: HashMap<i64, Option<i64>> = all.iter().map(|it| (it.id, it.parent)).collect();
    for place in places {
        if !parents.contains_key(&place.id) {
            return Ok(Err(CategoryRefusal::Gone));
        }
        parents.insert(place.id, place.parent);
    }
    if let Some(ring) = places.iter().find(|it| is_in_ring(it.id, &parents)) {
        return Ok(Err(CategoryRefusal::Ring(ring.id)));
    }
    let (mut was, mut is) = (Vec::new(), Vec::new());
    for category in all {
        let place = places.iter().find(|it| it.id == category.id);
        let is_other = |it: &&CategoryPosition| {
            (it.parent, it.position) != (category.parent, category.position)
        };
        if let Some(place) = place.filter(is_other) {
            let path = store::category(tx, category.id).await?;
            let (_, path) = path.ok_or(AppError::Internal)?;
            let moved = Category {
                parent: place.parent,
                position: place.position,
                ..category.clone()
            };
            was.push(standing(&category));
            is.push(standing(&moved));
            store::put_category(tx, moved, &path).await?;
        }
    }
    if !is.is_empty() {
        let (was, is) = (Value::Array(was), Value::Array(is));
        let entry = Entry {
            before: Some(&was),
            after: Some(&is),
            ..Entry::of(CATEGORIES_ARRANGED, CATEGORIES)
        };
        audit::record(tx, actor, entry, now).await?;
    }
    version::touch(tx).await?;
    Ok(Ok(()))
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
