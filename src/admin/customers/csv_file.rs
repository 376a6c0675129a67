//! `GET /customers/export.csv`: everybody whom the list's filter leaves, as a table.

use super::{
    super::{form_values::FormValues, request::AdminRequest},
    query,
};
use crate::{
    account::{
        customers::{
            export,
            filter::Filter,
            group,
            list::{self, KeysetCursor},
        },
        entity::customer_group,
    },
    base::{date, error::AppError},
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
use std::{io, sync::Arc};

/// Customers read and sent at once.
const AT_ONCE: usize = 500;
const HEAD: [(axum::http::HeaderName, &str); 2] = [
    (CONTENT_TYPE, "text/csv; charset=utf-8"),
    (
        CONTENT_DISPOSITION,
        "attachment; filename=\"customers.csv\"",
    ),
];

/// `GET /customers/export.csv`. The log keeps who took whom along, but for what was looked for: that may be a name.
pub async fn get(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let filter = query::read(&FormValues::read(request.query.as_bytes()));
    let mut target = query::write(&Filter {
        words: String::new(),
        ..filter.clone()
    });
    if !filter.words.is_empty() {
        target.push_str(", searched");
    }
    let entry = Entry::of("customers.export", &target);
    audit::record(&shop.db.write, &request.actor(), entry, date::now()).await?;
    let groups = group::all(&shop.db.read).await?;
    Ok((HEAD, streamed(shop.clone(), filter, Arc::new(groups))).into_response())
}

/// How far a file is sent.
enum Step {
    Head,
    Behind(Option<KeysetCursor>),
    End,
}

/// Everybody whom `filter` leaves, read page by page while it is sent.
fn streamed(shop: AppState, filter: Filter, groups: Arc<Vec<customer_group::Model>>) -> Body {
    let parts = stream::try_unfold(Step::Head, move |step| {
        let (shop, filter, groups) = (shop.clone(), filter.clone(), Arc::clone(&groups));
        async move {
            let after = match step {
                Step::Head => return Ok(Some((export::head()?, Step::Behind(None)))),
                Step::Behind(after) => after,
                Step::End => return Ok(None),
            };
            let zone = &shop.config.time_zone;
            let page = list::page(&shop.db.read, &filter, zone, after, AT_ONCE).await?;
            let name = |id: i64| {
                let group = groups.iter().find(|it| it.id == id);
                group.map(|it| it.name.clone()).unwrap_or_default()
            };
            let part = export::rows(&page.customers, name, &shop.shop.prices, zone)?;
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
