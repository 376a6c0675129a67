//! What shoppers do to subscriptions by forms.

use super::{
    access::{SubscriptionQuery, visible},
    emails,
    entity::subscription,
    page::path_of,
    renew::tell_merchant,
    store,
};
use crate::{
    base::{date, error::AppError},
    cart::form::{Pairs, text},
    platform::{
        mail::{self, Posting},
        services::Services,
    },
    request::{answer::redirect, context::RequestContext},
};
use axum::{Extension, Form, Router, response::Response, routing::post};

type FormResult = Result<Response, AppError>;

/// The paths forms are posted to.
pub fn routes() -> Router {
    Router::new()
        .route("/api/subscriptions/pause", post(pause))
        .route("/api/subscriptions/resume", post(resume))
        .route("/api/subscriptions/cancel", post(cancel))
}

async fn pause(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    change(&context, &form, true).await
}

async fn resume(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    change(&context, &form, false).await
}

async fn change(context: &RequestContext, form: &Pairs, is_paused: bool) -> FormResult {
    let (asked, row) = named(context, form).await?;
    let tx = context.state.db.begin().await?;
    if let Some(row) = store::to_change(&tx, row.id).await? {
        store::pause(&tx, &row, is_paused, date::now()).await?;
    }
    tx.commit().await?;
    Ok(redirect(&path_of(&asked, "")))
}

async fn cancel(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let (asked, row) = named(&context, &form).await?;
    cancel_one(&context.state.services(), row.id).await?;
    Ok(redirect(&path_of(&asked, "")))
}

/// Ends the subscription `id`, and posts the receipt with its time. Returns `true` if it had not ended.
pub async fn cancel_one(services: &Services, id: i64) -> Result<bool, AppError> {
    let now = date::now();
    let tx = services.db.begin().await?;
    let Some(row) = store::to_change(&tx, id).await? else {
        return Ok(false);
    };
    let is_new = store::cancel(&tx, &row, now).await?;
    if is_new {
        let document = store::document(&row)?;
        let receipt = emails::cancelled(&row, &document, &services.config, now)?;
        let posting = Posting::to(&row.email, now).about(row.order_id);
        mail::enqueue(&tx, posting, receipt).await?;
        let news = emails::cancelled_news(&row, &document, &services.config, now)?;
        tell_merchant(&tx, services, &row, &news, now).await?;
    }
    tx.commit().await?;
    services.job_waits.notify_one();
    Ok(is_new)
}

/// The subscription that the form names, if it is the visitor's.
async fn named(
    context: &RequestContext,
    form: &Pairs,
) -> Result<(SubscriptionQuery, subscription::Model), AppError> {
    let asked = SubscriptionQuery {
        id: Some(text(form, "id").parse().map_err(AppError::bad_request)?),
        token: text(form, "token").to_owned(),
    };
    let row = visible(&context.state.db, context, &asked).await?.pop();
    Ok((asked, row.ok_or(AppError::BadRequest)?))
}
