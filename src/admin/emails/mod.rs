//! Every e-mail that the shop writes: what it looks like in each language, which words it is made of, and one to oneself.

mod kind;
mod kinds;
mod sample;
mod send;
mod show;
mod text_keys;

pub use kind::{EmailKind, Reader};
pub use kinds::kinds;

use super::{access::Access, route::Route, staff::role::Right};

/// Where they are listed.
pub const PATH: &str = "/emails";
/// Where one is shown.
const SHOW: &str = "/emails/show";
/// Where it is, as it arrives.
const HTML: &str = "/emails/html";
/// Where it is sent to whoever looks at it.
const SEND: &str = "/emails/send";

/// The routes.
pub fn routes() -> Vec<Route> {
    let see = Access::Right(Right::SeeSettings);
    vec![
        Route::get(PATH, see, show::list),
        Route::get(SHOW, see, show::page),
        Route::get(HTML, see, show::html),
        Route::post(SEND, see, send::post),
    ]
}
