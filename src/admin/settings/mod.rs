//! The store's settings as forms, screen by screen: shown, saved, kept as drafts, taken back.

pub mod draft;
mod history;
mod sample;
pub mod save;
pub mod show;

use super::{
    access::Access,
    form_values::FormValues,
    request::AdminRequest,
    route::Route,
    screens::{SCREENS, Screen},
};
use axum::Extension;

/// The routes of every screen.
pub fn routes() -> Vec<Route> {
    SCREENS.iter().flat_map(routes_of).collect()
}

fn routes_of(screen: &'static Screen) -> Vec<Route> {
    let page = move |request: Extension<AdminRequest>| show::page(request, screen);
    let post = move |request: Extension<AdminRequest>, typed: FormValues| {
        save::post(request, typed, screen)
    };
    let undo = move |request: Extension<AdminRequest>, typed: FormValues| {
        history::undo(request, typed, screen)
    };
    let mut routes = vec![
        Route::get(screen.path, Access::Right(screen.see), page),
        Route::post(screen.path, screen.change, post),
        Route::post(screen.undo, screen.change, undo),
    ];
    if screen.has_drafts() {
        let keep = move |request: Extension<AdminRequest>, typed: FormValues| {
            draft::post(request, typed, screen)
        };
        routes.push(Route::post(screen.draft, screen.change, keep));
    }
    routes
}
