//! `GET /orders/export.csv`: the ticked orders, or every one that the list's filter leaves, as a table.

use super::{
    super::{form_values::FormValues, request::AdminRequest},
    bulk, query,
};
use crate::{
    base::{date, error::AppError},
    order::{
        entity::order,
        inbox::{
            export,
            filter::Filter,
            list::{self, KeysetCursor},
        },
        refunds, store,
    },
    platform::audit::{self, Entry},
    request::state::AppState,
};
use axum::{
    Extension,
    body::Body,
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use futures::{TryStreamExt, stream};
use std::io;

/// Orders read and sent at once.
const AT_ONCE: usize = 200;
const HEAD: [(axum::http::HeaderName, &str); 2] = [
    (CONTENT_TYPE, "text/csv; charset=utf-8"),
    (CONTENT_DISPOSITION, "attachment; filename=\"orders.csv\""),
];

/// `GET /orders/export.csv`. The log keeps who took what along.
pub async fn get(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let typed = FormValues::read(request.query.as_bytes());
    let ticked = bulk::ticked(&typed);
    let filter = query::read(&typed, &shop.shop.prices);
    let is_of_list = ["tab", "q"].iter().any(|name| typed.find(name).is_some());
    if ticked.is_empty() && !is_of_list {
        return Ok(bulk::nothing_ticked(
            &request,
            "As a table",
            typed.get("back"),
        ));
    }
    let target = match ticked.len() {
        0 => query::write(&filter, &shop.shop.prices),
        ticked => format!("{ticked} ticked"),
    };
    let entry = Entry::of("orders.export", &target);
    audit::record(&shop.db.write, &request.actor(), entry, date::now()).await?;
    if ticked.is_empty() {
        return Ok((HEAD, streamed(shop.clone(), filter)).into_response());
    }
    let mut file = export::head()?;
    let orders = list::by_numbers(&shop.db.read, &ticked).await?;
    file.extend(rows(shop, &orders).await?);
    Ok((HEAD, file).into_response())
}

async fn rows(shop: &AppState, orders: &[order::Model]) -> Result<Vec<u8>, AppError> {
    let paid_back = refunds::paid_back(&shop.db.read, orders.iter().map(|order| order.id)).await?;
    let mut rows = Vec::new();
    for order in orders {
        // One that cannot be read hides no other: the log names it.
        if let Ok(document) = store::document(order) {
            let paid_back = paid_back.get(&order.id).copied().unwrap_or_default();
            rows.extend(export::rows(order, &document, paid_back, &shop.config)?);
        }
    }
    Ok(rows)
}

/// How far a file is sent.
enum Step {
    Head,
    Behind(Option<KeysetCursor>),
    End,
}

/// Every order that `filter` leaves, read page by page while it is sent.
fn streamed(shop: AppState, filter: Filter) -> Body {
    let parts = stream::try_unfold(Step::Head, move |step| {
        let (shop, filter) = (shop.clone(), filter.clone());
        async move {
            let after = match step {
                Step::Head => return Ok(Some((export::head()?, Step::Behind(None)))),
                Step::Behind(after) => after,
                Step::End => return Ok(None),
            };
            let zone = &shop.config.time_zone;
            let page = list::page(&shop.db.read, &filter, zone, after, AT_ONCE).await?;
            let part = rows(&shop, &page.orders).await?;
            let next = match page.next {
                Some(place) => Step::Behind(Some(place)),
                None => Step::End,
            };
            Ok::<_, AppError>(Some((part, next)))
        }
    });
    // The file ends without its end: the browser says that it is not whole.
    Body::from_stream(parts.map_err(|fault| io::Error::other(format!("{fault:?}"))))
}
