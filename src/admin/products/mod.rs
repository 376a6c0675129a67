//! The list of products: found, sorted, changed in place, and many changed at once.

mod bulk;
mod categories;
mod changes;
mod changing;
mod fields;
mod filters;
mod list;
mod paths;
mod preview;
mod query;
mod row;
mod save;
mod tasks;

pub use categories::Categories;

use super::{access::Access, route::Route, staff::role::Right};
use paths::{BULK, CANCEL, CHANGE, CHANGES, PATH, PREVIEW, PROGRESS, STOCK, UNDO};

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
