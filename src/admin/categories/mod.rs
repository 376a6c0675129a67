//! Categories: their tree, one of them, and the order of products in it and on the home page.

mod detail;
mod history;
mod home;
mod order;
mod remove;
mod tree;

use super::{access::Access, route::Route, staff::role::Right};

/// Where the tree is.
const PATH: &str = "/categories";
/// Where the order of the home page is.
const HOME: &str = "/categories/home";

/// Where the category `id` is.
fn path_of(id: i64) -> String {
    format!("{PATH}/{id}")
}

/// The routes of the categories.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeProducts);
    const CHANGE: Access = Access::Right(Right::ChangeProducts);
    const REMOVE: Access = Access::Proved(Right::ChangeProducts);
    vec![
        Route::get(PATH, SEE, tree::page),
        Route::post(PATH, CHANGE, tree::post),
        Route::post("/categories/add", CHANGE, tree::post_add),
        Route::post(history::UNDO, CHANGE, history::post),
        Route::get(HOME, SEE, home::page),
        Route::post(HOME, CHANGE, home::post),
        Route::get("/categories/{id}", SEE, detail::page),
        Route::post("/categories/{id}", CHANGE, detail::post),
        Route::post("/categories/{id}/order", CHANGE, order::post),
        Route::get("/categories/{id}/delete", REMOVE, remove::page),
        Route::post("/categories/{id}/delete", REMOVE, remove::post),
    ]
}
