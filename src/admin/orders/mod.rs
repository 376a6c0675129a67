//! The orders inbox: what came in, what is to be done with it, and doing it to many at once.

mod bulk;
mod csv_file;
mod filters;
pub mod labels;
mod list;
mod print;
pub mod query;
mod rows;
mod saved_filters;

use super::{access::Access, route::Route, staff::role::Right};

/// Most orders of one page, and of what is done to many at once.
const MAX: usize = 50;

/// Where `order` stands, in words.
pub fn standing(order: &crate::order::entity::order::Model) -> String {
    let payment = labels::payment(order.payment_status);
    format!(
        "{payment}, {}",
        labels::fulfillment(order.fulfillment_status)
    )
}

/// The routes of the inbox.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeOrders);
    const FULFIL: Access = Access::Right(Right::FulfilOrders);
    const MANAGE: Access = Access::Right(Right::ManageOrders);
    // Names, addresses and what they bought leave the shop.
    const EXPORT: Access = Access::Proved(Right::ExportOrders);
    vec![
        Route::get("/orders", SEE, list::page),
        Route::post("/orders/views", SEE, saved_filters::post),
        Route::post("/orders/views/remove", SEE, saved_filters::post_remove),
        Route::get("/orders/print", SEE, print::page),
        Route::get("/orders/paid", MANAGE, bulk::paid_page),
        Route::post("/orders/paid", MANAGE, bulk::post_paid),
        Route::get("/orders/shipped", FULFIL, bulk::shipped_page),
        Route::post("/orders/shipped", FULFIL, bulk::post_shipped),
        Route::get("/orders/export.csv", EXPORT, csv_file::get),
    ]
}
