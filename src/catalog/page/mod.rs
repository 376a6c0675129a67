//! Pages of the catalogue.

mod breadcrumbs;
pub mod buy_card;
pub mod card;
mod category;
mod category_grid;
mod delivery_time;
mod filters;
mod gallery;
mod heart;
mod list;
pub mod menu;
mod options;
mod page_object;
mod price_notes;
mod product;
pub mod product_rows;
mod product_view;
mod rating;
mod reviews;
mod root;
mod search;
mod share;
pub mod suggest;
mod terms;

use super::{
    link::Links,
    slug::{self, CataloguePath},
    snapshot::CatalogSnapshot,
    store,
};
use crate::{
    base::{error::AppError, url},
    platform::{config::Section, services::Services},
    text::Language,
    ui::served::{Freshness, PageAnswer, PageContent},
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
    fn drawn_once(&self, key: &str, draw: impl FnOnce() -> AnyView) -> PageContent {
        let (language, settings) = (self.language.code(), self.services.settings_version);
        let key = format!("{language} {settings} {key}");
        let html = self.snapshot.written(&key, || self.drawn(draw));
        PageContent::Written(html, Freshness::Catalog)
    }

    /// The HTML of what `draw` draws for every visitor alike.
    fn drawn(&self, draw: impl FnOnce() -> AnyView) -> String {
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

    fn per_page(&self) -> usize {
        usize::try_from(self.services.config.products_per_page).unwrap_or(24)
    }
}

/// The store root.
pub fn root(query: &str, page_context: PageContext, home: HomeFrame) -> PageAnswer {
    // Hash URLs without a hash (`spec/pages.md` 3.2): an old shop's links by query.
    let asked = form_urlencoded::parse(query.as_bytes());
    for (name, value) in asked {
        if name == "store-page" {
            return PageAnswer::Moved(format!("/{}", url::encoded(value.trim_matches('/'))));
        }
    }
    category::page(0, query, page_context, Some(home))
}

/// `/search?…`.
pub fn search(query: &str, page_context: PageContext) -> PageAnswer {
    search::page(query, page_context)
}

/// The product or category at `path`, at its one URL: others lead there.
pub async fn named(
    path: &str,
    query: &str,
    page_context: PageContext,
) -> Result<Option<PageAnswer>, AppError> {
    let Some((found, canonical)) = found(path, &page_context).await? else {
        return Ok(None);
    };
    if url::decoded(&canonical).as_deref() != Some(path) {
        return Ok(Some(PageAnswer::Moved(url::asked(&canonical, query))));
    }
    match found {
        Found::Product(id) => product::page(id, query, page_context).await,
        Found::Category(id) => Ok(Some(category::page(id, query, page_context, None))),
    }
}

/// The one URL of the product or category at `path`, if there is one.
pub async fn address(path: &str, page_context: &PageContext) -> Result<Option<String>, AppError> {
    Ok(found(path, page_context).await?.map(|(_, url)| url))
}

enum Found {
    Product(i64),
    Category(i64),
}

/// What is at `path`, and its one URL.
async fn found(
    path: &str,
    page_context: &PageContext,
) -> Result<Option<(Found, String)>, AppError> {
    let Some(named) = slug::named(path) else {
        return Ok(None);
    };
    let found = match named {
        CataloguePath::Product(id) => Found::Product(id),
        CataloguePath::Category(id) => Found::Category(id),
        CataloguePath::Slug(slug) => match store::slug(&page_context.services.db.read, slug).await?
        {
            Some(row) if row.is_product => Found::Product(row.target_id),
            Some(row) => Found::Category(row.target_id),
            None => return Ok(None),
        },
    };
    let (snapshot, links) = (&page_context.snapshot, page_context.links);
    let canonical = match found {
        Found::Product(id) => snapshot.card(id).map(|card| links.product(card)),
        Found::Category(id) => snapshot.tree.get(id).map(|node| links.category(node)),
    };
    Ok(canonical.map(|canonical| (found, canonical)))
}
