//! `GET /orders/{number}`: everything of one order, and the ways to what can be done with it.

use super::{
    super::{flash::AdminFlash, form_values::FormValues, payments, request::AdminRequest},
    header, items, notes, parcels, people, refund,
    requested_order::{RequestedOrder, apply, status_of},
    timeline,
};
use crate::{
    base::error::AppError,
    order::{staff_actions::Verb, status_machine::OrderActionError},
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// `GET /orders/{number}`.
pub async fn page(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => show(&request, &found, StatusCode::OK, None, None).await,
        Err(missing) => Ok(missing),
    }
}

/// The page of `found`, with a `notice` at its top, and what was typed for a note that was not kept.
pub async fn show(
    request: &AdminRequest,
    found: &RequestedOrder,
    status: StatusCode,
    notice: Option<AnyView>,
    note: Option<(String, String)>,
) -> Result<Response, AppError> {
    let beside = found.neighbours(request).await?;
    let payment = payments::of_order(request, found).await?;
    let timeline = timeline::of(request, found).await?;
    let notes = notes::all(request, found, note).await?;
    let view = view! {
        {header::ways(found, beside)}
        {notice}
        {header::standing(request, found)}
        {header::withdrawal(request, found)}
        {header::verbs(request, found)}
        {payment}
        {items::all(request, found)}
        {parcels::all(request, found)}
        {refund::all(request, found)}
        {people::all(request, found)}
        {notes}
        {timeline}
    };
    let title = format!("Order {}", found.number());
    Ok(request.page_with(status, &title, view))
}

/// Does `verb` to the order `number` at once, and leads back to its page.
pub async fn at_once(
    request: &AdminRequest,
    number: &str,
    typed: &FormValues,
    verb: Verb,
    said: AdminFlash,
) -> Result<Response, AppError> {
    let found = match RequestedOrder::read(request, number, typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    match apply(request, &found, &verb, typed).await? {
        Ok(()) => Ok(found.back(said)),
        Err(why) => refused(request, number, typed, why).await,
    }
}

/// The order's page as it is now, with why nothing was done.
pub async fn refused(
    request: &AdminRequest,
    number: &str,
    typed: &FormValues,
    why: OrderActionError,
) -> Result<Response, AppError> {
    match RequestedOrder::read(request, number, typed).await? {
        Ok(found) => {
            let notice = found.refused(typed, why);
            show(request, &found, status_of(why), Some(notice), None).await
        }
        Err(missing) => Ok(missing),
    }
}

/// `POST /orders/{number}/paid`.
pub async fn post_paid(
    Extension(request): Extension<AdminRequest>,
    Path(number): Path<String>,
    typed: FormValues,
) -> Result<Response, AppError> {
    at_once(
        &request,
        &number,
        &typed,
        Verb::Pay(true),
        AdminFlash::OrderPaid,
    )
    .await
}
