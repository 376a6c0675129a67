//! One order: what was ordered, what became of it, and everything that a merchant does with it.

mod cancel;
mod correct;
mod emails;
mod events;
mod header;
mod items;
mod labels;
mod notes;
mod page;
mod parcels;
mod people;
mod refund;
mod refund_form;
mod requested_order;
mod send;
mod sheets;
mod timeline;
mod withdrawal;
mod write;

pub use events::sentence;
pub use refund::{needs_proof, proved};
pub use requested_order::RequestedOrder;

use super::{access::Access, route::Route, staff::role::Right};

/// The routes of one order.
pub fn routes() -> Vec<Route> {
    const SEE: Access = Access::Right(Right::SeeOrders);
    const FULFIL: Access = Access::Right(Right::FulfilOrders);
    const MANAGE: Access = Access::Right(Right::ManageOrders);
    vec![
        Route::get("/orders/{number}", SEE, page::page),
        Route::post("/orders/{number}/paid", MANAGE, page::post_paid),
        Route::get("/orders/{number}/send", FULFIL, send::page),
        Route::post("/orders/{number}/send", FULFIL, send::post),
        Route::post("/orders/{number}/unsend", FULFIL, send::post_unsend),
        Route::post("/orders/{number}/delivered", FULFIL, send::post_delivered),
        Route::get("/orders/{number}/cancel", MANAGE, cancel::page),
        Route::post("/orders/{number}/cancel", MANAGE, cancel::post),
        Route::get("/orders/{number}/refund", MANAGE, refund::page),
        Route::post("/orders/{number}/refund", MANAGE, refund::post),
        Route::get("/orders/{number}/correct", MANAGE, correct::page),
        Route::post("/orders/{number}/correct", MANAGE, correct::post),
        Route::post("/orders/{number}/notes", FULFIL, notes::post),
        Route::get("/orders/{number}/notes/{note}", FULFIL, notes::page),
        Route::post("/orders/{number}/notes/{note}", FULFIL, notes::post_change),
        Route::get("/orders/{number}/emails/{email}", SEE, emails::page),
        Route::post("/orders/{number}/resend", MANAGE, emails::post),
        Route::get("/orders/{number}/write", MANAGE, write::page),
        Route::post("/orders/{number}/write", MANAGE, write::post),
        Route::get("/orders/{number}/withdrawal", MANAGE, withdrawal::page),
        Route::post("/orders/{number}/withdrawal", MANAGE, withdrawal::post),
        Route::get(
            "/orders/{number}/credit-notes/{refund}",
            SEE,
            sheets::credit_note,
        ),
    ]
}
