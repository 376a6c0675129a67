//! What is kept of a customer, as a file for them; and the account's deletion. Both are what the customer's own page does.

use super::{
    super::{
        flash::AdminFlash,
        request::{AdminRequest, redirect_with_flash},
    },
    common::{email_context, nobody, path, way_back},
};
use crate::{
    account::{
        personal_data::{
            Format,
            by_staff::{ask_deletion, call_off_deletion, export},
            deletion,
        },
        store,
    },
    base::{date, error::AppError},
};
use axum::{
    Extension,
    extract::Path,
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use leptos::prelude::*;

/// `GET /customers/{id}/data.json`.
pub async fn json(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    file(&request, id, Format::Json).await
}

/// `GET /customers/{id}/data.html`.
pub async fn html(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    file(&request, id, Format::Html).await
}

async fn file(request: &AdminRequest, id: i64, format: Format) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let language = shop.config.own_language();
    let Some(text) = export(
        &shop.accounts,
        id,
        language,
        format,
        &request.actor(),
        date::now(),
    )
    .await?
    else {
        return Ok(nobody(request));
    };
    let name = format!("attachment; filename=\"{}\"", format.file_name());
    let head = [
        (CONTENT_TYPE, format.mime()),
        (CONTENT_DISPOSITION, name.as_str()),
    ];
    Ok((head, text).into_response())
}

/// `GET /customers/{id}/delete`.
pub async fn delete_page(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let shop = &request.state.shop;
    let Some(customer) = store::by_id(&shop.db.read, id).await? else {
        return Ok(nobody(&request));
    };
    if deletion::due(&shop.db.read, id).await?.is_some() {
        return Ok(redirect_with_flash(&path(id), AdminFlash::DeletionAsked));
    }
    let d = shop.config.own_language().data_texts();
    let years = i64::from(shop.config.keep_orders_years);
    let name = match customer.name.as_str() {
        "" => customer.email.clone(),
        name => format!("{name} ({})", customer.email),
    };
    let orders = match customer.order_count {
        0 => "There are no orders.".to_owned(),
        1 => "There is 1 order.".to_owned(),
        many => format!("There are {many} orders."),
    };
    let view = view! {
        <form class="card" method="post" action=format!("/customers/{id}/delete")>
            <p>"The account of "<strong>{name}</strong>" is deleted in a day. An e-mail says so now; until then, you or they can call it off."</p>
            <h2>"What goes"</h2><p>{d.goes}</p>
            <h2>"What stays for the tax office"</h2><p>{orders}" "{d.stays(years)}</p>
            <p><a href=format!("/customers/{id}/data.html")>"Save what is kept about them first"</a></p>
            <button class="button button--danger" type="submit" data-confirm="Delete this account in a day?">"Delete the account"</button>
        </form>
        {way_back(id)}
    };
    Ok(request.page("Delete an account", view))
}

/// `POST /customers/{id}/delete`.
pub async fn post_delete(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let (origin, by) = (request.state.shop_origin(), request.actor());
    let (accounts, context) = (
        &request.state.shop.accounts,
        email_context(&request, &origin),
    );
    Ok(
        match ask_deletion(accounts, id, context, &by, date::now()).await? {
            Some(_) => redirect_with_flash(&path(id), AdminFlash::DeletionAsked),
            None => nobody(&request),
        },
    )
}

/// `POST /customers/{id}/keep`.
pub async fn post_keep(
    Extension(request): Extension<AdminRequest>,
    Path(id): Path<i64>,
) -> Result<Response, AppError> {
    let by = request.actor();
    let accounts = &request.state.shop.accounts;
    Ok(
        match call_off_deletion(accounts, id, &by, date::now()).await? {
            true => redirect_with_flash(&path(id), AdminFlash::DeletionCalledOff),
            false => redirect_with_flash(&path(id), AdminFlash::NothingToCallOff),
        },
    )
}
