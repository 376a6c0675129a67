//! One product: everything there is to say of it, and what was changed.

mod copy_and_preview;
mod draft;
mod fields;
mod files;
mod from_form;
mod history;
mod lookups;
mod merge;
mod options_from_form;
mod paths;
mod remove;
mod save;
mod scheduled_prices;
mod show;
mod to_form;
mod variation_grid;

pub use draft::{name_of, publish};
pub use from_form::texts;
pub use lookups::{categories, in_order};
pub use paths::{NEW, path_of};
pub use show::languages;
pub use to_form::{Units, mark};

use super::{access::Access, route::Route, staff::role::Right};
use std::time::Duration;

/// Largest file that comes with a product, in bytes.
const MAX_SIZE: usize = 4 * 1024 * 1024 * 1024;
/// How long it may take to send one.
const PATIENCE: Duration = Duration::from_secs(4 * 60 * 60);

/// The routes of one product.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeProducts);
    const CHANGE: Access = Access::Right(Right::ChangeProducts);
    // It cannot be taken back.
    const REMOVE: Access = Access::Proved(Right::ChangeProducts);
    vec![
        Route::get(NEW, CHANGE, save::new_page),
        Route::post(NEW, CHANGE, save::post_new),
        Route::get("/products/{id}", SEE, save::page),
        Route::post("/products/{id}", CHANGE, save::post),
        Route::post("/products/{id}/draft", CHANGE, draft::post),
        Route::get("/products/{id}/history", SEE, history::page),
        Route::post("/products/{id}/undo", CHANGE, history::undo),
        Route::post("/products/{id}/plans", CHANGE, scheduled_prices::post),
        Route::post(
            "/products/{id}/plans/end",
            CHANGE,
            scheduled_prices::post_end,
        ),
        Route::post("/products/{id}/files", CHANGE, files::post).taking(MAX_SIZE, PATIENCE),
        Route::post("/products/{id}/files/remove", CHANGE, files::post_remove),
        Route::post("/products/{id}/copy", CHANGE, copy_and_preview::post_copy),
        Route::get("/products/{id}/delete", REMOVE, remove::page),
        Route::post("/products/{id}/delete", REMOVE, remove::post),
    ]
}
