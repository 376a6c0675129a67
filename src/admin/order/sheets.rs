//! `GET /orders/{number}/credit-notes/{refund}`: a credit note, as its buyer sees it, to be printed.

use super::{
    super::{form_values::FormValues, request::AdminRequest},
    requested_order::RequestedOrder,
};
use crate::{
    base::error::AppError,
    order::invoice::credit_note::{self, CreditNoteView},
};
use axum::{Extension, extract::Path, http::StatusCode, response::Response};
use leptos::prelude::*;

/// `GET /orders/{number}/credit-notes/{refund}`.
pub async fn credit_note(
    Extension(request): Extension<AdminRequest>,
    Path((number, refund)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let typed = FormValues::read(request.query.as_bytes());
    let found = match RequestedOrder::read(&request, &number, &typed).await? {
        Ok(found) => found,
        Err(missing) => return Ok(missing),
    };
    let shop = &request.state.shop;
    let refund = refund.parse().unwrap_or_default();
    let note = credit_note::find(&shop.db.read, found.whole.order.id, refund).await?;
    let Some(note) = note else {
        let view = view! { <p>"There is no such credit note."</p>{found.way_back()} };
        return Ok(request.page_with(StatusCode::NOT_FOUND, "No such credit note", view));
    };
    let language = shop.config.language(note.language);
    let (own, seller) = (shop.config.own_language(), shop.config.shop());
    let zone = shop.config.time_zone.clone();
    // It is drawn by what stands around it, as in the shop.
    let sheet = move || {
        provide_context(own);
        provide_context(seller.clone());
        view! { <CreditNoteView note=note.clone() language zone=zone.clone()/> }
    };
    let view = view! {
        <p class="sheet__aside"><button class="button" type="button" data-print="">"Print"</button></p>
        <section class="sheet">{sheet}</section>
    };
    Ok(request.page("Credit note", view))
}
