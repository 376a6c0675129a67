//! What is kept of whoever is signed in, as files.

use crate::{
    account::personal_data::{Format, download},
    base::error::AppError,
    request::{answer::redirect, context::RequestContext},
};
use axum::{
    Extension, Router,
    http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::get,
};

/// The paths of both files.
pub fn routes() -> Router {
    let file = |format| {
        get(
            move |Extension(context): Extension<RequestContext>| async move {
                answer(&context, format).await
            },
        )
    };
    Router::new()
        .route("/account/data.json", file(Format::Json))
        .route("/account/data.html", file(Format::Html))
}

async fn answer(context: &RequestContext, format: Format) -> Result<Response, AppError> {
    let text = match download(&context.account(), format).await? {
        Ok(text) => text,
        Err(first) => return Ok(redirect(&first)),
    };
    let name = format!("attachment; filename=\"{}\"", format.file_name());
    let head = [
        (CONTENT_TYPE, format.mime()),
        (CONTENT_DISPOSITION, name.as_str()),
        (CACHE_CONTROL, "no-store"),
    ];
    Ok((head, text).into_response())
}
