//! `GET /stock/export.csv`: every movement that the history's filter leaves, as a table.

use super::{
    super::{form_values::FormValues, request::AdminRequest},
    history,
    location_names::Names,
};
use crate::{
    base::{date, error::AppError},
    catalog::store::stock::{self, Filter, Kind, Movement},
    platform::{
        audit::{self, Entry},
        csv_rows::written,
    },
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

/// Movements read and sent at once.
const AT_ONCE: usize = 500;
const COLUMNS: [&str; 9] = [
    "when", "product", "sku", "change", "left", "cause", "order", "reason", "who",
];

/// `GET /stock/export.csv`. The log keeps who took it along.
pub async fn get(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let filter = history::read(&FormValues::read(request.query.as_bytes()));
    let target = history::write(&filter);
    let entry = Entry::of("stock.export", &target);
    audit::record(&shop.db.write, &request.actor(), entry, date::now()).await?;
    let head = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"stock.csv\""),
    ];
    Ok((head, streamed(shop.clone(), filter)).into_response())
}

/// How far a file is sent.
enum Step {
    Head,
    Before(Option<i64>),
    End,
}

/// Every movement that `filter` leaves, read page by page while it is sent.
fn streamed(shop: AppState, filter: Filter) -> Body {
    let parts = stream::try_unfold(Step::Head, move |step| {
        let (shop, filter) = (shop.clone(), filter.clone());
        async move {
            let before = match step {
                Step::Head => {
                    let head = written(std::iter::once(COLUMNS.map(str::to_owned)))?;
                    return Ok(Some((head, Step::Before(None))));
                }
                Step::Before(before) => before,
                Step::End => return Ok(None),
            };
            let db = &shop.db.read;
            let found = stock::latest(db, &filter, before, AT_ONCE).await?;
            let language = shop.config.store_language.code();
            let names = Names::of(db, found.iter().map(|it| it.place), language).await?;
            let next = match found.last().filter(|_| found.len() == AT_ONCE) {
                Some(last) => Step::Before(Some(last.id)),
                None => Step::End,
            };
            let rows = written(found.iter().map(|it| cells(it, &names)))?;
            Ok::<_, AppError>(Some((rows, next)))
        }
    });
    // The file ends without its end: the browser says that it is not whole.
    Body::from_stream(parts.map_err(|fault| io::Error::other(format!("{fault:?}"))))
}

fn cells(it: &Movement, names: &Names) -> [String; 9] {
    [
        date::minute(it.at),
        names.name(it.place),
        names.sku(it.place).to_owned(),
        it.delta.to_string(),
        it.after.map(|left| left.to_string()).unwrap_or_default(),
        it.kind.map_or("", Kind::code).to_owned(),
        it.order.clone(),
        it.reason.clone(),
        it.who.clone(),
    ]
}
