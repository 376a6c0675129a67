//! Letting shoppers see reviews, or not.

use super::paths::PATH;
use crate::{
    admin::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
    },
    base::{date, error::AppError, validate},
    catalog::store::entity::review::ReviewStatus,
    platform::{
        audit::{self, Entry},
        db::retried,
    },
    reviews::store,
};
use axum::{Extension, response::Response};
use serde_json::json;

/// Most that are decided at once.
const MAX: usize = 100;

/// `POST /reviews`: of one by its own buttons, of the ticked ones by those below them.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let one = ["publish", "reject"].map(|verb| (verb, typed.number(verb)));
    let (verb, ids) = match one {
        [(verb, Some(id)), _] | [_, (verb, Some(id))] => (verb, vec![id]),
        _ => {
            let ids = typed.all("id").filter_map(|id| id.parse().ok());
            (typed.get("act"), ids.take(MAX).collect())
        }
    };
    let status = match verb {
        "publish" => ReviewStatus::Published,
        "reject" => ReviewStatus::Rejected,
        _ => return Err(AppError::BadRequest),
    };
    for id in &ids {
        decide(&request, *id, status).await?;
    }
    let to = validate::return_path(typed.get("to")).unwrap_or(PATH);
    Ok(redirect_with_flash(
        to,
        match (ids.is_empty(), status) {
            (true, _) => AdminFlash::NothingTicked,
            (_, ReviewStatus::Published) => AdminFlash::ReviewsPublished,
            _ => AdminFlash::ReviewsRejected,
        },
    ))
}

async fn decide(request: &AdminRequest, id: i64, status: ReviewStatus) -> Result<(), AppError> {
    let (verb, said) = match status {
        ReviewStatus::Published => ("review.publish", "published"),
        _ => ("review.reject", "rejected"),
    };
    let attempt = || async {
        let tx = request.state.shop.db.begin().await?;
        let Some(before) = store::by_id(&tx, id).await? else {
            return Ok(());
        };
        // Twice at once is once.
        if before.status == status {
            return Ok(());
        }
        let (target, after) = (
            format!("review {id}"),
            json!(format!("product {}", before.product_id)),
        );
        let entry = Entry {
            after: Some(&after),
            ..Entry::of(verb, &target)
        };
        audit::record(&tx, &request.actor(), entry, date::now()).await?;
        store::decide(&tx, id, status).await?;
        tx.commit().await?;
        audit::review_decided(id, said);
        Ok(())
    };
    retried(attempt).await
}
