//! Loading a snapshot from the database.

use super::{Assortment, Card, CatalogSnapshot, HOSTS, Orders, Tree, Versions, Viewer, at};
use crate::{
    base::error::AppError,
    catalog::{
        Product,
        search::{SlotSet, VocabularyBuilder},
        store,
    },
    content::{apps, pages},
    platform::videos::Host,
};
use imbl::OrdMap;
use roaring::RoaringBitmap;
use sea_orm::DatabaseConnection;
use std::collections::HashMap;
use tokio::sync::mpsc;

/// Products read at once.
const AT_ONCE: u64 = 1_000;

/// Products by the value of an attribute, or the choice of an option.
pub(super) type ByValue = OrdMap<Box<str>, OrdMap<Box<str>, SlotSet>>;

/// The snapshot of the catalogue as it is in `db`, and as `viewer` sees it.
pub async fn load(db: &DatabaseConnection, viewer: Viewer) -> Result<CatalogSnapshot, AppError> {
    // What changes meanwhile has a later version, and is taken over then.
    let versions = Versions::now(db).await?;
    let slugs = store::category_slugs(db).await?;
    let tree = Tree::new(store::categories(db).await?, &slugs, viewer);
    let mut loading = Loading::among(tree, viewer);
    let mut chunks = read_ahead(db.clone());
    while let Some(products) = chunks.recv().await {
        for (product, slug) in &products? {
            loading.take(product, slug);
        }
    }
    let (assortment, in_stock) = loading.finish();
    let (apps, tokens) = apps::all(db).await?;
    let assortment = Assortment {
        version: versions.catalog,
        apps: apps.into(),
        tokens: tokens.into(),
        pages: pages::listed(db).await?.into(),
        ..assortment
    };
    Ok(CatalogSnapshot {
        stock_version: versions.stock,
        changed_at: versions.changed_at,
        in_stock,
        assortment: assortment.into(),
        ..CatalogSnapshot::default()
    })
}

/// What is known of the products so far.
pub(super) struct Loading {
    assortment: Assortment,
    in_stock: RoaringBitmap,
    words: VocabularyBuilder,
    products_of: HashMap<i64, Vec<u32>>,
}

impl Loading {
    /// Nothing yet, among the categories of `tree`.
    pub(super) fn among(tree: Tree, viewer: Viewer) -> Self {
        Self {
            assortment: Assortment {
                tree,
                viewer,
                ..Assortment::default()
            },
            in_stock: RoaringBitmap::new(),
            words: VocabularyBuilder::default(),
            products_of: HashMap::new(),
        }
    }

    /// Takes a product in, if its viewer sees it. They come in order of the id.
    pub(super) fn take(&mut self, product: &Product, slug: &str) {
        if !self.assortment.viewer.sees(product) {
            return;
        }
        let slot = self.assortment.add(product, slug);
        self.words.put(product, slot);
        if product.is_in_stock() {
            self.in_stock.insert(slot);
        }
        for category in &product.categories {
            self.products_of.entry(*category).or_default().push(slot);
        }
    }

    /// Everything in its place, and what can be bought.
    pub(super) fn finish(self) -> (Assortment, RoaringBitmap) {
        let mut assortment = self.assortment;
        assortment.orders = Orders::of(&assortment.cards);
        let Orders { merchant, .. } = &assortment.orders;
        assortment
            .tree
            .fill(self.products_of, &assortment.cards, merchant);
        assortment.vocabulary = self.words.build();
        (assortment, self.in_stock)
    }
}

/// Every product with its slug, in order of the id; while one part is worked on, the next is read.
fn read_ahead(db: DatabaseConnection) -> mpsc::Receiver<Result<Vec<(Product, String)>, AppError>> {
    let (sender, chunks) = mpsc::channel(2);
    tokio::spawn(async move {
        let mut after = Some(0);
        while let Some(last) = after {
            let products = store::products_with_slugs(&db, last, AT_ONCE).await;
            after = products
                .as_ref()
                .ok()
                .and_then(|products| Some(products.last()?.0.id));
            if after.is_some() || products.is_err() {
                // Nobody listens any more: nobody needs it.
                if sender.send(products).await.is_err() {
                    break;
                }
            }
        }
    });
    chunks
}

impl Assortment {
    /// Puts `product` into a slot of its own, the last; its words, its categories and its place in the orders come
    /// later.
    pub(super) fn add(&mut self, product: &Product, slug: &str) -> u32 {
        let slot = u32::try_from(self.cards.len()).unwrap_or(u32::MAX);
        self.cards.push_back(Card::new(product, slug, &self.tree));
        self.by_id.insert(product.id, slot);
        self.all.insert(slot);
        if product.is_on_sale() {
            self.on_sale.insert(slot);
        }
        if !product.enabled {
            self.disabled.insert(slot);
        }
        self.note_videos(slot, product);
        if let Some(place) = product.featured {
            let featured = (place, product.id, slot);
            self.featured
                .insert(self.featured.partition_point(|it| *it < featured), featured);
        }
        if self.viewer == Viewer::Merchant {
            let unseen = product.attributes.iter().filter(|it| !it.shown);
            self.unseen
                .extend(unseen.map(|it| Box::<str>::from(it.name.as_str())));
        }
        let facts = product.attributes.iter();
        for fact in facts.filter(|it| it.shown && !it.value.is_empty()) {
            note(&mut self.attributes, &fact.name, &fact.value, slot);
        }
        for option in &product.options {
            for choice in &option.choices {
                note(&mut self.options, &option.name, &choice.text, slot);
            }
        }
        slot
    }

    /// Puts another card into `slot`, of a product that is in the same lists.
    pub(super) fn replace(&mut self, slot: u32, product: &Product, slug: &str) {
        self.cards
            .set(at(slot), Card::new(product, slug, &self.tree));
        if product.is_on_sale() {
            self.on_sale.insert(slot);
        } else {
            self.on_sale.remove(slot);
        }
        if product.enabled {
            self.disabled.remove(slot);
        } else {
            self.disabled.insert(slot);
        }
        self.note_videos(slot, product);
    }

    fn note_videos(&mut self, slot: u32, product: &Product) {
        let videos = product
            .images
            .iter()
            .filter_map(|it| it.video.as_ref()?.host());
        let hosts: Vec<Host> = videos.collect();
        for (host, slots) in HOSTS.iter().zip(&mut self.framed) {
            if hosts.contains(host) {
                slots.insert(slot);
            } else {
                slots.remove(slot);
            }
        }
    }
}

fn note(all: &mut ByValue, name: &str, value: &str, slot: u32) {
    let known = all.get_mut(name).and_then(|values| values.get_mut(value));
    match known {
        Some(products) => products.push(slot),
        None => {
            let values = all.entry(name.into()).or_default();
            values.insert(value.into(), SlotSet::One(slot));
        }
    }
}
