//! Taking back what was done to categories: a change of one, the order of all, the deletion of one. Nothing is written over that
//! somebody changed since.

use super::{
    CATEGORIES_ARRANGED, CATEGORY_CHANGED, CATEGORY_REMOVED, Fields, UndoOutcome,
    category::{
        CategoryPosition, INTO, OUT, ProductsMoved, arrange, category_target, change_category,
        fields, free_path, write,
    },
    category_remove::RemovedCategory,
    change,
};
use crate::{
    base::error::AppError,
    catalog::{Category, Product, related::RelatedCategory, store},
    content::version,
    platform::audit::{self, Actor, Entry},
};
use sea_orm::ConnectionTrait;
use serde::Deserialize;
use serde_json::{Value, json};

/// What the log calls a category that came back.
pub const CATEGORY_RESTORED: &str = "category.restore";

/// Something that was done to categories, as the log has it.
#[derive(Clone, Debug)]
pub struct CategoryLogEntry {
    /// Its number in the log.
    pub id: i64,
    /// What was done.
    pub verb: String,
    /// To what.
    pub target: String,
    /// How it was.
    pub before: Value,
    /// How it is since.
    pub after: Value,
}

impl CategoryLogEntry {
    /// Whether it can be taken back: deletions that the log of an older version has cannot, for it kept a name alone.
    pub fn can_be_undone(&self) -> bool {
        match self.verb.as_str() {
            CATEGORY_CHANGED => self.before.is_object() && self.after.is_object(),
            CATEGORIES_ARRANGED => self.before.is_array(),
            CATEGORY_REMOVED => self.before.is_object(),
            _ => false,
        }
    }

    /// The number of the category that it was done to, if it is one.
    pub fn category(&self) -> Option<i64> {
        self.target.strip_prefix("category ")?.parse().ok()
    }
}

/// Takes `logged` back. The last of its transaction, which is only to be kept if it is done.
pub async fn undo_category(
    tx: &impl ConnectionTrait,
    logged: &CategoryLogEntry,
    actor: &Actor,
    now: i64,
) -> Result<UndoOutcome, AppError> {
    if !logged.can_be_undone() {
        return Ok(UndoOutcome::Gone);
    }
    match (logged.verb.as_str(), logged.category()) {
        (CATEGORIES_ARRANGED, _) => arrange_back(tx, logged, actor, now).await,
        (CATEGORY_CHANGED, Some(id)) => change_back(tx, id, logged, actor, now).await,
        (CATEGORY_REMOVED, Some(id)) => restore(tx, id, logged, actor, now).await,
        _ => Ok(UndoOutcome::Gone),
    }
}

/// Where a category stood, as the log has it.
#[derive(Deserialize)]
struct FormerPosition {
    id: i64,
    parent: Option<i64>,
    position: i64,
}

impl FormerPosition {
    fn all(value: &Value) -> Result<Vec<Self>, AppError> {
        Vec::deserialize(value).map_err(AppError::internal)
    }

    fn is_of(&self, category: &Category) -> bool {
        (self.id, self.parent, self.position) == (category.id, category.parent, category.position)
    }
}

async fn arrange_back(
    tx: &impl ConnectionTrait,
    logged: &CategoryLogEntry,
    actor: &Actor,
    now: i64,
) -> Result<UndoOutcome, AppError> {
    version::lock(tx).await?;
    let (before, after) = (
        FormerPosition::all(&logged.before)?,
        FormerPosition::all(&logged.after)?,
    );
    let all = store::categories(tx).await?;
    let stays = |it: &FormerPosition| all.iter().any(|category| it.is_of(category));
    if !after.iter().all(stays) {
        return Ok(UndoOutcome::ChangedSince(vec!["position".to_owned()]));
    }
    let places = before.iter().map(|it| CategoryPosition {
        id: it.id,
        parent: it
            .parent
            .filter(|above| all.iter().any(|category| category.id == *above)),
        position: it.position,
    });
    let places: Vec<CategoryPosition> = places.collect();
    Ok(match arrange(tx, &places, actor, now).await? {
        Ok(()) => UndoOutcome::Done,
        Err(_) => UndoOutcome::ChangedSince(vec!["parent".to_owned()]),
    })
}

async fn change_back(
    tx: &impl ConnectionTrait,
    id: i64,
    logged: &CategoryLogEntry,
    actor: &Actor,
    now: i64,
) -> Result<UndoOutcome, AppError> {
    let none = Fields::new();
    let before = logged.before.as_object().unwrap_or(&none);
    let after = logged.after.as_object().unwrap_or(&none);
    let ids = |value: Option<&Value>| -> Vec<i64> {
        let all = value.and_then(Value::as_array).into_iter().flatten();
        all.filter_map(Value::as_i64).collect()
    };
    let moved = ProductsMoved {
        into: ids(before.get(OUT)),
        out: ids(after.get(INTO)),
    };
    let moved = moved_back(tx, id, &moved, actor, now).await?;
    version::lock(tx).await?;
    let Some((present, _)) = store::category(tx, id).await? else {
        return Ok(UndoOutcome::Gone);
    };
    let mut all = fields(&present)?;
    let names = before.keys().chain(after.keys());
    let names: Vec<&String> = names
        .filter(|it| ![INTO, OUT].contains(&it.as_str()))
        .collect();
    let since = names
        .iter()
        .filter(|name| all.get(**name) != after.get(**name));
    let since: Vec<String> = since.map(|name| (*name).clone()).collect();
    if !since.is_empty() {
        return Ok(UndoOutcome::ChangedSince(since));
    }
    for name in names {
        match before.get(name) {
            Some(value) => drop(all.insert(name.clone(), value.clone())),
            None => drop(all.shift_remove(name)),
        }
    }
    let wanted = serde_json::from_value(Value::Object(all));
    let mut wanted: Category = wanted.map_err(AppError::internal)?;
    if let Some(above) = wanted.parent
        && store::category(tx, above).await?.is_none()
    {
        wanted.parent = None;
    }
    if wanted.parent == present.parent {
        write(tx, id, wanted, &moved, actor, now).await?;
        version::touch(tx).await?;
        return Ok(UndoOutcome::Done);
    }
    Ok(match change_category(tx, id, wanted, actor, now).await? {
        Ok(()) => UndoOutcome::Done,
        Err(_) => UndoOutcome::ChangedSince(vec!["parent".to_owned()]),
    })
}

/// Lets products stand in the category `id` again, and others no more; those for which that was another thing than they did.
async fn moved_back(
    tx: &impl ConnectionTrait,
    id: i64,
    moved: &ProductsMoved,
    actor: &Actor,
    now: i64,
) -> Result<ProductsMoved, AppError> {
    let mut all: Vec<i64> = moved.into.iter().chain(&moved.out).copied().collect();
    // In one order, so that of two who do this neither waits for the other for ever.
    all.sort_unstable();
    let mut done = ProductsMoved::default();
    for product in all {
        let Some(before) = store::product_to_change(tx, product).await? else {
            continue;
        };
        let mut after = before.clone();
        let is_in = before.categories.contains(&id);
        match moved.into.contains(&product) {
            true if !is_in => {
                after.categories.push(id);
                done.into.push(product);
            }
            false if is_in => {
                after.categories.retain(|it| *it != id);
                done.out.push(product);
            }
            _ => continue,
        }
        change::write(tx, &before, &after, actor, now).await?;
    }
    Ok(done)
}

async fn restore(
    tx: &impl ConnectionTrait,
    id: i64,
    logged: &CategoryLogEntry,
    actor: &Actor,
    now: i64,
) -> Result<UndoOutcome, AppError> {
    let gone = RemovedCategory::deserialize(&logged.before).map_err(AppError::internal)?;
    let is_taken = store::category(tx, id).await?.is_some();
    // A category that was added since may have got the number of this one, which was the last.
    let id = match is_taken {
        false => id,
        true => {
            version::lock(tx).await?;
            let all = store::categories(tx).await?;
            all.iter().map(|it| it.id).max().unwrap_or(0) + 1
        }
    };
    let mut stood: Vec<_> = gone.products.iter().collect();
    stood.sort_unstable_by_key(|it| it.id);
    for stood in stood {
        let Some(before) = store::product_to_change(tx, stood.id).await? else {
            continue;
        };
        let mut after = before.clone();
        put_back(&mut after, id, stood.place, stood.beside);
        change::write(tx, &before, &after, actor, now).await?;
    }
    version::lock(tx).await?;
    // Of two who do this at once, one did.
    if audit::is_since(tx, CATEGORY_RESTORED, &logged.target, logged.id).await? {
        return Ok(UndoOutcome::Before);
    }
    let all = store::categories(tx).await?;
    let category = Category {
        id,
        parent: gone
            .category
            .parent
            .filter(|above| all.iter().any(|it| it.id == *above)),
        ..gone.category.clone()
    };
    let path = match store::category_by_path(tx, &gone.path).await? {
        None => gone.path.clone(),
        Some(_) => free_path(tx, &all, &category).await?,
    };
    store::put_category(tx, category.clone(), &path).await?;
    for below in &gone.below {
        let raised = all.iter().find(|it| it.id == below.id);
        // One that somebody put elsewhere since stays there.
        let raised = raised.filter(|it| {
            (it.parent, it.position) == (gone.category.parent, gone.category.position)
        });
        if let Some(raised) = raised {
            let lowered = Category {
                parent: Some(id),
                position: below.position,
                ..raised.clone()
            };
            write(tx, below.id, lowered, &ProductsMoved::default(), actor, now).await?;
        }
    }
    let after = json!(gone.name);
    let entry = Entry {
        after: Some(&after),
        ..Entry::of(CATEGORY_RESTORED, &logged.target)
    };
    audit::record(tx, actor, entry, now).await?;
    version::touch(tx).await?;
    let target = category_target(id);
    if target != logged.target {
        let entry = Entry {
            after: Some(&after),
            ..Entry::of("category.add", &target)
        };
        audit::record(tx, actor, entry, now).await?;
    }
    Ok(UndoOutcome::Done)
}

fn put_back(product: &mut Product, id: i64, place: Option<usize>, beside: Option<u32>) {
    if let Some(place) = place
        && !product.categories.contains(&id)
    {
        let place = place.min(product.categories.len());
        product.categories.insert(place, id);
    }
    if let Some(count) = beside
        && product.related.category.is_none()
    {
        product.related.category = Some(RelatedCategory { id, count });
    }
}
