//! What the pages of a reminder's links post.

use super::{
    link::{BACK, LinkRequest, STOP},
    page, unsubscribe,
};
use crate::{
    base::error::AppError,
    cart::{Carts, change, store::Line},
    request::{
        answer::{redirect, redirect_with_notice},
        context::RequestContext,
    },
    text::notice::Notice,
    ui::served::InPlace,
};
use axum::{
    Extension, Router,
    body::Bytes,
    extract::RawQuery,
    response::{IntoResponse, Response},
    routing::post,
};

/// The paths forms are posted to.
pub fn routes() -> Router {
    Router::new()
        .route(page::ACTION, post(bring))
        .route(unsubscribe::ACTION, post(stop_by_page))
        .route(STOP.text(), post(stop_by_program))
}

/// Puts what was in the cart into the one of this browser, and leads there.
async fn bring(
    Extension(context): Extension<RequestContext>,
    body: Bytes,
) -> Result<Response, AppError> {
    let asked = LinkRequest::read(&body);
    let state = page::state(&context, &asked).await?;
    let page::State::There { reminder, .. } = state else {
        // The page says what there is to say.
        let again = format!("{}?id={}&token={}", BACK.text(), asked.id, token(&asked));
        return Ok(redirect(&again));
    };
    let lines: Vec<Line> = serde_json::from_str(&reminder.lines).map_err(AppError::internal)?;
    let (owner, token) = change::owner(&context)?;
    let brought = Carts::of(&context)
        .bring(&owner, &lines, reminder.id)
        .await?;
    let said = match (brought.added, brought.short) {
        (0, 0) => None,
        (0, _) => Some(Notice::NotEnough),
        _ => Some(Notice::AddedToCart),
    };
    Ok(redirect_with_notice(
        &context,
        "/cart",
        said,
        token.as_ref(),
    ))
}

/// Letters of a token alone, whatever was sent.
fn token(asked: &LinkRequest) -> String {
    let letters = asked.token.chars();
    letters
        .filter(|it| it.is_ascii_alphanumeric() || matches!(it, '-' | '_'))
        .take(60)
        .collect()
}

async fn stop_by_page(
    Extension(context): Extension<RequestContext>,
    body: Bytes,
) -> Result<Response, AppError> {
    stopped(&context, &LinkRequest::read(&body)).await
}

/// What stands in the link counts, not in the form: its program sends what the RFC says. It follows no way to another page.
async fn stop_by_program(
    Extension(context): Extension<RequestContext>,
    RawQuery(query): RawQuery,
) -> Result<Response, AppError> {
    let asked = LinkRequest::read(query.unwrap_or_default().as_bytes());
    stopped(&context, &asked).await
}

async fn stopped(context: &RequestContext, asked: &LinkRequest) -> Result<Response, AppError> {
    let is_done = unsubscribe::stop(&context.state.db, asked).await?;
    Ok(InPlace(unsubscribe::stopped(context, is_done)).into_response())
}
