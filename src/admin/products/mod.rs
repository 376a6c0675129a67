//! The list of products: found, sorted, changed in place, and many changed at once.

mod bulk;
mod categories;
mod changes;
mod changing;
mod fields;
mod filters;
mod list;
mod preview;
mod query;
mod row;
mod save;
mod tasks;

pub use categories::Categories;

use super::{access::Access, route::Route, staff::role::Right};

/// Most products of one page.
const MOST: usize = 100;

const PATH: &str = "/products";
const STOCK: &str = "/products/stock";
const BULK: &str = "/products/bulk";
const PREVIEW: &str = "/products/bulk/preview";
const CHANGES: &str = "/products/changes";
const CHANGE: &str = "/products/changes/one";
const PROGRESS: &str = "/products/changes/progress";
const CANCEL: &str = "/products/changes/cancel";
const UNDO: &str = "/products/changes/undo";

/// The routes of the list.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeProducts);
    const CHANGE_THEM: Access = Access::Right(Right::ChangeProducts);
    // Who only counts sends a form of its own, in which nothing else is.
    const COUNT: Access = Access::Right(Right::ChangeStock);
    vec![
        Route::get(PATH, SEE, list::page),
        Route::post(PATH, CHANGE_THEM, save::post),
        Route::post(STOCK, COUNT, save::post_stock),
        Route::get(BULK, CHANGE_THEM, bulk::page),
        Route::get(PREVIEW, CHANGE_THEM, preview::page),
        Route::post(BULK, CHANGE_THEM, preview::post),
        Route::get(CHANGES, CHANGE_THEM, changes::page),
        Route::get(CHANGE, CHANGE_THEM, changes::one),
        Route::get(PROGRESS, CHANGE_THEM, tasks::progress),
        Route::post(CANCEL, CHANGE_THEM, tasks::cancel),
        Route::post(UNDO, CHANGE_THEM, changes::post_undo),
    ]
}

/// Where the change `id` is shown.
fn change_path(id: i64) -> String {
    format!("{CHANGE}?id={id}")
}
