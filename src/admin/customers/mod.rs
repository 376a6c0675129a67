//! Customers: who they are, what they bought, and looking after their accounts.

pub mod addresses;
mod assign;
mod common;
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

use super::{access::Access, route::Route, staff::role::Right};

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
