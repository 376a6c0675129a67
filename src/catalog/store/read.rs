use super::{
    entity::{category, product, slug as slugs, variation},
    slugs::product_slugs,
};
use crate::{
    base::error::AppError,
    catalog::{Category, Product, bounds, rating::Ratings},
    text::Language,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Statement,
};
use std::collections::HashMap;

/// Ids in one statement: engines take so many values and no more.
const AT_ONCE: usize = 500;

/// The product `id`, with its stock as it is now.
pub async fn product(db: &impl ConnectionTrait, id: i64) -> Result<Option<Product>, AppError> {
    Ok(products(db, &[id]).await?.remove(&id))
}

/// What the product `id` is called in `language`; nothing, if there is none.
pub async fn name(
    db: &impl ConnectionTrait,
    id: i64,
    language: Language,
) -> Result<String, AppError> {
    let product = product(db, id).await?;
    Ok(product.map_or_else(String::new, |it| it.name.get(language.code()).to_owned()))
}

/// The product `id` with its stock; until the transaction ends nobody else changes it, or buys of it.
pub async fn product_to_change(
    tx: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<Product>, AppError> {
    let found = product::Entity::find_by_id(id).lock_exclusive();
    let Some(row) = found.one(tx).await? else {
        return Ok(None);
    };
    let variations = variation::Entity::find()
        .filter(variation::Column::ProductId.eq(id))
        .order_by_asc(variation::Column::Id)
        .lock_exclusive();
    let left = by_id(variations.all(tx).await?);
    let mut product = parsed(&row)?;
    stock_up(&mut product, &left);
    Ok(Some(product))
}

/// The products `ids` by id, each as [`product_to_change`] has it. Whoever waits for several waits in one order.
pub async fn products_to_change(
    tx: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<HashMap<i64, Product>, AppError> {
    let mut all = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(AT_ONCE) {
        let these = ids.iter().copied();
        let found = product::Entity::find()
            .filter(product::Column::Id.is_in(these.clone()))
            .order_by_asc(product::Column::Id)
            .lock_exclusive();
        let rows = found.all(tx).await?;
        let variations = variation::Entity::find()
            .filter(variation::Column::ProductId.is_in(these))
            .order_by_asc(variation::Column::Id)
            .lock_exclusive();
        let left = by_id(variations.all(tx).await?);
        for row in &rows {
            let mut product = parsed(row)?;
            stock_up(&mut product, &left);
            all.insert(product.id, product);
        }
    }
    Ok(all)
}

/// What imports know the product `id` by; empty if they do not.
pub async fn handle(db: &impl ConnectionTrait, id: i64) -> Result<String, AppError> {
    let row = product::Entity::find_by_id(id).one(db).await?;
    Ok(row.map(|row| row.handle).unwrap_or_default())
}

/// Id of the product of this SKU, the first if there are several.
pub async fn by_sku(db: &impl ConnectionTrait, sku: &str) -> Result<Option<i64>, AppError> {
    let found = product::Entity::find()
        .filter(product::Column::Sku.eq(sku))
        .order_by_asc(product::Column::Id)
        .one(db)
        .await?;
    Ok(found.map(|row| row.id))
}

/// The products `ids` by id, each with its stock as it is now.
pub async fn products(
    db: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<HashMap<i64, Product>, AppError> {
    let mut all = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(AT_ONCE) {
        let ids = ids.iter().copied();
        let found = product::Entity::find().filter(product::Column::Id.is_in(ids));
        let rows = found.all(db).await?;
        let mut products = rows.iter().map(parsed).collect::<Result<Vec<_>, _>>()?;
        let varied = products.iter().filter(|it| !it.variations.is_empty());
        let varied: Vec<i64> = varied.map(|it| it.id).collect();
        if !varied.is_empty() {
            let left = variation::Entity::find().filter(variation::Column::ProductId.is_in(varied));
            let left = by_id(left.all(db).await?);
            products.iter_mut().for_each(|it| stock_up(it, &left));
        }
        all.extend(products.into_iter().map(|it| (it.id, it)));
    }
    Ok(all)
}

/// The products `ids` by id, each with its present slug.
pub async fn changed(
    db: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<HashMap<i64, (Product, String)>, AppError> {
    let products = products(db, ids).await?;
    let mut slugs = HashMap::with_capacity(ids.len());
    for ids in ids.chunks(AT_ONCE) {
        let these = slugs::Column::TargetId.is_in(ids.iter().copied());
        slugs.extend(product_slugs(db, Some(these)).await?);
    }
    let with_slug = |(id, product)| (id, (product, slugs.remove(&id).unwrap_or_default()));
    Ok(products.into_iter().map(with_slug).collect())
}

/// Up to `most` products with ids above `after`, in order of the id, each with its present slug.
pub async fn products_with_slugs(
    db: &impl ConnectionTrait,
    after: i64,
    most: u64,
) -> Result<Vec<(Product, String)>, AppError> {
    let products = products_after(db, after, most).await?;
    let (Some((first, _)), Some((last, _))) = (products.first(), products.last()) else {
        return Ok(Vec::new());
    };
    let these = slugs::Column::TargetId.between(first.id, last.id);
    let mut slugs = product_slugs(db, Some(these)).await?;
    let with_slug = |(product, _): (Product, String)| {
        let slug = slugs.remove(&product.id).unwrap_or_default();
        (product, slug)
    };
    Ok(products.into_iter().map(with_slug).collect())
}

/// The products that sold out or came back after `stock_version`, by id.
pub async fn stock_changes(
    db: &impl ConnectionTrait,
    stock_version: i64,
) -> Result<HashMap<i64, Product>, AppError> {
    let sql = "SELECT id FROM products WHERE stock_version > $1";
    let backend = db.get_database_backend();
    let changed = Statement::from_sql_and_values(backend, sql, [stock_version.into()]);
    let rows = db.query_all_raw(changed).await?;
    let ids = rows.iter().map(|row| row.try_get_by_index(0));
    products(db, &ids.collect::<Result<Vec<_>, _>>()?).await
}

/// Id of the product that variation `id` belongs to.
pub async fn variation_product(
    db: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<i64>, AppError> {
    let row = variation::Entity::find_by_id(id).one(db).await?;
    Ok(row.map(|row| row.product_id))
}

/// Up to `most` products with ids above `after`, in order of the id, each with its handle.
pub async fn products_after(
    db: &impl ConnectionTrait,
    after: i64,
    most: u64,
) -> Result<Vec<(Product, String)>, AppError> {
    let rows = product::Entity::find()
        .filter(product::Column::Id.gt(after))
        .order_by_asc(product::Column::Id)
        .limit(most)
        .all(db)
        .await?;
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return Ok(Vec::new());
    };
    let counted = variation::Entity::find()
        .filter(variation::Column::ProductId.between(first.id, last.id))
        .all(db)
        .await?;
    let counted = by_id(counted);
    let whole = |row: product::Model| {
        let mut product = parsed(&row)?;
        stock_up(&mut product, &counted);
        Ok((product, row.handle))
    };
    rows.into_iter().map(whole).collect()
}

/// The `most` products that were added last, the last first.
pub async fn latest(db: &impl ConnectionTrait, most: u64) -> Result<Vec<Product>, AppError> {
    let found = product::Entity::find()
        .order_by_desc(product::Column::Id)
        .limit(most);
    found.all(db).await?.iter().map(parsed).collect()
}

/// Every category, in order of the id.
pub async fn categories(db: &impl ConnectionTrait) -> Result<Vec<Category>, AppError> {
    let rows = category::Entity::find()
        .order_by_asc(category::Column::Id)
        .all(db)
        .await?;
    rows.iter().map(|row| from_json(&row.doc)).collect()
}

/// The category `id`, and the path that imports know it by.
pub async fn category(
    db: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<(Category, String)>, AppError> {
    let row = category::Entity::find_by_id(id).one(db).await?;
    row.map(|row| Ok((from_json(&row.doc)?, row.path)))
        .transpose()
}

/// Numbers of all products that stand in the category `id`, whether shoppers see them or not. Every product is read for it.
pub async fn products_in(db: &impl ConnectionTrait, id: i64) -> Result<Vec<i64>, AppError> {
    const PART: u64 = 1_000;
    let (mut found, mut after) = (Vec::new(), 0);
    loop {
        let rows = product::Entity::find()
            .filter(product::Column::Id.gt(after))
            .order_by_asc(product::Column::Id)
            .limit(PART)
            .all(db)
            .await?;
        let Some(last) = rows.last() else {
            return Ok(found);
        };
        after = last.id;
        for row in &rows {
            let product: Product = from_json(&row.doc)?;
            if product.categories.contains(&id) {
                found.push(row.id);
            }
        }
    }
}

/// Id of the category that imports know by `path`.
pub async fn category_by_path(
    db: &impl ConnectionTrait,
    path: &str,
) -> Result<Option<i64>, AppError> {
    let found = category::Entity::find()
        .filter(category::Column::Path.eq(path))
        .one(db)
        .await?;
    Ok(found.map(|row| row.id))
}

/// What `slug` names, or once named.
pub async fn slug(db: &impl ConnectionTrait, slug: &str) -> Result<Option<slugs::Model>, AppError> {
    Ok(slugs::Entity::find_by_id(slug.to_owned()).one(db).await?)
}

pub(super) fn parsed(row: &product::Model) -> Result<Product, AppError> {
    let mut product: Product = from_json(&row.doc)?;
    (product.id, product.stock) = (row.id, row.stock);
    product.updated_at = row.updated_at.max(product.created_at);
    let ratings = row.ratings.as_deref();
    product.ratings = ratings.map(Ratings::parse).unwrap_or_default();
    // Of a shop that imported it before there were bounds: no total of a cart could hold it.
    if let Some((field, number)) = bounds::excess(&product).filter(|_| product.enabled) {
        tracing::error!(product = row.id, field, number, "not sold: import it again");
        product.enabled = false;
    }
    Ok(product)
}

pub(super) fn stock_up(product: &mut Product, counted: &HashMap<i64, Option<i64>>) {
    for variation in &mut product.variations {
        if let Some(stock) = counted.get(&variation.id) {
            variation.stock = *stock;
        }
    }
}

pub(super) fn by_id(rows: Vec<variation::Model>) -> HashMap<i64, Option<i64>> {
    rows.into_iter().map(|row| (row.id, row.stock)).collect()
}

pub(super) fn from_json<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, AppError> {
    serde_json::from_str(json).map_err(|error| {
        tracing::error!(%error, "a stored document cannot be read");
        AppError::Internal
    })
}
