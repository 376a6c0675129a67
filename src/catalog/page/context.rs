//! What pages of the catalogue are drawn from.

use crate::{
    catalog::{link::Links, snapshot::CatalogSnapshot},
    platform::{config::Section, services::Services},
    text::Language,
    ui::served::{Freshness, PageContent},
};
use leptos::prelude::*;
use std::sync::Arc;

/// What every page of the catalogue is drawn from.
#[derive(Clone)]
pub struct PageContext {
    /// The catalogue.
    pub snapshot: Arc<CatalogSnapshot>,
    /// How its URLs are written.
    pub links: Links,
    /// The shop's services.
    pub services: Services,
    /// Language of the page.
    pub language: Language,
    /// Scheme and host of the shop.
    pub origin: String,
}

/// How sections of the store root are drawn that are not the catalogue's.
#[derive(Clone, Copy)]
pub struct HomeFrame {
    /// A section of words and pictures, with its id in the page.
    pub words: fn(Section, String) -> AnyView,
}

impl PageContext {
    /// What `draw` draws for every visitor alike, drawn once a language for each `key`.
    pub(super) fn drawn_once(&self, key: &str, draw: impl FnOnce() -> AnyView) -> PageContent {
        let (language, settings) = (self.language.code(), self.services.settings_version);
        let key = format!("{language} {settings} {key}");
        let html = self.snapshot.written(&key, || self.drawn(draw));
        PageContent::Written(html, Freshness::Catalog)
    }

    /// The HTML of what `draw` draws for every visitor alike.
    pub(super) fn drawn(&self, draw: impl FnOnce() -> AnyView) -> String {
        let language = self.language;
        let shop = self.services.shop.shown_in(language.numbers());
        // A root of its own: nothing of a page that is drawn on the same thread is seen here.
        let owner = Owner::new_root(None);
        let html = owner.with(|| {
            provide_context(language);
            provide_context(shop);
            provide_context(self.services.config.reviews);
            draw().to_html()
        });
        owner.unset_with_forced_cleanup();
        html
    }

    /// How many products a page of a list has.
    pub(super) fn per_page(&self) -> usize {
        usize::try_from(self.services.config.products_per_page).unwrap_or(24)
    }
}
