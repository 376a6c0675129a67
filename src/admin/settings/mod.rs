//! The store's settings, screen by screen. Every setting is on one.

pub mod draft;
pub mod fields;
mod history;
mod sample;
pub mod save;
mod screen;
pub mod show;
mod sketch;

pub use screen::{SCREENS, Screen};

use super::router::Route;

/// The routes of every screen.
pub fn routes() -> Vec<Route> {
    SCREENS.iter().flat_map(screen::routes).collect()
}
