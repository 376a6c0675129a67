//! What else is done with a product: looking at it in the shop, and making another one like it.

use super::{
    lookups,
    paths::{LIST, path_of},
};
use crate::{
    admin::{
        flash::AdminFlash,
        request::{AdminRequest, redirect_with_flash},
        staff::role::Right,
    },
    base::{date, error::AppError},
    catalog::{Product, edit, store},
    platform::db::retried,
};
use axum::{Extension, extract::Path, response::Response};
use leptos::prelude::*;

/// Where `product` is in the shop, or would be if shoppers saw it.
pub async fn shop_path(request: &AdminRequest, product: &Product) -> Result<String, AppError> {
    let shop = &request.state.shop;
    let stored = store::changed(&shop.db.read, &[product.id]).await?;
    let slug = stored.get(&product.id).map(|(_, slug)| slug.as_str());
    let (name, slug) = (product.name.get(""), slug.unwrap_or_default());
    Ok(shop.links().product_named(name, slug, product.id))
}

/// What stands above the form.
pub async fn head(
    request: &AdminRequest,
    product: &Product,
) -> Result<impl IntoView + use<>, AppError> {
    let to = format!(
        "{}{}",
        request.state.shop_origin(),
        shop_path(request, product).await?
    );
    // What was added just now is in the shop before whoever added it gets there.
    let there = match product.enabled {
        true => {
            view! { <a href=to target="_blank" rel="noopener">"See it in the shop"</a> }.into_any()
        }
        false => view! { <span class="tag">"Shoppers do not see it"</span> }.into_any(),
    };
    let (number, list) = (format!("Number {}", product.id), LIST);
    Ok(view! { <p class="crumbs"><a href=list>"Products"</a>" · "{number}" · "{there}</p> })
}

/// What stands below everything else.
pub fn foot(request: &AdminRequest, id: i64) -> Option<AnyView> {
    if !request.may(Right::ChangeProducts) {
        return None;
    }
    let path = path_of(id);
    let view = view! {
        <section class="card"><h2>"More"</h2>
            <div class="adds">
                <form method="post" action=format!("{path}/copy")><button class="button button--plain" type="submit">"Duplicate"</button></form>
                <a class="button button--danger" href=format!("{path}/delete")>"Delete"</a>
            </div>
            <p class="note">"A duplicate is hidden until you show it, and has no SKU and no stock yet."</p>
        </section>
    };
    Some(view.into_any())
}

/// `POST /products/{id}/copy`.
pub async fn post_copy(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let attempt = || async {
        let tx = request.state.shop.db.begin().await?;
        let copy = edit::copy(&tx, id, &request.actor(), date::now()).await?;
        tx.commit().await?;
        Ok(copy)
    };
    Ok(match retried(attempt).await? {
        Some(copy) => redirect_with_flash(&path_of(copy), AdminFlash::ProductCopied),
        None => lookups::nothing(&request),
    })
}
