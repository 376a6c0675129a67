//! Files that come with products.

use super::entity::product_file;
use crate::{base::error::AppError, platform::files::KeptFile};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    sea_query::OnConflict,
};

/// The files of these products, each product's by their names.
pub async fn files(
    db: &impl ConnectionTrait,
    products: &[i64],
) -> Result<Vec<product_file::Model>, AppError> {
    let found = product_file::Entity::find()
        .filter(product_file::Column::ProductId.is_in(products.iter().copied()))
        .order_by_asc(product_file::Column::ProductId)
        .order_by_asc(product_file::Column::Name);
    Ok(found.all(db).await?)
}

/// Every file, by product and name.
pub async fn all_files(db: &impl ConnectionTrait) -> Result<Vec<product_file::Model>, AppError> {
    let found = product_file::Entity::find()
        .order_by_asc(product_file::Column::ProductId)
        .order_by_asc(product_file::Column::Name);
    Ok(found.all(db).await?)
}

/// The file `id`.
pub async fn file(
    db: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<product_file::Model>, AppError> {
    Ok(product_file::Entity::find_by_id(id).one(db).await?)
}

/// Lets `kept` come with `product` by this name; one of the same name is replaced, and links to it lead to
/// the new one.
pub async fn add_file(
    tx: &impl ConnectionTrait,
    product: i64,
    name: &str,
    kept: &KeptFile,
    now: i64,
) -> Result<(), AppError> {
    use product_file::Column::{Hash, Mime, Name, ProductId, Size};
    let mime = mime_guess::from_path(name).first_or_octet_stream();
    let row = product_file::ActiveModel {
        id: NotSet,
        product_id: Set(product),
        name: Set(name.to_owned()),
        mime: Set(mime.to_string()),
        size: Set(kept.size),
        hash: Set(kept.hash.clone()),
        created_at: Set(now),
    };
    let replace = OnConflict::columns([ProductId, Name])
        .update_columns([Mime, Size, Hash])
        .to_owned();
    let insert = product_file::Entity::insert(row).on_conflict(replace);
    insert.exec_without_returning(tx).await?;
    Ok(())
}

/// Takes a file off its product; its hash if nothing else has it, and it can be deleted.
pub async fn remove_file(
    tx: &impl ConnectionTrait,
    file: &product_file::Model,
) -> Result<Option<String>, AppError> {
    product_file::Entity::delete_by_id(file.id).exec(tx).await?;
    let others = product_file::Entity::find().filter(product_file::Column::Hash.eq(&file.hash));
    let is_last = others.count(tx).await? == 0;
    Ok(is_last.then(|| file.hash.clone()))
}
