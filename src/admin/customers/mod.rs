//! Customers: who they are, what they bought, and looking after their accounts.

pub mod addresses;
mod assign;
mod csv_file;
mod detail;
mod details_form;
mod filters;
mod groups;
mod guests;
mod list;
mod merge;
mod notes;
mod personal_data;
mod query;
mod reset;
mod sessions;
mod staff_access;

use super::{access::Access, request::AdminRequest, route::Route, staff::role::Right};
use crate::account::emails::EmailContext;
use axum::{http::StatusCode, response::Response};
use leptos::prelude::*;

/// Most customers of one page, and of what is done to many at once.
const MOST: usize = 50;

/// The routes of this room.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeCustomers);
    const MANAGE: Access = Access::Right(Right::ManageCustomers);
    // Somebody's whole life with the shop leaves it, ends, or is looked at with their eyes.
    const PROVED: Access = Access::Proved(Right::ManageCustomers);
    vec![
        Route::get("/customers", SEE, list::page),
        Route::get("/customers/export.csv", PROVED, csv_file::get),
        Route::get("/customers/group", MANAGE, assign::page),
        Route::post("/customers/group", MANAGE, assign::post),
        Route::get("/customers/groups", SEE, groups::page),
        Route::post("/customers/groups/add", MANAGE, groups::post_add),
        Route::post("/customers/groups/rename", MANAGE, groups::post_rename),
        Route::post("/customers/groups/remove", MANAGE, groups::post_remove),
        Route::get("/customers/{id}", SEE, detail::page),
        Route::post("/customers/{id}", MANAGE, details_form::post),
        Route::post("/customers/{id}/notes", MANAGE, notes::post),
        Route::post("/customers/{id}/notes/remove", MANAGE, notes::post_remove),
        Route::get("/customers/{id}/address", MANAGE, addresses::page),
        Route::post("/customers/{id}/address", MANAGE, addresses::post),
        Route::post(
            "/customers/{id}/address/remove",
            MANAGE,
            addresses::post_remove,
        ),
        Route::post(
            "/customers/{id}/address/default",
            MANAGE,
            addresses::post_default,
        ),
        Route::post("/customers/{id}/sessions/end", MANAGE, sessions::post_end),
        Route::post("/customers/{id}/reset", MANAGE, reset::post),
        Route::get("/customers/{id}/join", PROVED, merge::page),
        Route::post("/customers/{id}/join", PROVED, merge::post),
        Route::get("/customers/{id}/data.json", PROVED, personal_data::json),
        Route::get("/customers/{id}/data.html", PROVED, personal_data::html),
        Route::get("/customers/{id}/delete", PROVED, personal_data::delete_page),
        Route::post("/customers/{id}/delete", PROVED, personal_data::post_delete),
        Route::post("/customers/{id}/keep", MANAGE, personal_data::post_keep),
        Route::post("/customers/{id}/visit", PROVED, staff_access::post),
    ]
}

/// The address of the page of the customer `id`.
fn path(id: i64) -> String {
    format!("/customers/{id}")
}

/// The page for whoever asks for a customer who is not there.
fn nobody(asked: &AdminRequest) -> Response {
    let view = view! {
        <p>"There is no such customer: the account was deleted, or joined with another one."</p>
        <p><a href="/customers">"Back to the customers"</a></p>
    };
    asked.page_with(StatusCode::NOT_FOUND, "No such customer", view)
}

/// Who writes to customers: the shop, in its own language.
fn email_context<'a>(asked: &'a AdminRequest, origin: &'a str) -> EmailContext<'a> {
    EmailContext {
        language: asked.state.shop.config.own_language(),
        shop: &asked.state.shop.shop.name,
        origin,
        zone: &asked.state.shop.config.time_zone,
    }
}

/// The way back to the page of the customer `id`.
fn way_back(id: i64) -> impl IntoView {
    view! { <p><a class="button button--plain" href=path(id)>"Back to the customer"</a></p> }
}
