//! What buyers say of products, and which of it shoppers see.

mod list;
mod moderate;
mod paths;

pub use list::card;

use super::{access::Access, route::Route, staff::role::Right};
use paths::PATH;

/// The routes of the reviews.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeProducts);
    const CHANGE: Access = Access::Right(Right::ChangeProducts);
    vec![
        Route::get(PATH, SEE, list::page),
        Route::post(PATH, CHANGE, moderate::post),
    ]
}
