//! Files to take along: one to begin with, everything in the shop, and what an import refused.

use super::task::{found, nothing};
use crate::{
    admin::{form_values::FormValues, request::AdminRequest},
    base::{date, error::AppError},
    import::{self, Template},
    platform::tasks::problems,
};
use axum::{
    Extension,
    body::Body,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use futures::stream;
use sea_orm::DatabaseConnection;

/// Rows that are read at once.
const AT_ONCE: u64 = 500;

/// `GET /import/template`.
pub async fn template(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let form = match FormValues::read(request.query.as_bytes()).get("form") {
        "jsonl" => Template::Lines,
        _ => Template::Table,
    };
    let shop = &request.state.shop;
    let file = form.file(shop.config.store_language, &shop.shop.prices)?;
    let head = attachment(form.file_name(), form.media_type());
    Ok((head, file).into_response())
}

/// `GET /import/export`: the whole catalogue, line by line as it is read.
pub async fn export(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let name = format!("catalogue-{}.jsonl", date::day(date::now()));
    let lines = import::lines(request.state.shop.db.clone());
    let head = attachment(&name, "application/jsonl");
    Ok((head, Body::from_stream(lines)).into_response())
}

/// `GET /import/refused`: every row that was not taken, as CSV.
pub async fn refused(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let Some(task) = found(&request, &typed).await? else {
        return Ok(nothing());
    };
    let db = request.state.shop.db.read.clone();
    let rows = stream::try_unfold(Some((-1, 0)), move |after| {
        let db = db.clone();
        async move {
            match after {
                Some(after) => some(&db, task.id, after).await.map(Some),
                None => Ok(None),
            }
        }
    });
    let head = attachment("refused.csv", "text/csv; charset=utf-8");
    Ok((head, Body::from_stream(rows)).into_response())
}

/// Where the next rows begin: behind a line, and a number.
type RowCursor = (i64, i64);

/// The rows after `after` as CSV, and where the next ones begin.
async fn some(
    db: &DatabaseConnection,
    task: i64,
    after: RowCursor,
) -> std::io::Result<(Vec<u8>, Option<RowCursor>)> {
    let found = problems::after(db, task, after, AT_ONCE).await;
    let found = found.map_err(|_| std::io::Error::other("the database could not be read"))?;
    let next = found.last().map(|last| (last.line, last.id));
    let mut csv = csv::Writer::from_writer(Vec::new());
    if after.0 < 0 {
        csv.write_record(["line", "column", "value", "why"])?;
    }
    for row in found {
        let line = row.line.to_string();
        let cells = [row.place, row.value, row.why].map(as_text);
        let cells = cells.iter().map(String::as_str);
        csv.write_record(std::iter::once(line.as_str()).chain(cells))?;
    }
    let rows = csv.into_inner().map_err(|error| error.into_error())?;
    Ok((rows, next))
}

/// What a spreadsheet would take for a formula, as the text it is.
fn as_text(cell: String) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell,
    }
}

/// The headers of a file that is kept, not shown.
fn attachment(name: &str, kind: &'static str) -> [(HeaderName, HeaderValue); 2] {
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
    [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (
            header::CONTENT_DISPOSITION,
            disposition.unwrap_or(HeaderValue::from_static("attachment")),
        ),
    ]
}
