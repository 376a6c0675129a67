//! The way from an empty shop to one that sells, in steps that one may skip.

mod address;
mod email;
mod file;
mod legal;
mod product;
mod progress;
mod step;

pub use progress::{bar, left};
pub use step::SCREENS;

use super::{access::Access, route::Route, staff::role::Right};

/// The routes of every step.
pub fn routes() -> Vec<Route> {
    let may = Access::Right(Right::ChangeSettings);
    let mut routes = vec![
        Route::get("/guide", may, progress::page),
        Route::post("/guide/skip", may, progress::skip),
        Route::get("/guide/products", may, product::page),
        Route::post("/guide/products", may, product::post),
        Route::get("/guide/legal", may, legal::page),
        Route::post("/guide/legal", may, legal::post),
        Route::get("/guide/email", may, email::page),
        Route::post("/guide/email", may, email::post),
        Route::get("/guide/address", may, address::page),
        Route::post("/guide/address", may, address::post),
    ];
    routes.extend(SCREENS.iter().flat_map(step::routes));
    routes
}
