//! The catalogue as lists need it, in memory: cards, orders, and a bitmap for everything that
//! narrows a list, so that a list of a hundred thousand products costs what a list of a thousand does.
//!
//! A snapshot never changes. Whoever changes the catalogue raises its version, and every instance of
//! the shop then makes a new snapshot ([`Catalog`]) of what the old one shares with it and of the products
//! that changed (`apply`), or of everything where that is not known (`load`). What sells out or comes back
//! raises the version of the stock alone: the new snapshot then shares everything else with the old one.
//!
//! A product is known by its slot. When it is in other lists than before it gets a new one, at the end, and the old one
//! stays empty until everything is loaded anew: so no word and no value is looked through for what it holds no more.

mod api_filter;
mod apply;
mod card;
mod facets;
mod list;
mod load;
mod memo;
mod neighbours;
mod order;
mod product_cache;
#[cfg(test)]
mod properties;
mod related;
mod search;
mod texts;
mod tree;

pub use api_filter::ApiFilter;
pub use card::Card;
pub use facets::{Facet, Facets};
pub use list::{List, Scope};
pub use search::SearchMatches;
pub use tree::{Node, Tree};

use super::Product;
use crate::{
    base::error::AppError,
    catalog::search::Vocabulary,
    content::{
        apps::{App, Tokens},
        pages::PageLink,
    },
    platform::{db::Db, metrics, videos::Host},
};
use imbl::{OrdMap, OrdSet, Vector};
use load::ByValue;
use memo::Memo;
use order::{Order, Orders};
use product_cache::ProductCache;
use roaring::RoaringBitmap;
use sea_orm::{ConnectionTrait, Statement};
use std::{
    collections::{BTreeMap, HashMap},
    sync::{
        Arc, Mutex, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};
use texts::Texts;

/// Who looks at a catalogue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Viewer {
    /// Somebody who buys: what is disabled is not there.
    #[default]
    Shopper,
    /// The merchant, whose programs see everything.
    Merchant,
}

impl Viewer {
    fn sees(self, product: &Product) -> bool {
        product.enabled || self == Self::Merchant
    }
}

/// When the catalogue changed last, in UNIX seconds; 0 is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangedAt {
    /// A product, or whether it can be bought.
    pub products: i64,
    /// A category.
    pub categories: i64,
}

/// Who may play a product's video.
const HOSTS: [Host; 2] = [Host::Youtube, Host::Vimeo];

/// The catalogue at one version of it and of its stock.
#[derive(Default)]
pub struct CatalogSnapshot {
    /// Version of the stock.
    stock_version: i64,
    in_stock: RoaringBitmap,
    /// When it changed last.
    changed_at: ChangedAt,
    /// When products sold out or came back, by slot, as far as that is later than their cards.
    stock_changed_at: OrdMap<u32, i64>,
    assortment: Arc<Assortment>,
    lists: Memo<Arc<List>>,
    texts: Texts,
    products: ProductCache,
    /// Products that are seen as they are in draft: none but in a preview.
    drafts: Arc<HashMap<i64, Arc<Product>>>,
}

/// What of the catalogue no sale changes.
#[derive(Default)]
pub struct Assortment {
    /// Version of the catalogue.
    pub version: i64,
    /// Whose it is.
    viewer: Viewer,
    /// Categories that the viewer sees.
    pub tree: Tree,
    /// Words of the catalogue.
    pub vocabulary: Vocabulary,
    /// What apps publish to scripts: it changes as rarely as the catalogue.
    pub apps: Arc<BTreeMap<String, App>>,
    /// What apps may ask of the shop.
    pub tokens: Arc<Tokens>,
    /// The merchant's pages of text.
    pub pages: Arc<[PageLink]>,
    /// Products shown at the store root: place, id and slot, in order.
    featured: Vec<(i64, i64, u32)>,
    /// By slot; those of products that are gone are not in `all`.
    cards: Vector<Card>,
    by_id: OrdMap<i64, u32>,
    all: RoaringBitmap,
    on_sale: RoaringBitmap,
    /// Products that shoppers do not see.
    disabled: RoaringBitmap,
    /// Whose page has a video of `YouTube`, and whose one of Vimeo.
    framed: [RoaringBitmap; 2],
    attributes: ByValue,
    /// Names of attributes that some product has and does not show; shoppers' catalogues have none.
    unseen: OrdSet<Box<str>>,
    options: ByValue,
    orders: Orders,
    searches: Memo<Arc<SearchMatches>>,
    words: Memo<Arc<SearchMatches>>,
}

impl std::ops::Deref for CatalogSnapshot {
    type Target = Assortment;

    fn deref(&self) -> &Assortment {
        &self.assortment
    }
}

impl Assortment {
    /// The card of product `id`, if the viewer sees it.
    pub fn card(&self, id: i64) -> Option<&Card> {
        self.at(*self.by_id.get(&id)?)
    }

    /// The card in `slot`.
    pub fn at(&self, slot: u32) -> Option<&Card> {
        self.cards.get(at(slot))
    }

    /// The cards in `slots`.
    pub fn each<'a>(&'a self, slots: &'a [u32]) -> impl Iterator<Item = &'a Card> {
        slots.iter().filter_map(|slot| self.at(*slot))
    }

    /// Every card, in the merchant's order.
    pub fn cards(&self) -> impl ExactSizeIterator<Item = &Card> {
        self.orders
            .merchant
            .products
            .iter()
            .map(|slot| &self.cards[at(*slot)])
    }

    /// Names of attributes, in order: those that pages show, and those that only the merchant sees.
    pub fn attribute_names(&self) -> impl Iterator<Item = (&str, bool)> {
        let shown = self.attributes.keys().map(|name| (&**name, true));
        let unseen = self.unseen.iter().map(|name| &**name);
        let unseen = unseen.filter(|name| !self.attributes.contains_key(*name));
        shown.chain(unseen.map(|name| (name, false)))
    }

    /// The place of product `id` at the store root, from 0 on.
    pub fn featured_place(&self, id: i64) -> Option<usize> {
        self.featured.iter().position(|(_, it, _)| *it == id)
    }

    /// Who plays videos on pages of products.
    pub fn video_hosts(&self) -> impl Iterator<Item = Host> {
        let hosts = HOSTS.into_iter().zip(&self.framed);
        hosts.filter_map(|(host, slots)| (!slots.is_empty()).then_some(host))
    }

    /// Products shown at the store root, in order.
    pub fn featured(&self) -> Vec<u32> {
        self.featured.iter().map(|(.., slot)| *slot).collect()
    }
}

impl CatalogSnapshot {
    /// Its versions: of the catalogue, and of the stock.
    pub fn versions(&self) -> (i64, i64) {
        (self.version, self.stock_version)
    }

    /// Whether product `id` can be bought.
    pub fn is_in_stock(&self, id: i64) -> bool {
        let slot = self.by_id.get(&id);
        slot.is_some_and(|slot| self.in_stock.contains(*slot))
    }

    /// The text named `key`, which is the same for every visitor as long as the snapshot is: written once.
    pub fn written(&self, key: &str, write: impl FnOnce() -> String) -> Arc<str> {
        self.texts.get(key, write)
    }

    /// The product `id` as it is in draft, if this is a preview of that.
    pub fn draft(&self, id: i64) -> Option<&Arc<Product>> {
        self.drafts.get(&id)
    }

    /// When it changed last.
    pub fn changed_at(&self) -> ChangedAt {
        self.changed_at
    }

    /// A copy of the snapshot at the stock version of `now`; `changed` holds what sold out or came back since.
    fn with_stock<'a>(&self, now: &Versions, changed: impl Iterator<Item = &'a Product>) -> Self {
        let (mut in_stock, mut stirred) = (self.in_stock.clone(), self.stock_changed_at.clone());
        for product in changed {
            let Some(&slot) = self.by_id.get(&product.id) else {
                continue;
            };
            stirred.insert(slot, product.updated_at);
            if product.is_in_stock() {
                in_stock.insert(slot);
            } else {
                in_stock.remove(slot);
            }
        }
        Self {
            stock_version: now.stock,
            changed_at: now.changed_at,
            in_stock,
            stock_changed_at: stirred,
            assortment: Arc::clone(&self.assortment),
            ..Self::default()
        }
    }
}

/// Holds the current snapshot of the catalogue, shared by all requests.
#[derive(Clone, Default)]
pub struct Catalog {
    snapshot: Arc<RwLock<Arc<CatalogSnapshot>>>,
    /// Snapshots of before that somebody may still draw from.
    earlier: Arc<Mutex<Vec<Arc<CatalogSnapshot>>>>,
    sales: Arc<AtomicU64>,
}

impl Catalog {
    /// The catalogue as the database has it, and as `viewer` sees it.
    pub async fn open(db: &Db, viewer: Viewer) -> Result<Self, AppError> {
        let snapshot = load::load(&db.read, viewer).await?;
        Ok(Self {
            snapshot: Arc::new(RwLock::new(Arc::new(snapshot))),
            ..Self::default()
        })
    }

    /// The current snapshot.
    pub fn snapshot(&self) -> Arc<CatalogSnapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The catalogue as it would be with `drafts` in the place of the products that are stored. It is not kept up.
    pub async fn previewing(&self, db: &Db, drafts: Vec<Product>) -> Result<Self, AppError> {
        if drafts.is_empty() {
            return Ok(self.clone());
        }
        let next = self.snapshot().with_drafts(&db.read, drafts).await?;
        Ok(Self {
            snapshot: Arc::new(RwLock::new(Arc::new(next))),
            ..Self::default()
        })
    }

    /// How often something was sold here: a page that says how many are left is older then.
    pub fn sales(&self) -> u64 {
        self.sales.load(Ordering::Acquire)
    }

    /// Notes that something was sold, once that is stored.
    pub fn note_sale(&self) {
        self.sales.fetch_add(1, Ordering::Release);
    }

    /// Takes over what changed in the catalogue or its stock since the snapshot of now.
    pub async fn refresh(&self, db: &Db) -> Result<(), AppError> {
        let (present, now) = (self.snapshot(), Versions::now(&db.read).await?);
        let has_earlier = !self.earlier().is_empty();
        if (now.catalog, now.stock) == present.versions() && !has_earlier {
            return Ok(());
        }
        let (catalog, db, began) = (self.clone(), db.clone(), Instant::now());
        let runtime = tokio::runtime::Handle::current();
        // Beside the threads that answer requests: a large catalogue keeps a core for seconds.
        let made = tokio::task::spawn_blocking(move || {
            catalog.forget_earlier();
            if (now.catalog, now.stock) == present.versions() {
                return Ok(());
            }
            let next = runtime.block_on(present.renewed(&db.read, &now))?;
            catalog.put(next);
            metrics::catalog_refreshed(now.catalog, began.elapsed());
            Ok(())
        });
        made.await.map_err(|error| {
            tracing::error!(%error, "making a snapshot");
            AppError::Internal
        })?
    }

    fn put(&self, next: CatalogSnapshot) {
        let mut snapshot = self
            .snapshot
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        let before = std::mem::replace(&mut *snapshot, Arc::new(next));
        drop(snapshot);
        self.earlier().push(before);
    }

    /// Lets go of the snapshots of before that nobody draws from: where a request did, it would wait for a million
    /// cards to be freed.
    fn forget_earlier(&self) {
        let unused = |snapshot: &mut Arc<CatalogSnapshot>| Arc::strong_count(snapshot) == 1;
        let unused: Vec<_> = self.earlier().extract_if(.., unused).collect();
        drop(unused);
    }

    fn earlier(&self) -> std::sync::MutexGuard<'_, Vec<Arc<CatalogSnapshot>>> {
        self.earlier.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Versions {
    catalog: i64,
    stock: i64,
    changed_at: ChangedAt,
}

impl Versions {
    async fn now(db: &impl ConnectionTrait) -> Result<Self, AppError> {
        let sql = "SELECT version, stock_version, products_changed_at, categories_changed_at FROM catalog_version";
        let statement = Statement::from_string(db.get_database_backend(), sql);
        let row = db
            .query_one_raw(statement)
            .await?
            .ok_or(AppError::Internal)?;
        Ok(Self {
            catalog: row.try_get_by_index(0)?,
            stock: row.try_get_by_index(1)?,
            changed_at: ChangedAt {
                products: row.try_get_by_index(2)?,
                categories: row.try_get_by_index(3)?,
            },
        })
    }
}

/// A `u32` as the index it is.
fn at(slot: u32) -> usize {
    usize::try_from(slot).unwrap_or(usize::MAX)
}
