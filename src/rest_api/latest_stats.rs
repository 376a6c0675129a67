//! `GET /latest-stats`: when something changed last, so that programs need not look through everything (`spec/rest.md` 5).

use super::{
    answer::{JsonAnswer, RestResult},
    ask::Ask,
};
use crate::{base::date, content::apps::Scope};
use axum::Extension;
use serde_json::{Map, Value, json};

/// The times of what is in memory: of the catalogue, and of the settings.
pub async fn latest(Extension(ask): Extension<Ask>) -> RestResult {
    if !ask.access.is_secret {
        ask.require(Scope::STOREFRONT)?;
    }
    let changed = ask.shop.catalog.snapshot().changed_at();
    let mut object = Map::new();
    for (name, at) in [
        ("productsUpdated", changed.products),
        ("categoriesUpdated", changed.categories),
        ("profileUpdated", ask.shop.settings_since),
    ] {
        object.insert(name.to_owned(), json!(date::second(at)));
    }
    Ok(JsonAnswer(Value::Object(object)))
}
