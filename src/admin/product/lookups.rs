//! What the form of a product asks of the shop besides the product: names, categories, products by their SKU.

use super::{from_form, paths::LIST, to_form::Units};
use crate::{
    admin::request::AdminRequest,
    base::error::AppError,
    catalog::{Category, Product, store},
};
use axum::{http::StatusCode, response::Response};
use leptos::prelude::*;
use std::collections::HashMap;
use toml::{Table, Value};

/// The page where there is no such product.
pub fn nothing(request: &AdminRequest) -> Response {
    let view = view! { <p>"There is no such product. It may have been deleted."</p><p><a href=LIST>"To the products"</a></p> };
    request.page_with(StatusCode::NOT_FOUND, "No such product", view)
}

/// What the amounts of `product` are written in, with the names of what is shown beside it.
pub async fn units(request: &AdminRequest, product: &Product) -> Result<Units, AppError> {
    let shop = &request.state.shop;
    let mut units = Units::of(&shop.config);
    let ids = &product.related.products;
    if !ids.is_empty() {
        let code = shop.config.store_language.code();
        let found = store::products(&shop.db.read, ids).await?;
        let named = found.into_iter();
        units.names = named
            .map(|(id, it)| (id, it.name.get(code).to_owned()))
            .collect();
    }
    Ok(units)
}

/// Ids of the products that are typed to be shown beside this one: each line begins with a number, or is an SKU.
pub async fn named_products(
    request: &AdminRequest,
    values: &Table,
) -> Result<HashMap<String, i64>, AppError> {
    let db = &request.state.shop.db.read;
    let mut found = HashMap::new();
    let related = values.get("related").and_then(Value::as_table);
    for line in related.into_iter().flat_map(from_form::lines).take(100) {
        let first = line.split_whitespace().next().unwrap_or_default();
        let id = match store::by_sku(db, line).await? {
            Some(id) => Some(id),
            None => match first.parse::<i64>() {
                Ok(id) => store::product(db, id).await?.map(|it| it.id),
                Err(_) => None,
            },
        };
        if let Some(id) = id {
            found.insert(line.to_owned(), id);
        }
    }
    Ok(found)
}

/// Every category by its number, with the names of those above; in order of the tree. Those that shoppers do not see too.
pub async fn categories(request: &AdminRequest) -> Result<Vec<(String, String)>, AppError> {
    let shop = &request.state.shop;
    let code = shop.config.store_language.code();
    let all = store::categories(&shop.db.read).await?;
    Ok(in_order(&all)
        .into_iter()
        .map(|(category, above)| {
            let names = above.iter().map(|it| it.name.get(code));
            let names: Vec<&str> = names.chain([category.name.get(code)]).collect();
            let hidden = if category.enabled { "" } else { " (hidden)" };
            (
                category.id.to_string(),
                format!("{}{hidden}", names.join(" › ")),
            )
        })
        .collect())
}

/// Categories in order of the tree, each with those above it from the top. What hangs on nothing comes last.
pub fn in_order(all: &[Category]) -> Vec<(&Category, Vec<&Category>)> {
    let mut below: HashMap<Option<i64>, Vec<&Category>> = HashMap::new();
    for category in all {
        below.entry(category.parent).or_default().push(category);
    }
    for siblings in below.values_mut() {
        siblings.sort_by_key(|it| std::cmp::Reverse((it.position, it.id)));
    }
    let mut open: Vec<(&Category, Vec<&Category>)> = Vec::new();
    let top = below.get(&None).into_iter().flatten();
    open.extend(top.map(|it| (*it, Vec::new())));
    let mut ordered: Vec<(&Category, Vec<&Category>)> = Vec::with_capacity(all.len());
    while let Some((category, above)) = open.pop() {
        let under = below.get(&Some(category.id)).into_iter().flatten();
        open.extend(under.map(|it| {
            let path = above.iter().copied().chain([category]).collect();
            (*it, path)
        }));
        ordered.push((category, above));
    }
    let lost = all
        .iter()
        .filter(|it| ordered.iter().all(|(known, _)| known.id != it.id));
    let lost: Vec<_> = lost.map(|it| (it, Vec::new())).collect();
    ordered.extend(lost);
    ordered
}
