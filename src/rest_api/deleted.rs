//! `GET /products/deleted`: products that are gone for good (`spec/rest.md` 3).

use super::{
    answer::{Paging, RestResult, page},
    ask::Ask,
    fault::Fault,
};
use crate::{base::date, catalog::store};
use axum::Extension;
use serde_json::json;

/// Those that went between `from_date` and `to_date`, the first first.
pub async fn products(Extension(ask): Extension<Ask>) -> RestResult {
    // Whoever may see products may know which there are no more.
    ask.catalog().await?;
    let paging = Paging::of(&ask)?;
    let time = |name: &str| match ask.parameters.get(name) {
        None | Some("") => Ok(None),
        Some(text) => date::read(text)
            .map(Some)
            .ok_or_else(|| Fault::unreadable(format!("{name}: expected a time"))),
    };
    let (from, to) = (time("from_date")?, time("to_date")?);
    let db = &ask.shop.db.read;
    let (total, gone) = store::deleted(db, from, to, paging.offset, paging.limit).await?;
    let items = gone
        .into_iter()
        .map(|(id, at)| json!({ "id": id, "date": date::second(at) }));
    Ok(page(items.collect(), total, paging))
}
