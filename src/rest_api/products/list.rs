//! `GET /products`.

use super::{object::Writer, search::Search};
use crate::{
    catalog::snapshot::CatalogSnapshot,
    rest_api::{
        answer::{RestResult, page},
        ask::Ask,
        fault::Fault,
    },
};
use axum::Extension;
use serde_json::Value;

/// Most products whose variations are looked through for a SKU.
const MAX_CANDIDATES: usize = 100;

/// The products that were searched for.
pub async fn search(Extension(ask): Extension<Ask>) -> RestResult {
    let snapshot = ask.catalog().await?;
    let search = Search::of(&ask, &snapshot)?;
    let (total, ids) = match (&search.ids, &search.sku) {
        (Some(ids), _) => {
            let known = ids
                .iter()
                .copied()
                .filter(|id| snapshot.card(*id).is_some());
            total_and_page(known.collect(), &search)
        }
        (None, Some(sku)) => total_and_page(by_sku(&ask, &snapshot, sku).await?, &search),
        (None, None) => {
            let found = search.found(&snapshot);
            let scope = search.scope(found.as_deref());
            let (filter, limit) = (&search.filter, search.paging.limit);
            let (total, slots) = snapshot.part(scope, filter, &search.further, limit);
            let cards = snapshot.each(&slots);
            (total, cards.map(|card| card.id).collect())
        }
    };
    let items = written(&ask, &snapshot, &ids).await?;
    Ok(page(items, total, search.paging))
}

/// These products in full, in their order; what is sold off meanwhile is left out.
async fn written(ask: &Ask, snapshot: &CatalogSnapshot, ids: &[i64]) -> Result<Vec<Value>, Fault> {
    let products = ask.products(snapshot, ids).await?;
    let writer = Writer::of(ask, snapshot)?;
    let one = |id: &i64| Some(writer.product(products.get(id)?, snapshot.card(*id)?));
    Ok(ids.iter().filter_map(one).collect())
}

/// How many `ids` there are, and the part that is wanted.
fn total_and_page(ids: Vec<i64>, search: &Search) -> (u64, Vec<i64>) {
    let total = u64::try_from(ids.len()).unwrap_or(u64::MAX);
    (total, search.paging.cut(ids))
}

/// The products whose SKU, or that of a variation, is `sku`.
async fn by_sku(ask: &Ask, snapshot: &CatalogSnapshot, sku: &str) -> Result<Vec<i64>, Fault> {
    let found = snapshot.find(sku);
    let slots = snapshot.best(&found, usize::MAX);
    let own = snapshot.each(&slots).filter(|card| *card.sku == *sku);
    let own: Vec<i64> = own.map(|card| card.id).collect();
    if !own.is_empty() {
        return Ok(own);
    }
    let first = &slots[..slots.len().min(MAX_CANDIDATES)];
    let candidates: Vec<i64> = snapshot.each(first).map(|card| card.id).collect();
    let products = ask.products(snapshot, &candidates).await?;
    let has = |id: &i64| {
        let product = products.get(id);
        product.is_some_and(|it| it.variations.iter().any(|it| it.sku == sku))
    };
    Ok(candidates.into_iter().filter(has).collect())
}
