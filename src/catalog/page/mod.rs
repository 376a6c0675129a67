//! Pages of the catalogue.

mod breadcrumbs;
mod card;
mod category;
mod category_grid;
mod delivery_time;
mod facts;
mod filters;
mod gallery;
mod list;
pub mod menu;
mod options;
mod price_notes;
mod product;
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
    slug::{self, Named},
    snapshot::CatalogSnapshot,
    store,
};
use crate::{
    base::{error::AppError, language::Language, url},
    platform::services::Services,
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

/// What the shop says around its catalogue at the store root.
#[derive(Clone, Copy)]
pub struct HomeFrame {
    /// Above it.
    pub above: fn() -> AnyView,
    /// Below it.
    pub below: fn() -> AnyView,
}

impl PageContext {
    /// What `draw` draws for every visitor alike, drawn once a language for each `key`.
    fn drawn_once(&self, key: &str, draw: impl FnOnce() -> AnyView) -> PageContent {
        let key = format!("{} {key}", self.language.code());
        let html = self.snapshot.written(&key, || self.drawn(draw));
        PageContent::Written(html, Freshness::Catalog)
    }

    /// The HTML of what `draw` draws for every visitor alike.
    fn drawn(&self, draw: impl FnOnce() -> AnyView) -> String {
        let language = self.language;
        let shop = self.services.shop.shown_in(language);
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
    let Some(named) = slug::named(path) else {
        return Ok(None);
    };
    let (is_product, id) = match named {
        Named::Product(id) => (true, id),
        Named::Category(id) => (false, id),
        Named::Slug(slug) => match store::slug(&page_context.services.db.read, slug).await? {
            Some(row) => (row.is_product, row.target_id),
            None => return Ok(None),
        },
    };
    let canonical = if is_product {
        page_context
            .snapshot
            .card(id)
            .map(|card| page_context.links.product(card))
    } else {
        page_context
            .snapshot
            .tree
            .get(id)
            .map(|node| page_context.links.category(node))
    };
    let Some(canonical) = canonical else {
        return Ok(None);
    };
    if url::decoded(&canonical).as_deref() != Some(path) {
        let query = if query.is_empty() {
            String::new()
        } else {
            format!("?{query}")
        };
        return Ok(Some(PageAnswer::Moved(canonical + &query)));
    }
    if is_product {
        product::page(id, query, page_context).await
    } else {
        Ok(Some(category::page(id, query, page_context, None)))
    }
}
