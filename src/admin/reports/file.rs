//! `GET /reports/{report}/table.csv`: the table of a report as a file.

use super::{
    super::request::AdminRequest,
    Report,
    query::ReportQuery,
    report::{make, prices},
};
use crate::base::error::AppError;
use axum::{
    Extension,
    extract::Path,
    http::{
        StatusCode,
        header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
};

/// Most rows of a file.
const MAX: u32 = 100_000;

/// `GET /reports/{report}/table.csv`. It holds nothing about anybody.
pub async fn get(
    Extension(request): Extension<AdminRequest>,
    Path(code): Path<String>,
) -> Result<Response, AppError> {
    let Some(report) = Report::of_code(&code) else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let wanted = ReportQuery::of(&request);
    if wanted.is_wrong() {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
    }
    let shop = &request.state.shop;
    let made = make(shop, report, &wanted, MAX).await?;
    let csv = made.table.csv(&prices(shop, &wanted.currency))?;
    let name = format!(
        "attachment; filename=\"{code}-{}-{}.csv\"",
        wanted.range.from.text(),
        wanted.range.until.text()
    );
    let head = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, name),
    ];
    Ok((head, csv).into_response())
}
