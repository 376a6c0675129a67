//! The products on the home page, in their order.

use super::{
    HOME, PATH,
    order::{Ordered, Row, found, list},
};
use crate::{
    admin::{
        flash::AdminFlash,
        form_values::FormValues,
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    base::{date, error::AppError},
    catalog::edit,
    platform::db::retried,
};
use axum::{Extension, http::StatusCode, response::Response};
use leptos::prelude::*;

const TITLE: &str = "Products on the home page";

/// `GET /categories/home`.
pub async fn page(Extension(request): Extension<AdminRequest>) -> Result<Response, AppError> {
    Ok(shown(&request, StatusCode::OK, None, ""))
}

fn shown(
    request: &AdminRequest,
    status: StatusCode,
    problem: Option<String>,
    typed: &str,
) -> Response {
    let shop = &request.state.shop;
    let snapshot = shop.catalog.snapshot();
    let code = shop.config.store_language.code();
    let mut slots = snapshot.featured();
    slots.truncate(super::order::MAX);
    let rows = snapshot.each(&slots).map(|card| Row {
        id: card.id,
        name: card.name.get(code).to_owned(),
        sku: card.sku.to_string(),
    });
    let may = request.may(Right::ChangeProducts);
    let list = list(rows.collect(), HOME.to_owned(), may, problem, typed);
    let view = view! {
        <p class="crumbs"><a href=PATH>"Categories"</a></p>
        <p class="lead">"The home page shows these where it shows products, in this order."</p>
        <section class="card">{list}</section>
    };
    request.page_with(status, TITLE, view)
}

/// `POST /categories/home`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    typed: FormValues,
) -> Result<Response, AppError> {
    let mut ordered = Ordered::read(&typed);
    if !ordered.added.is_empty() {
        match found(&request, &ordered.added).await? {
            Some(id) if ordered.wanted.contains(&id) => {}
            Some(id) => ordered.wanted.push(id),
            None => {
                let why = format!(
                    "There is no product of the SKU or number “{}”.",
                    ordered.added
                );
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                return Ok(shown(&request, status, Some(why), &ordered.added));
            }
        }
    }
    let attempt = || async {
        let tx = request.state.shop.db.begin().await?;
        let (shown, wanted) = (&ordered.shown, &ordered.wanted);
        edit::feature(&tx, shown, wanted, &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(())
    };
    retried(attempt).await?;
    Ok(redirect_with_flash(HOME, AdminFlash::Saved))
}
