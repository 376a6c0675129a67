use super::{
    entity::{category, product, variation},
    list_columns, read,
    slugs::{self, SlugTarget},
    stock::{self, Cause},
};
use crate::{
    base::{error::AppError, translated::Translated},
    catalog::{Category, Product, slug},
    content::version,
    platform::db::follow_given_ids,
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter,
    sea_query::OnConflict,
};

/// What storing did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpsertOutcome {
    /// It is new.
    Created(i64),
    /// It is other than it was.
    Updated(i64),
    /// It was just so.
    Unchanged(i64),
}

impl UpsertOutcome {
    /// Its id.
    pub fn id(self) -> i64 {
        match self {
            Self::Created(id) | Self::Updated(id) | Self::Unchanged(id) => id,
        }
    }

    /// Whether it is new, or other than it was.
    pub fn is_change(self) -> bool {
        !matches!(self, Self::Unchanged(_))
    }
}

/// Stores `wanted`. It is the product of the same id, or without an id that of the same `handle`,
/// or without a handle that of the same SKU.
pub async fn put_product(
    tx: &impl ConnectionTrait,
    wanted: Product,
    handle: &str,
    now: i64,
    cause: &Cause<'_>,
) -> Result<UpsertOutcome, AppError> {
    let before = existing(tx, &wanted, handle).await?;
    put_over(tx, before, wanted, handle, now, cause).await
}

/// Stores `wanted` where `before` stood, if anything did, and is locked. What is left of it changes by `cause`.
pub async fn put_over(
    tx: &impl ConnectionTrait,
    before: Option<Product>,
    mut wanted: Product,
    handle: &str,
    now: i64,
    cause: &Cause<'_>,
) -> Result<UpsertOutcome, AppError> {
    wanted.description = sanitised(&wanted.description);
    if let Some(before) = &before {
        wanted.id = before.id;
        wanted.ratings = before.ratings;
        keep_identities(&mut wanted, before);
        wanted.updated_at = before.updated_at;
    } else if wanted.created_at == 0 {
        wanted.created_at = now;
    }
    if before.as_ref() == Some(&wanted) {
        return Ok(UpsertOutcome::Unchanged(wanted.id));
    }
    wanted.updated_at = now;
    wanted.id = write_row(tx, &wanted, handle, before.is_some()).await?;
    if write_variations(tx, &mut wanted, before.as_ref()).await? {
        write_row(tx, &wanted, handle, true).await?;
    }
    list_columns::keep(tx, before.as_ref(), &wanted).await?;
    stock::moved(tx, before.as_ref(), &wanted, cause).await?;
    let renamed = |before: &Product| before.slug != wanted.slug || before.name != wanted.name;
    if before.as_ref().is_none_or(renamed) {
        slugs::claim(
            tx,
            &slug_of(wanted.slug.as_deref(), &wanted.name),
            SlugTarget::Product(wanted.id),
        )
        .await?;
    }
    Ok(match before {
        Some(_) => UpsertOutcome::Updated(wanted.id),
        None => UpsertOutcome::Created(wanted.id),
    })
}

/// Stores the facts of `wanted` over those of `before`, the same product; `false` if they are the same.
///
/// It is locked, and has the same variations and URL. What is left of it stays, and from how many on it runs low.
pub async fn edit(
    tx: &impl ConnectionTrait,
    before: &Product,
    mut wanted: Product,
    now: i64,
) -> Result<bool, AppError> {
    (wanted.stock, wanted.low_stock_at) = (before.stock, before.low_stock_at);
    for (variation, was) in wanted.variations.iter_mut().zip(&before.variations) {
        (variation.stock, variation.low_stock_at) = (was.stock, was.low_stock_at);
    }
    if *before == wanted {
        return Ok(false);
    }
    let row = product::ActiveModel {
        id: Set(before.id),
        enabled: Set(wanted.enabled),
        updated_at: Set(now),
        doc: Set(to_json(&wanted)?),
        ..Default::default()
    };
    product::Entity::update(row).exec(tx).await?;
    list_columns::keep(tx, Some(before), &wanted).await?;
    Ok(true)
}

/// The product that `wanted` is: of the same id, or else `handle`, or else SKU.
pub async fn existing(
    tx: &impl ConnectionTrait,
    wanted: &Product,
    handle: &str,
) -> Result<Option<Product>, AppError> {
    let find = product::Entity::find();
    let row = if wanted.id != 0 {
        return read::product_to_change(tx, wanted.id).await;
    } else if !handle.is_empty() {
        find.filter(product::Column::Handle.eq(handle))
            .one(tx)
            .await?
    } else if !wanted.sku.is_empty() {
        find.filter(product::Column::Sku.eq(&wanted.sku))
            .one(tx)
            .await?
    } else {
        None
    };
    match row {
        Some(row) => read::product_to_change(tx, row.id).await,
        None => Ok(None),
    }
}

/// What the outside does not know of: when it was added, and the variations' ids.
fn keep_identities(wanted: &mut Product, before: &Product) {
    if wanted.created_at == 0 {
        wanted.created_at = before.created_at;
    }
    for variation in wanted.variations.iter_mut().filter(|it| it.id == 0) {
        let same = before
            .variations
            .iter()
            .find(|it| it.options == variation.options);
        variation.id = same.map_or(0, |it| it.id);
    }
}

async fn write_row(
    tx: &impl ConnectionTrait,
    wanted: &Product,
    handle: &str,
    exists: bool,
) -> Result<i64, AppError> {
    let row = product::ActiveModel {
        id: if wanted.id == 0 {
            NotSet
        } else {
            Set(wanted.id)
        },
        sku: Set(wanted.sku.clone()),
        handle: Set(handle.to_owned()),
        enabled: Set(wanted.enabled),
        stock: Set(wanted.stock),
        low_at: Set(wanted.low_stock_at),
        updated_at: Set(wanted.updated_at),
        // Those of its reviews, which nobody brings in with it.
        ratings: NotSet,
        doc: Set(to_json(wanted)?),
    };
    if exists {
        product::Entity::update(row).exec(tx).await?;
        return Ok(wanted.id);
    }
    let id = product::Entity::insert(row).exec(tx).await?.last_insert_id;
    if wanted.id != 0 {
        follow_given_ids(tx, "products").await?;
    }
    Ok(id)
}

/// Says of the product `id` whether it is nothing but files; `false` if there is no such product.
pub async fn set_digital(
    tx: &impl ConnectionTrait,
    id: i64,
    is_digital: bool,
) -> Result<bool, AppError> {
    let Some(mut product) = read::product_to_change(tx, id).await? else {
        return Ok(false);
    };
    product.digital = is_digital;
    let row = product::ActiveModel {
        id: Set(id),
        doc: Set(to_json(&product)?),
        ..Default::default()
    };
    product::Entity::update(row).exec(tx).await?;
    Ok(true)
}

/// Writes the rows of the variations; whether one of them got its id only now.
async fn write_variations(
    tx: &impl ConnectionTrait,
    wanted: &mut Product,
    before: Option<&Product>,
) -> Result<bool, AppError> {
    if before.is_some_and(|before| !before.variations.is_empty()) {
        let gone =
            variation::Entity::delete_many().filter(variation::Column::ProductId.eq(wanted.id));
        gone.exec(tx).await?;
    }
    let mut named = false;
    let given = wanted.variations.iter().any(|it| it.id != 0);
    for variation in &mut wanted.variations {
        let row = variation::ActiveModel {
            id: if variation.id == 0 {
                NotSet
            } else {
                Set(variation.id)
            },
            product_id: Set(wanted.id),
            sku: Set(variation.sku.clone()),
            stock: Set(variation.stock),
            low_at: Set(variation.low_stock_at),
        };
        let id = variation::Entity::insert(row)
            .exec(tx)
            .await?
            .last_insert_id;
        named |= variation.id != id;
        variation.id = id;
    }
    if given {
        follow_given_ids(tx, "variations").await?;
    }
    Ok(named)
}

/// Stores `wanted`, which is known to others by `path`: the names from the root down to it.
pub async fn put_category(
    tx: &impl ConnectionTrait,
    mut wanted: Category,
    path: &str,
) -> Result<UpsertOutcome, AppError> {
    wanted.description = sanitised(&wanted.description);
    let find = category::Entity::find();
    let row = if wanted.id == 0 {
        find.filter(category::Column::Path.eq(path)).one(tx).await?
    } else {
        category::Entity::find_by_id(wanted.id).one(tx).await?
    };
    let before: Option<Category> = row.map(|row| read::from_json(&row.doc)).transpose()?;
    if let Some(before) = &before {
        wanted.id = before.id;
        if *before == wanted {
            return Ok(UpsertOutcome::Unchanged(wanted.id));
        }
    } else if wanted.id == 0 {
        wanted.id = next_category(tx).await?;
    }
    let row = category::ActiveModel {
        id: Set(wanted.id),
        parent_id: Set(wanted.parent),
        path: Set(path.to_owned()),
        doc: Set(to_json(&wanted)?),
    };
    let replace = OnConflict::column(category::Column::Id)
        .update_columns([
            category::Column::ParentId,
            category::Column::Path,
            category::Column::Doc,
        ])
        .to_owned();
    category::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(tx)
        .await?;
    slugs::claim(
        tx,
        &slug_of(wanted.slug.as_deref(), &wanted.name),
        SlugTarget::Category(wanted.id),
    )
    .await?;
    Ok(match before {
        Some(_) => UpsertOutcome::Updated(wanted.id),
        None => UpsertOutcome::Created(wanted.id),
    })
}

async fn next_category(tx: &impl ConnectionTrait) -> Result<i64, AppError> {
    use sea_orm::{QueryOrder, QuerySelect};
    // Two at once would take the same id: whoever comes second waits for this row.
    version::lock(tx).await?;
    let last: Option<i64> = category::Entity::find()
        .select_only()
        .column(category::Column::Id)
        .order_by_desc(category::Column::Id)
        .into_tuple()
        .one(tx)
        .await?;
    Ok(last.unwrap_or(0) + 1)
}

fn slug_of(own: Option<&str>, name: &Translated) -> String {
    own.map_or_else(
        || slug::auto(name.iter().next().map_or("", |(_, text)| text)),
        str::to_owned,
    )
}

fn sanitised(html: &Translated) -> Translated {
    html.map(|html| ammonia::clean(html).trim().to_owned())
}

fn to_json(value: &impl serde::Serialize) -> Result<String, AppError> {
    serde_json::to_string(value).map_err(|error| {
        tracing::error!(%error, "a document cannot be stored");
        AppError::Internal
    })
}
