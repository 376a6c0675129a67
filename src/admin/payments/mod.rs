//! Payments by providers: those that somebody is to look at, the one of an order, and the keys.

mod detail;
mod keys;
mod list;
mod paths;
mod reports;

pub use detail::of_order;
pub use paths::{KEYS, LIST};

use super::{access::Access, route::Route, staff::role::Right};
use paths::SEEN;

/// The routes of payments.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeOrders);
    const MANAGE: Access = Access::Right(Right::ManageOrders);
    // Whoever has a key can take money, or give it away.
    const SEE_KEYS: Access = Access::Right(Right::ManageKeys);
    const CHANGE_KEYS: Access = Access::Proved(Right::ManageKeys);
    vec![
        Route::get(LIST, SEE, list::page),
        Route::post(SEEN, MANAGE, reports::post),
        Route::get(KEYS, SEE_KEYS, keys::page),
        Route::post(KEYS, CHANGE_KEYS, keys::post),
        Route::post("/payments/keys/remove", CHANGE_KEYS, keys::post_remove),
        Route::post("/orders/{number}/payment", MANAGE, detail::post),
    ]
}
