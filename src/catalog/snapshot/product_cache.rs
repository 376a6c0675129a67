//! Whole products that were read lately: lists of cards lack descriptions, options and how many are left.

use super::CatalogSnapshot;
use crate::{
    base::error::AppError,
    catalog::{Product, store},
};
use quick_cache::{Weighter, sync::Cache};
use sea_orm::ConnectionTrait;
use std::{
    collections::HashMap,
    sync::Arc,
    time::{Duration, Instant},
};

/// Most bytes of all products, as far as they can be told.
const MAX_BYTES: u64 = 16 * 1024 * 1024;
/// How many products that commonly is.
const EXPECTED: usize = 4_096;
/// How long it holds how many are left: as long as on a product's page.
const MOMENT: Duration = Duration::from_secs(1);

/// The products by id.
pub struct ProductCache(Cache<i64, CachedProduct, Bytes>);

#[derive(Clone)]
struct CachedProduct {
    product: Arc<Product>,
    sales: u64,
    since: Instant,
}

impl CatalogSnapshot {
    /// The products `ids` by id, with their stock of `sales` or later, and of a moment ago or later. What is not in
    /// memory is read, all in one go.
    pub async fn products(
        &self,
        db: &impl ConnectionTrait,
        sales: u64,
        ids: &[i64],
    ) -> Result<HashMap<i64, Arc<Product>>, AppError> {
        let (mut products, mut missing) = (HashMap::with_capacity(ids.len()), Vec::new());
        for id in ids {
            if let Some(draft) = self.draft(*id) {
                products.insert(*id, Arc::clone(draft));
                continue;
            }
            match self.products.0.get(id).filter(|kept| kept.holds(sales)) {
                Some(kept) => {
                    products.insert(*id, kept.product);
                }
                None => missing.push(*id),
            }
        }
        if missing.is_empty() {
            return Ok(products);
        }
        let since = Instant::now();
        for (id, product) in store::products(db, &missing).await? {
            let kept = CachedProduct {
                product: Arc::new(product),
                sales,
                since,
            };
            products.insert(id, Arc::clone(&kept.product));
            self.products.0.insert(id, kept);
        }
        Ok(products)
    }
}

impl CachedProduct {
    fn holds(&self, sales: u64) -> bool {
        self.sales == sales && self.since.elapsed() < MOMENT
    }
}

impl Default for ProductCache {
    fn default() -> Self {
        Self(Cache::with_weighter(EXPECTED, MAX_BYTES, Bytes))
    }
}

/// Weighs a product by its longest parts.
#[derive(Clone)]
struct Bytes;

impl Weighter<i64, CachedProduct> for Bytes {
    fn weight(&self, _: &i64, kept: &CachedProduct) -> u64 {
        let product = &kept.product;
        let text: usize = product.description.iter().map(|(_, text)| text.len()).sum();
        let choices: usize = product.options.iter().map(|it| it.choices.len()).sum();
        let parts = product.variations.len() * 300 + choices * 100 + product.images.len() * 150;
        u64::try_from(1_000 + text + parts).unwrap_or(u64::MAX)
    }
}
