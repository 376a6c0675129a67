//! What the pages of customers share.

use crate::{account::emails::EmailContext, admin::request::AdminRequest};
use axum::{http::StatusCode, response::Response};
use leptos::prelude::*;

/// Most customers of one page, and of what is done to many at once.
pub const MAX: usize = 50;

/// The address of the page of the customer `id`.
pub fn path(id: i64) -> String {
    format!("/customers/{id}")
}

/// The page, with status 404, for a customer who does not exist.
pub fn nobody(request: &AdminRequest) -> Response {
    let view = view! {
        <p>"There is no such customer: the account was deleted, or joined with another one."</p>
        <p><a href="/customers">"Back to the customers"</a></p>
    };
    request.page_with(StatusCode::NOT_FOUND, "No such customer", view)
}

/// Who writes to customers: the shop, in its own language.
pub fn email_context<'a>(request: &'a AdminRequest, origin: &'a str) -> EmailContext<'a> {
    EmailContext {
        language: request.state.shop.config.own_language(),
        shop: &request.state.shop.shop.name,
        origin,
        zone: &request.state.shop.config.time_zone,
    }
}

/// The way back to the page of the customer `id`.
pub fn way_back(id: i64) -> impl IntoView {
    view! { <p><a class="button button--plain" href=path(id)>"Back to the customer"</a></p> }
}
