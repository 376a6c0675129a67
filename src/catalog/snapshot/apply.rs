//! Taking over what changed, instead of loading everything anew.

use super::{Assortment, CatalogSnapshot, Orders, Versions, card::imprint, load, order::Moves};
use crate::{
    base::error::AppError,
    catalog::{Product, store},
    content::{apps, pages, version},
};
use roaring::RoaringBitmap;
use sea_orm::{ConnectionTrait, DatabaseConnection};
use std::{collections::HashMap, sync::Arc};

/// Products that may change before everything is loaded anew, in a small shop.
const FEW: u64 = 64;
/// And in a large one: each part of so many.
const PART: u64 = 20;

impl CatalogSnapshot {
    /// The snapshot as the database has it at the versions `now`.
    pub(super) async fn renewed(
        &self,
        db: &DatabaseConnection,
        now: &Versions,
    ) -> Result<Self, AppError> {
        if now.catalog == self.version {
            return self.at_stock(db, now).await;
        }
        let known = version::changed_products(db, self.version, now.catalog, self.room()).await?;
        let Some(ids) = known else {
            return load::load(db, self.viewer).await;
        };
        let products = store::changed(db, &ids).await?;
        let (assortment, in_stock) = self.with_products(&ids, &products);
        let (apps, tokens) = apps::all(db).await?;
        let assortment = Assortment {
            version: now.catalog,
            apps: apps.into(),
            tokens: tokens.into(),
            pages: pages::listed(db).await?.into(),
            ..assortment
        };
        let next = Self {
            stock_version: self.stock_version,
            in_stock,
            stock_changed_at: self.stock_changed_at.clone(),
            assortment: assortment.into(),
            ..Self::default()
        };
        next.at_stock(db, now).await
    }

    async fn at_stock(&self, db: &DatabaseConnection, now: &Versions) -> Result<Self, AppError> {
        let sold = if now.stock == self.stock_version {
            HashMap::new()
        } else {
            store::stock_changes(db, self.stock_version).await?
        };
        Ok(self.with_stock(now, sold.values()))
    }

    /// A copy of the snapshot with `drafts` in place of the stored products.
    pub(super) async fn with_drafts(
        &self,
        db: &impl ConnectionTrait,
        drafts: Vec<Product>,
    ) -> Result<Self, AppError> {
        let ids: Vec<i64> = drafts.iter().map(|it| it.id).collect();
        let mut products = store::changed(db, &ids).await?;
        for draft in drafts {
            let id = draft.id;
            products.entry(id).and_modify(|(stored, _)| *stored = draft);
        }
        let (assortment, in_stock) = self.with_products(&ids, &products);
        let drafts = products.into_iter();
        let drafts = drafts.map(|(id, (product, _))| (id, Arc::new(product)));
        Ok(Self {
            stock_version: self.stock_version,
            changed_at: self.changed_at,
            in_stock,
            stock_changed_at: self.stock_changed_at.clone(),
            assortment: assortment.into(),
            drafts: Arc::new(drafts.collect()),
            ..Self::default()
        })
    }

    /// How many more products may change: each that is in other lists than before leaves an empty slot.
    fn room(&self) -> u64 {
        let slots = u64::try_from(self.cards.len()).unwrap_or(u64::MAX);
        let empty = slots - self.all.len();
        (self.all.len() / PART).max(FEW).saturating_sub(empty)
    }

    /// What the snapshot is when the products `ids` are as in `products`, each with its slug, or not there.
    pub(super) fn with_products(
        &self,
        ids: &[i64],
        products: &HashMap<i64, (Product, String)>,
    ) -> (Assortment, RoaringBitmap) {
        let (mut next, mut in_stock) = (self.assortment.successor(), self.in_stock.clone());
        let mut moves = Moves::default();
        for id in ids {
            let slot = next.by_id.get(id).copied();
            let product = products
                .get(id)
                .filter(|(product, _)| next.viewer.sees(product));
            let Some((product, slug)) = product else {
                if let Some(slot) = slot {
                    next.by_id.remove(id);
                    moves.gone.insert(slot);
                }
                continue;
            };
            let slot = match slot.filter(|slot| next.is_in_the_lists_of(*slot, product)) {
                Some(slot) => {
                    next.replace(slot, product, slug);
                    moves.replaced.push(slot);
                    slot
                }
                None => {
                    moves.gone.extend(slot);
                    let slot = next.add(product, slug);
                    next.vocabulary.put(product, slot);
                    moves.fresh.push(slot);
                    slot
                }
            };
            if product.is_in_stock() {
                in_stock.insert(slot);
            } else {
                in_stock.remove(slot);
            }
        }
        in_stock -= &moves.gone;
        next.settle(&self.assortment, &moves, products);
        (next, in_stock)
    }
}

impl Assortment {
    /// A copy that shares all its data and begins with empty caches.
    fn successor(&self) -> Self {
        Self {
            version: self.version,
            viewer: self.viewer,
            tree: self.tree.clone(),
            vocabulary: self.vocabulary.clone(),
            apps: self.apps.clone(),
            tokens: self.tokens.clone(),
            pages: self.pages.clone(),
            featured: self.featured.clone(),
            cards: self.cards.clone(),
            by_id: self.by_id.clone(),
            all: self.all.clone(),
            on_sale: self.on_sale.clone(),
            disabled: self.disabled.clone(),
            framed: self.framed.clone(),
            attributes: self.attributes.clone(),
            unseen: self.unseen.clone(),
            options: self.options.clone(),
            orders: self.orders.clone(),
            ..Self::default()
        }
    }

    /// Whether `product` is in the same lists as the one in `slot`, and found by the same words.
    fn is_in_the_lists_of(&self, slot: u32, product: &Product) -> bool {
        let there = self.at(slot);
        there.is_some_and(|there| there.imprint == imprint(product))
    }

    /// Brings the orders and the categories up to what moved since `before`.
    fn settle(&mut self, before: &Self, moves: &Moves, products: &HashMap<i64, (Product, String)>) {
        self.all -= &moves.gone;
        self.on_sale -= &moves.gone;
        self.disabled -= &moves.gone;
        for slots in &mut self.framed {
            *slots -= &moves.gone;
        }
        self.featured
            .retain(|(.., slot)| !moves.gone.contains(*slot));
        self.orders = self.orders.after(moves, &before.cards, &self.cards);
        self.tree.take_out(&moves.gone);
        for slot in &moves.fresh {
            let product = self.at(*slot).and_then(|card| products.get(&card.id));
            let categories = product.map(|(product, _)| product.categories.clone());
            let Orders { merchant, .. } = &self.orders;
            self.tree.put_in(
                *slot,
                &categories.unwrap_or_default(),
                &self.cards,
                merchant,
            );
        }
    }
}
