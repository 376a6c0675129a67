//! `GET /products/{id}` and its variations.

use super::{object::Writer, variations};
use crate::{
    catalog::Product,
    rest_api::{
        answer::{JsonAnswer, RestResult},
        ask::Ask,
        fault::Fault,
    },
};
use axum::{Extension, extract::Path};
use serde_json::Value;
use std::{collections::HashMap, sync::Arc};

/// A product.
pub async fn product(
    Extension(ask): Extension<Ask>,
    Path(path): Path<HashMap<String, String>>,
) -> RestResult {
    let snapshot = ask.catalog().await?;
    let (id, product) = read(&ask, &path).await?;
    let card = snapshot.card(id).ok_or_else(none)?;
    let writer = Writer::of(&ask, &snapshot)?;
    Ok(JsonAnswer(writer.product(&product, card)))
}

/// Every variation of a product: a list, and no page of one.
pub async fn combinations(
    Extension(ask): Extension<Ask>,
    Path(path): Path<HashMap<String, String>>,
) -> RestResult {
    Ok(JsonAnswer(Value::Array(all(&ask, &path).await?)))
}

/// A variation.
pub async fn combination(
    Extension(ask): Extension<Ask>,
    Path(path): Path<HashMap<String, String>>,
) -> RestResult {
    let id = id_of(&path, "combination");
    let all = all(&ask, &path).await?;
    let found = all
        .into_iter()
        .find(|it| id.is_some() && it["id"].as_i64() == id);
    found
        .map(JsonAnswer)
        .ok_or_else(|| Fault::not_found("there is no such combination"))
}

async fn all(ask: &Ask, path: &HashMap<String, String>) -> Result<Vec<Value>, Fault> {
    let snapshot = ask.catalog().await?;
    let (_, product) = read(ask, path).await?;
    let writer = Writer::of(ask, &snapshot)?;
    Ok(variations::all(&product, &writer))
}

/// The product that `path` names; one that is hidden from the token is none.
async fn read(ask: &Ask, path: &HashMap<String, String>) -> Result<(i64, Arc<Product>), Fault> {
    let id = id_of(path, "id").ok_or_else(none)?;
    let snapshot = ask.catalog().await?;
    if snapshot.card(id).is_none() {
        return Err(none());
    }
    let mut products = ask.products(&snapshot, &[id]).await?;
    Ok((id, products.remove(&id).ok_or_else(none)?))
}

fn none() -> Fault {
    Fault::not_found("there is no such product")
}

/// The number at `name` of a path.
pub fn id_of(path: &HashMap<String, String>, name: &str) -> Option<i64> {
    path.get(name)?.parse().ok()
}
