//! Deleting a product, which cannot be taken back.

use super::{
    lookups,
    paths::{LIST, path_of},
};
use crate::{
    admin::{
        flash::AdminFlash,
        request::{AdminRequest, redirect_with_flash},
    },
    base::{date, error::AppError},
    catalog::{
        edit::{self, Traces},
        store,
    },
    platform::db::retried,
};
use axum::{Extension, extract::Path, response::Response};
use leptos::prelude::*;

/// `GET /products/{id}/delete`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let Some(product) = store::product(&shop.db.read, id).await? else {
        return Ok(lookups::nothing(&request));
    };
    let name = product
        .name
        .get(shop.config.store_language.code())
        .to_owned();
    let said = consequences(&edit::traces(&shop.db.read, id).await?);
    let said = said.into_iter().map(|it| view! { <li>{it}</li> });
    let path = path_of(id);
    let view = view! {
        <form class="card card--narrow" method="post" action=format!("{path}/delete")>
            <p>{format!("“{name}” is deleted for good. To take it out of the shop only, untick “Shoppers see it”.")}</p>
            <ul>{said.collect_view()}</ul>
            <div class="row">
                <button class="button button--danger" type="submit">"Delete it for good"</button>
                <a class="button button--plain" href=path.clone()>"Keep it"</a>
            </div>
        </form>
    };
    Ok(request.page(&format!("Delete {name}?"), view))
}

/// What becomes of what refers to it, in sentences.
fn consequences(traces: &Traces) -> Vec<String> {
    let mut said = vec!["Orders keep what they say of it.".to_owned()];
    let count = |count: i64, one: &str, more: &str| match count {
        1 => one.to_owned(),
        count => more.replace('#', &count.to_string()),
    };
    if traces.carts > 0 {
        let text = [
            "It lies in one cart, and is taken out.",
            "It lies in # carts, and is taken out.",
        ];
        said.push(count(traces.carts, text[0], text[1]));
    }
    if traces.favourites > 0 {
        let text = [
            "One shopper keeps it for later, or waits for it.",
            "# shoppers keep it for later, or wait for it.",
        ];
        said.push(count(traces.favourites, text[0], text[1]));
    }
    if traces.reviews > 0 {
        let text = [
            "Its review is not seen any more.",
            "Its # reviews are not seen any more.",
        ];
        said.push(count(traces.reviews, text[0], text[1]));
    }
    if traces.files > 0 {
        said.push("Who bought its files can still get them.".to_owned());
    }
    said
}

/// `POST /products/{id}/delete`.
pub async fn post(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let attempt = || async {
        let tx = request.state.shop.db.begin().await?;
        let was_there = edit::remove(&tx, id, &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(was_there)
    };
    Ok(match retried(attempt).await? {
        true => redirect_with_flash(LIST, AdminFlash::ProductDeleted),
        false => lookups::nothing(&request),
    })
}
