//! Doing a change: a few products in one transaction, many by a task.

use super::{
    change::Change,
    patch::{self, Before, Fields},
    record::{self, Row},
    task,
};
use crate::{
    base::{date, error::AppError},
    catalog::{
        Product,
        listing::filter::Filter,
        store::{
            self,
            stock::{self, Cause, Kind},
        },
    },
    content::version,
    platform::{
        audit::{self, Actor, Entry},
        db::retried,
        services::Services,
    },
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use serde_json::json;
use std::collections::BTreeMap;

/// Up to so many products are changed at once; more are a task.
pub const FEW: usize = 200;

/// Which products are changed.
#[derive(Clone, Debug)]
pub enum Selection {
    /// These, each as its mark says that it was seen.
    These(BTreeMap<i64, String>),
    /// All that a filter finds, unless they changed since they were looked at.
    Found {
        /// The filter.
        filter: Filter,
        /// The filter as the query of a URL.
        query: String,
        /// When they were looked at.
        seen_at: i64,
        /// How many those were.
        total: usize,
    },
}

/// When a product counts as seen.
pub(super) enum SeenState<'a> {
    /// As its mark says.
    Marks(&'a BTreeMap<i64, String>),
    /// If nothing changed it since.
    At(i64),
}

/// By what a product is known again of which `change` was shown: other facts of it may change meanwhile.
pub fn mark(product: &Product, change: &Change, language: &str) -> String {
    let Ok(after) = change.of(product, language) else {
        return "-".to_owned();
    };
    let written = patch::between(product, &after).ok();
    let written = written.and_then(|it| serde_json::to_vec(&it).ok());
    format!("{:08x}", crc32fast::hash(&written.unwrap_or_default()))
}

/// Begins `change` of what is `chosen`, which the form of this name asks for: the number of the change, which is the same for the
/// same form.
pub async fn start(
    services: &Services,
    change: &Change,
    chosen: &Selection,
    form: &str,
    actor: &Actor,
) -> Result<i64, AppError> {
    let (db, config) = (&services.db, &services.config);
    let language = config.store_language.code();
    let attempt = || async {
        let now = date::now();
        let tx = db.begin().await?;
        let query = match chosen {
            Selection::These(_) => "",
            Selection::Found { query, .. } => query,
        };
        let Some(id) = record::add(&tx, change, query, form, actor, now).await? else {
            let known = record::by_form(&tx, form).await?;
            return Ok(known.ok_or(AppError::Internal)?.id);
        };
        let count = match chosen {
            Selection::These(marks) => {
                let ids: Vec<i64> = marks.keys().copied().collect();
                let seen = SeenState::Marks(marks);
                let of = (id, change, language);
                apply(&tx, of, &ids, &seen, (actor, now)).await?;
                ids.len()
            }
            Selection::Found {
                filter,
                total,
                seen_at,
                ..
            } => {
                let task = task::add(&tx, id, Some((filter, *seen_at)), actor, now).await?;
                record::set_task(&tx, id, task, false).await?;
                *total
            }
        };
        let after = json!({ "products": count, "what": change });
        let target = format!("change {id}");
        let entry = Entry {
            after: Some(&after),
            ..Entry::of("products.bulk", &target)
        };
        audit::record(&tx, actor, entry, now).await?;
        tx.commit().await?;
        Ok(id)
    };
    let id = retried(attempt).await?;
    services.task_waits.notify_one();
    Ok(id)
}

/// Changes the products `ids`, and keeps what became of each. What other instances are told is the last of it.
pub(super) async fn apply(
    tx: &DatabaseTransaction,
    (id, change, language): (i64, &Change, &str),
    ids: &[i64],
    seen: &SeenState<'_>,
    (actor, now): (&Actor, i64),
) -> Result<(), AppError> {
    let mut sorted = ids.to_vec();
    sorted.sort_unstable();
    let products = store::products_to_change(tx, &sorted).await?;
    let reason = format!("change {id}");
    let cause = Cause::of(Kind::Bulk, actor).because(&reason);
    let (mut changed, mut stayed) = (Vec::new(), 0);
    for product_id in sorted {
        let before = products.get(&product_id);
        let row = match before.ok_or("It is gone.") {
            Err(why) => stays(product_id, String::new(), why),
            Ok(before) => match decided(before, change, language, seen) {
                Err(why) => stays(product_id, before.name.get(language).to_owned(), why),
                Ok(after) => put(tx, before, after, &cause, now).await?,
            },
        };
        match row.why.is_empty() {
            true => changed.push(product_id),
            false => stayed += 1,
        }
        record::add_row(tx, id, &row).await?;
    }
    record::count(tx, id, changed.len(), stayed).await?;
    if !changed.is_empty() {
        version::touch_products(tx, &changed).await?;
    }
    Ok(())
}

/// The product as it would be, or why it stays as it is.
fn decided(
    before: &Product,
    change: &Change,
    language: &str,
    seen: &SeenState<'_>,
) -> Result<Product, &'static str> {
    const CHANGED: &str =
        "Somebody changed it since you looked: it would have become something else.";
    let is_seen = match seen {
        SeenState::Marks(marks) => marks.get(&before.id) == Some(&mark(before, change, language)),
        SeenState::At(at) => before.updated_at <= *at,
    };
    if !is_seen {
        return Err(CHANGED);
    }
    let after = change
        .of(before, language)
        .map_err(super::change::ChangeRefusal::text)?;
    match after == *before {
        true => Err("It is so already."),
        false => Ok(after),
    }
}

fn stays(product: i64, name: String, why: &str) -> Row {
    Row {
        product,
        name,
        before: Before::default(),
        after: Fields::new(),
        why: why.to_owned(),
        undone: String::new(),
    }
}

/// Writes a product, and says how it was.
async fn put(
    tx: &impl ConnectionTrait,
    before: &Product,
    after: Product,
    cause: &Cause<'_>,
    now: i64,
) -> Result<Row, AppError> {
    let (was, is) = patch::between(before, &after)?;
    let name = before.name.iter().next().map(|(_, text)| text.to_owned());
    store::edit(tx, before, after, now).await?;
    for moved in &was.stock {
        stock::set(tx, moved.place(before.id), moved.is, cause).await?;
    }
    Ok(Row {
        product: before.id,
        name: name.unwrap_or_default(),
        before: was,
        after: is,
        why: String::new(),
        undone: String::new(),
    })
}
