//! The part of the running shop that answers programs.

use super::{limits::Limits, widget_pages::PageAt};
use crate::{
    base::error::AppError,
    catalog::snapshot::{Catalog, CatalogSnapshot, Viewer},
    request::state::AppState,
};
use std::{ops::Deref, sync::Arc};
use tokio::sync::{Mutex, OnceCell};

/// The shop, and what only programs need of it.
#[derive(Clone)]
pub struct RestState(Arc<Inner>);

/// Contents of [`RestState`].
pub struct Inner {
    /// The shop.
    pub shop: AppState,
    /// How often each token asked.
    pub limits: Limits,
    /// What stands at a path of the shop.
    pub pages: PageAt,
    merchants: OnceCell<Catalog>,
    one_at_a_time: Mutex<()>,
}

impl RestState {
    /// For `shop`, whose pages are at the paths that `pages` knows.
    pub fn new(shop: AppState, pages: PageAt) -> Self {
        Self(Arc::new(Inner {
            shop,
            pages,
            limits: Limits::default(),
            merchants: OnceCell::new(),
            one_at_a_time: Mutex::new(()),
        }))
    }

    /// The catalogue as the merchant sees it, up to date: loaded when it is first asked for, so that a shop that no
    /// program asks keeps one in memory.
    pub async fn merchants_catalog(&self) -> Result<Arc<CatalogSnapshot>, AppError> {
        let db = &self.shop.db;
        let open = || Catalog::open(db, Viewer::Merchant);
        let catalog = self.merchants.get_or_try_init(open).await?;
        let _turn = self.one_at_a_time.lock().await;
        catalog.refresh(db).await?;
        Ok(catalog.snapshot())
    }
}

impl Deref for RestState {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
