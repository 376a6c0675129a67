//! What buyers do to their reviews by forms.

use super::{Author, ReviewInput, notify, page, store};
use crate::{
    base::{date, error::AppError, paths::ShopPath},
    cart::form::{Pairs, text},
    catalog::store::{entity::review::ReviewStatus, recount},
    platform::{config::ReviewPolicy, db::retried},
    request::{answer::redirect, context::RequestContext},
    ui::served::InPlace,
};
use axum::{
    Extension, Form, Router,
    response::{IntoResponse, Response},
    routing::post,
};

type FormResult = Result<Response, AppError>;

/// The paths forms are posted to.
pub fn routes() -> Router {
    Router::new()
        .route(ShopPath::Review.text(), post(put))
        .route("/api/reviews/remove", post(remove))
}

/// Keeps a review; one that lacks something stays in its form with what that is.
async fn put(Extension(context): Extension<RequestContext>, Form(form): Form<Pairs>) -> FormResult {
    let (author, product) = author(&context, &form).await?;
    let typed = ReviewInput::read(&form);
    let is_wrong = typed.problems(context.language.product_texts()).any();
    let Some(author) = author.as_ref().filter(|_| !is_wrong) else {
        let served = page::answer(&context, author.as_ref(), product, typed).await?;
        return Ok(InPlace(served).into_response());
    };
    let kept = retried(|| keep(&context, author, product, &typed)).await?;
    let said = if kept { "thanks" } else { "other" };
    after_change(&context).await?;
    Ok(redirect(&format!("{}&{said}", page::path(product))))
}

/// Stores the author's review of `product`; `false` if another order with the same e-mail address has reviewed it.
async fn keep(
    context: &RequestContext,
    author: &Author,
    product: i64,
    typed: &ReviewInput,
) -> Result<bool, AppError> {
    let (config, now) = (&context.state.config, date::now());
    let tx = context.state.db.begin().await?;
    let before = store::find(&tx, author, product).await?;
    let before = before.map(|it| it.status);
    let status = status_of(config.reviews, before);
    let Some(review) =
        store::put(&tx, author, product, typed, context.language, status, now).await?
    else {
        return Ok(false);
    };
    // Who changes a review that waits is waited for already.
    if before != Some(status) {
        let snapshot = context.state.catalog.snapshot();
        let language = config.store_language.code();
        let name = snapshot
            .card(product)
            .map(|card| card.name.get(language).to_owned());
        notify::of_review(&tx, config, &review, &name.unwrap_or_default(), now).await?;
    }
    let is_seen = [before, Some(status)].contains(&Some(ReviewStatus::Published));
    if is_seen {
        recount(&tx, product).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Returns the status of a new or changed review: published at once if `policy` says so and it was not pending or rejected.
fn status_of(policy: ReviewPolicy, before: Option<ReviewStatus>) -> ReviewStatus {
    match (policy, before) {
        (ReviewPolicy::AtOnce, None | Some(ReviewStatus::Published)) => ReviewStatus::Published,
        _ => ReviewStatus::Pending,
    }
}

async fn remove(
    Extension(context): Extension<RequestContext>,
    Form(form): Form<Pairs>,
) -> FormResult {
    let (author, product) = author(&context, &form).await?;
    let author = author.ok_or(AppError::BadRequest)?;
    retried(|| remove_of(&context, &author, product)).await?;
    after_change(&context).await?;
    Ok(redirect(&format!("{}&removed", page::path(product))))
}

async fn remove_of(
    context: &RequestContext,
    author: &Author,
    product: i64,
) -> Result<(), AppError> {
    let tx = context.state.db.begin().await?;
    if let Some(review) = store::find(&tx, author, product).await? {
        store::remove(&tx, &review).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Refreshes this instance's catalogue snapshot, so that the change shows at once.
async fn after_change(context: &RequestContext) -> Result<(), AppError> {
    context.state.job_waits.notify_one();
    context.state.catalog.refresh(&context.state.db).await
}

/// Returns the visitor as an author, if they may review the form's product, and the product's id.
async fn author(context: &RequestContext, form: &Pairs) -> Result<(Option<Author>, i64), AppError> {
    let product = text(form, "product");
    let product = product.parse().map_err(AppError::bad_request)?;
    let is_there = context.state.catalog.snapshot().card(product).is_some();
    if !is_there || !context.state.config.reviews.is_on() {
        return Err(AppError::BadRequest);
    }
    let author = Author::of(&context.state.db.read, context, product).await?;
    Ok((author, product))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rejected_review_is_looked_at_again() {
        use ReviewStatus::{Pending, Published, Rejected};
        for (policy, before, after) in [
            (ReviewPolicy::Moderated, None, Pending),
            (ReviewPolicy::Moderated, Some(Published), Pending),
            (ReviewPolicy::AtOnce, None, Published),
            (ReviewPolicy::AtOnce, Some(Published), Published),
            (ReviewPolicy::AtOnce, Some(Pending), Pending),
            (ReviewPolicy::AtOnce, Some(Rejected), Pending),
        ] {
            assert_eq!(status_of(policy, before), after, "{policy:?} {before:?}");
        }
    }
}
