//! What places of stock are called.

use crate::{
    base::error::AppError,
    catalog::{
        Product,
        bulk::lines::label,
        store::{self, stock::StockPlace},
    },
};
use sea_orm::ConnectionTrait;
use std::collections::HashMap;

/// Products by their numbers, for the names of places.
pub struct Names {
    products: HashMap<i64, Product>,
    language: String,
}

impl Names {
    /// Those of `places`, in this language.
    pub async fn of(
        db: &impl ConnectionTrait,
        places: impl Iterator<Item = StockPlace>,
        language: &str,
    ) -> Result<Self, AppError> {
        let mut ids: Vec<i64> = places.map(|place| place.product).collect();
        ids.sort_unstable();
        ids.dedup();
        Ok(Self {
            products: store::products(db, &ids).await?,
            language: language.to_owned(),
        })
    }

    /// The product at `place`.
    pub fn product(&self, place: StockPlace) -> Option<&Product> {
        self.products.get(&place.product)
    }

    /// What `place` is called; what is gone is called by its number.
    pub fn name(&self, place: StockPlace) -> String {
        let Some(product) = self.product(place) else {
            return format!("Product {} (gone)", place.product);
        };
        let name = product.name.get(&self.language);
        match place.variation {
            None => name.to_owned(),
            Some(id) => match product.variations.iter().find(|it| it.id == id) {
                Some(variation) => format!("{name}, {}", label(variation)),
                None => format!("{name}, variation {id} (gone)"),
            },
        }
    }

    /// Its SKU, or that of its product.
    pub fn sku(&self, place: StockPlace) -> &str {
        let Some(product) = self.product(place) else {
            return "";
        };
        let variation = place
            .variation
            .and_then(|id| product.variations.iter().find(|it| it.id == id));
        match variation {
            Some(variation) if !variation.sku.is_empty() => &variation.sku,
            _ => &product.sku,
        }
    }

    /// How many are left there by now.
    pub fn left(&self, place: StockPlace) -> Option<i64> {
        let product = self.product(place)?;
        match place.variation {
            None => product.stock,
            Some(id) => product.variations.iter().find(|it| it.id == id)?.stock,
        }
    }
}
