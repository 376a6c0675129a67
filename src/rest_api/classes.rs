//! Product types (`spec/rest.md` 3): there is the general one alone, and every attribute belongs to it.

use super::{
    answer::{JsonAnswer, RestResult},
    ask::Ask,
    fault::Fault,
    products::detail::id_of,
};
use crate::catalog::{attribute, snapshot::CatalogSnapshot};
use axum::{Extension, extract::Path};
use serde_json::{Value, json};
use std::collections::HashMap;

/// Its number.
const GENERAL: i64 = 0;

/// `GET /classes`: a list, and no page of one.
pub async fn all(Extension(ask): Extension<Ask>) -> RestResult {
    let snapshot = ask.catalog().await?;
    Ok(JsonAnswer(json!([general(&snapshot)])))
}

/// `GET /classes/{id}`.
pub async fn one(
    Extension(ask): Extension<Ask>,
    Path(path): Path<HashMap<String, String>>,
) -> RestResult {
    let snapshot = ask.catalog().await?;
    if id_of(&path, "id") != Some(GENERAL) {
        return Err(Fault::not_found("there is no such product type"));
    }
    Ok(JsonAnswer(general(&snapshot)))
}

fn general(snapshot: &CatalogSnapshot) -> Value {
    let attributes = snapshot.attribute_names().map(|(name, is_shown)| {
        json!({
            "id": attribute::id(name),
            "name": name,
            "type": "CUSTOM",
            "show": if is_shown { "DESCR" } else { "NOTSHOW" },
        })
    });
    json!({
        "id": GENERAL,
        "name": "General",
        "googleTaxonomy": "",
        "attributes": attributes.collect::<Vec<_>>(),
    })
}
