//! Where the shopper is and goes, told by the site and followed by the events.

use leptos::prelude::RwSignal;

/// Where the shopper is, for those who follow.
#[derive(Clone, Copy)]
pub struct Journey {
    /// Path and query of the page that is gone to.
    pub going: RwSignal<String>,
    /// The page that is there: its `Page` object as JSON.
    pub shown: RwSignal<String>,
}
