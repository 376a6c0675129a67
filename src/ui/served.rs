//! What the server found at a path.

use crate::platform::images::Image;
use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use leptos::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;

/// What stands at a path.
pub enum PageAnswer {
    /// A page.
    Page(ServedPage),
    /// It is at this path, for good.
    Moved(String),
    /// This path is to be seen first.
    See(String),
}

/// A page to serve.
#[derive(Clone)]
pub struct ServedPage {
    /// Its title; empty for the store root, which has the shop's.
    pub title: String,
    /// Whether there is a page at all.
    pub found: bool,
    /// What it shows.
    pub content: PageContent,
    /// What it says of itself.
    pub about: About,
    /// The `Page` object for scripts (`spec/js-api.md` 2.4), but for `hasPrevious`, which the browser knows.
    pub page: Value,
    /// An order that was placed just now, for scripts.
    pub order: Option<Arc<Value>>,
}

/// What a page shows.
#[derive(Clone)]
pub enum PageContent {
    /// HTML that every visitor gets alike, and how long it may be kept.
    Written(Arc<str>, Freshness),
    /// Drawn for this visitor.
    Drawn(Arc<dyn Fn() -> AnyView + Send + Sync>),
}

/// A page in answer to a form, where the form stands: it is rendered there, and what was typed goes into
/// no URL.
#[derive(Clone)]
pub struct InPlace(pub ServedPage);

impl IntoResponse for InPlace {
    /// An answer that carries the page to the layer that renders it.
    fn into_response(self) -> Response {
        let mut response = StatusCode::OK.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// How long a page for everybody may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Until the version of the catalogue snapshot, or of its stock, changes.
    Catalog,
    /// Until the catalogue changes or something is sold, but at most a second, as the page says how many are left.
    Moment,
}

impl ServedPage {
    /// A page that `draw` draws; it is in no index unless it says more of itself.
    pub fn drawn(
        kind: &str,
        title: impl Into<String>,
        draw: impl Fn() -> AnyView + Send + Sync + 'static,
    ) -> Self {
        Self {
            title: title.into(),
            found: true,
            content: PageContent::Drawn(Arc::new(draw)),
            about: About::default(),
            page: json!({ "type": kind }),
            order: None,
        }
    }

    /// Sets the page's metadata.
    pub fn about(self, about: About) -> Self {
        Self { about, ..self }
    }

    /// Sets the page's `Page` object for scripts.
    pub fn page(self, page: Value) -> Self {
        Self { page, ..self }
    }
}

/// What a page says of itself.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// One sentence or two.
    pub description: String,
    /// Its path and query, as it wants to be linked to; empty if it wants to be in no index.
    pub canonical: Box<str>,
    /// Its path without a number, which scripts may want to show (`spec/config.md` 2); empty if it has none.
    pub slug: Box<str>,
    /// Its picture.
    pub image: Option<Box<Image>>,
    /// Whether it is a product.
    pub is_product: bool,
    /// Facts about it, as schema.org has them.
    pub facts: Box<[Value]>,
}
