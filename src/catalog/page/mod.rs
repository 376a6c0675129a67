//! Pages of the catalogue.

mod breadcrumbs;
pub mod buy_card;
pub mod card;
mod category;
mod category_grid;
mod context;
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

pub use context::{HomeFrame, PageContext};

use super::{
    slug::{self, CataloguePath},
    store,
};
use crate::{
    base::{error::AppError, url},
    ui::served::PageAnswer,
};

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
