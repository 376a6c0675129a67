//! Stock: why it is what it is, and counting what is on the shelves.

mod count;
mod csv_file;
mod history;
mod location_names;
mod review;
mod stocktakings;

use super::{access::Access, route::Route, staff::role::Right};

const PATH: &str = "/stock";
const EXPORT: &str = "/stock/export.csv";
const TAKES: &str = "/stock/takes";
const TAKE: &str = "/stock/take";
const REVIEW: &str = "/stock/take/review";
const APPLY: &str = "/stock/take/apply";
const DROP: &str = "/stock/take/drop";

/// The routes of stock.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeProducts);
    const COUNT: Access = Access::Right(Right::ChangeStock);
    vec![
        Route::get(PATH, SEE, history::page),
        Route::get(EXPORT, SEE, csv_file::get),
        Route::get(TAKES, COUNT, stocktakings::page),
        Route::post(TAKES, COUNT, stocktakings::post),
        Route::get(TAKE, COUNT, count::page),
        Route::post(TAKE, COUNT, count::post),
        Route::get(REVIEW, COUNT, review::page),
        Route::post(APPLY, COUNT, review::post_apply),
        Route::post(DROP, COUNT, review::post_drop),
    ]
}

/// Where it is counted in the stocktaking `id`.
fn take_path(id: i64) -> String {
    format!("{TAKE}?id={id}")
}

/// Where the stocktaking `id` is looked through.
fn review_path(id: i64) -> String {
    format!("{REVIEW}?id={id}")
}
