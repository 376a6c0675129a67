//! Deleting a category.

use super::{PATH, detail, path_of};
use crate::{
    admin::{
        flash::AdminFlash,
        request::{AdminRequest, redirect_with_flash},
    },
    base::{date, error::AppError},
    catalog::{edit, store},
    platform::db::retried,
};
use axum::{Extension, extract::Path, response::Response};
use leptos::prelude::*;

/// `GET /categories/{id}/delete`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let db = &shop.db.read;
    let Some((category, _)) = store::category(db, id).await? else {
        return Ok(detail::nothing(&request));
    };
    let products = store::products_in(db, id).await?.len();
    let all = store::categories(db).await?;
    let below = all.iter().filter(|it| it.parent == Some(id)).count();
    let products = match products {
        0 => "No product stands in it.".to_owned(),
        1 => "One product stands in it: it stays in the shop, without this category.".to_owned(),
        some => {
            format!("{some} products stand in it: they stay in the shop, without this category.")
        }
    };
    let below = match below {
        0 => None,
        1 => Some("The category below it comes to stand in its place.".to_owned()),
        some => Some(format!(
            "The {some} categories below it come to stand in its place."
        )),
    };
    let below = below.map(|text| view! { <li>{text}</li> });
    let name = category
        .name
        .get(shop.config.store_language.code())
        .to_owned();
    let path = path_of(id);
    let view = view! {
        <form class="card card--narrow" method="post" action=format!("{path}/delete")>
            <ul><li>{products}</li>{below}<li>"It can be brought back for thirty days, from the page of all categories."</li></ul>
            <div class="row">
                <button class="button button--danger" type="submit">"Delete it"</button>
                <a class="button button--plain" href=path.clone()>"Keep it"</a>
            </div>
        </form>
    };
    Ok(request.page(&format!("Delete {name}?"), view))
}

/// `POST /categories/{id}/delete`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let attempt = || async {
        let tx = shop.db.begin().await?;
        let products = store::products_in(&tx, id).await?;
        let (actor, now) = (request.actor(), date::now());
        let was_there = edit::remove_category(&tx, id, &products, &actor, now).await?;
        tx.commit().await?;
        Ok(was_there)
    };
    Ok(match retried(attempt).await? {
        true => redirect_with_flash(PATH, AdminFlash::CategoryDeleted),
        false => detail::nothing(&request),
    })
}
