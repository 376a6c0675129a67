//! Pages of the catalogue.

mod breadcrumbs;
mod card;
mod category;
mod category_grid;
mod facts;
mod filters;
mod gallery;
mod list;
pub mod menu;
mod options;
mod price_notes;
mod product;
mod product_view;
mod root;
mod search;
mod share;
pub mod suggest;
mod terms;

use super::{
    link::Links,
    shelf::Shelf,
    slug::{self, Named},
    store,
};
use crate::{
    base::error::AppError,
    request::context::Visit,
    ui::served::{Answer, Content},
};
use leptos::prelude::*;
use std::sync::Arc;

/// What every page of the catalogue is drawn from.
#[derive(Clone)]
struct Stage {
    shelf: Arc<Shelf>,
    links: Links,
    visit: Visit,
}

impl Stage {
    fn new(visit: &Visit) -> Self {
        Self {
            shelf: visit.state.catalog.shelf(),
            links: visit.state.links(),
            visit: visit.clone(),
        }
    }

    /// What `draw` draws for every visitor alike, drawn once a language for each `key`.
    fn drawn_once(&self, key: &str, draw: impl FnOnce() -> AnyView) -> Content {
        let language = self.visit.language;
        let shop = self.visit.state.shop.shown_in(language);
        Content::Written(
            self.shelf
                .written(&format!("{} {key}", language.code()), || {
                    Owner::new().with(|| {
                        provide_context(language);
                        provide_context(shop);
                        draw().to_html()
                    })
                }),
        )
    }

    fn per_page(&self) -> usize {
        usize::try_from(self.visit.state.config.products_per_page).unwrap_or(24)
    }
}

/// The store root.
pub async fn root(query: &str, visit: &Visit) -> Result<Answer, AppError> {
    // Hash URLs without a hash (`spec/pages.md` 3.2): an old shop's links by query.
    let asked = form_urlencoded::parse(query.as_bytes());
    for (name, value) in asked {
        if name == "store-page" {
            return Ok(Answer::Moved(format!(
                "/{}",
                crate::base::url::encoded(value.trim_matches('/'))
            )));
        }
    }
    Ok(category::page(0, query, Stage::new(visit)))
}

/// `/search?…`.
pub async fn search(query: &str, visit: &Visit) -> Result<Answer, AppError> {
    search::page(query, Stage::new(visit)).await
}

/// The product or category at `path`, at its one URL: others lead there.
pub async fn named(path: &str, query: &str, visit: &Visit) -> Result<Option<Answer>, AppError> {
    let Some(named) = slug::named(path) else {
        return Ok(None);
    };
    let stage = Stage::new(visit);
    let (is_product, id) = match named {
        Named::Product(id) => (true, id),
        Named::Category(id) => (false, id),
        Named::Slug(slug) => match store::slug(&visit.state.db.read, slug).await? {
            Some(row) => (row.is_product, row.target_id),
            None => return Ok(None),
        },
    };
    let canonical = if is_product {
        stage.shelf.card(id).map(|card| stage.links.product(card))
    } else {
        stage
            .shelf
            .tree
            .get(id)
            .map(|node| stage.links.category(node))
    };
    let Some(canonical) = canonical else {
        return Ok(None);
    };
    if crate::base::url::decoded(&canonical).as_deref() != Some(path) {
        let query = if query.is_empty() {
            String::new()
        } else {
            format!("?{query}")
        };
        return Ok(Some(Answer::Moved(canonical + &query)));
    }
    if is_product {
        product::page(id, query, stage).await
    } else {
        Ok(Some(category::page(id, query, stage)))
    }
}
