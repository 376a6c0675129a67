//! The catalogue as lists need it, in memory: cards, orders, and a bitmap for everything that
//! narrows a list, so that a list of a hundred thousand products costs what a list of a thousand does.
//!
//! A snapshot never changes. Whoever changes the catalogue raises its version, and every instance of
//! the shop then stocks a new snapshot ([`Catalog`]). What sells out or comes back raises the version of
//! the stock alone: the new snapshot then shares everything else with the old one.

mod card;
mod facets;
mod found;
mod list;
mod memo;
mod stock;
mod texts;
mod tree;

pub use card::Card;
pub use facets::{Facet, Facets};
pub use found::Found;
pub use list::{List, Scope};
pub use tree::{Node, Tree};

use super::{Product, filter::Sort, store};
use crate::{
    base::error::AppError,
    catalog::search::Vocabulary,
    content::{apps::App, pages::Listed},
    platform::db::Db,
};
use memo::Memo;
use roaring::RoaringBitmap;
use sea_orm::{ConnectionTrait, Statement};
use std::{
    collections::{BTreeMap, HashMap},
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};
use texts::Texts;

/// Products by the value of an attribute, or the choice of an option.
type ByValue = BTreeMap<Box<str>, BTreeMap<Box<str>, RoaringBitmap>>;

/// The catalogue at one version of it and of its stock.
#[derive(Default)]
pub struct CatalogSnapshot {
    /// Version of the stock.
    stock_version: i64,
    /// Products that shoppers see, in the merchant's order.
    pub cards: Vec<Arc<Card>>,
    in_stock: RoaringBitmap,
    assortment: Arc<Assortment>,
    lists: Memo<Arc<List>>,
    texts: Texts,
}

/// What of the catalogue no sale changes.
#[derive(Default)]
pub struct Assortment {
    /// Version of the catalogue.
    pub version: i64,
    /// Categories that shoppers see.
    pub tree: Tree,
    /// Words of the catalogue.
    pub vocabulary: Vocabulary,
    /// What apps publish to scripts: it changes as rarely as the catalogue.
    pub apps: Arc<BTreeMap<String, App>>,
    /// The merchant's pages of text.
    pub pages: Arc<[Listed]>,
    /// Products shown at the store root, in order.
    pub featured: Vec<u32>,
    by_id: HashMap<i64, u32>,
    all: RoaringBitmap,
    on_sale: RoaringBitmap,
    attributes: ByValue,
    options: ByValue,
    orders: HashMap<Sort, Order>,
    searches: Memo<Arc<Found>>,
    words: Memo<Arc<Found>>,
}

impl std::ops::Deref for CatalogSnapshot {
    type Target = Assortment;

    fn deref(&self) -> &Assortment {
        &self.assortment
    }
}

/// An order of all products.
struct Order {
    /// Products in it.
    products: Vec<u32>,
    /// Place of each product.
    places: Vec<u32>,
}

impl CatalogSnapshot {
    /// Its versions: of the catalogue, and of the stock.
    pub fn versions(&self) -> (i64, i64) {
        (self.version, self.stock_version)
    }

    /// The card of product `id`, if shoppers see it.
    pub fn card(&self, id: i64) -> Option<&Card> {
        self.at(*self.by_id.get(&id)?)
    }

    /// The card at `index`.
    pub fn at(&self, index: u32) -> Option<&Card> {
        Some(self.cards.get(usize::try_from(index).ok()?)?)
    }

    /// The cards at `indexes`.
    pub fn each<'a>(&'a self, indexes: &'a [u32]) -> impl Iterator<Item = &'a Card> {
        indexes.iter().filter_map(|index| self.at(*index))
    }

    /// The text named `key`, which is the same for every visitor as long as the snapshot is: written once.
    pub fn written(&self, key: &str, write: impl FnOnce() -> String) -> Arc<str> {
        self.texts.get(key, write)
    }

    /// The same snapshot at `stock_version`, where `changed` is what sold out or came back since.
    fn with_stock(&self, stock_version: i64, changed: impl Iterator<Item = Product>) -> Self {
        let (mut cards, mut in_stock) = (self.cards.clone(), self.in_stock.clone());
        for product in changed {
            let Some(&index) = self.by_id.get(&product.id) else {
                continue;
            };
            if let Some(card) = cards.get_mut(stock::at(index)) {
                Arc::make_mut(card).in_stock = product.is_in_stock();
            }
            if product.is_in_stock() {
                in_stock.insert(index);
            } else {
                in_stock.remove(index);
            }
        }
        Self {
            stock_version,
            cards,
            in_stock,
            assortment: Arc::clone(&self.assortment),
            ..Self::default()
        }
    }

    fn indexes(&self, ids: &[i64]) -> RoaringBitmap {
        ids.iter().filter_map(|id| self.by_id.get(id)).collect()
    }
}

/// The snapshot of now.
#[derive(Clone, Default)]
pub struct Catalog {
    snapshot: Arc<RwLock<Arc<CatalogSnapshot>>>,
    sales: Arc<AtomicU64>,
}

impl Catalog {
    /// The catalogue as the database has it.
    pub async fn open(db: &Db) -> Result<Self, AppError> {
        let snapshot = stock::load(&db.read).await?;
        Ok(Self {
            snapshot: Arc::new(RwLock::new(Arc::new(snapshot))),
            ..Self::default()
        })
    }

    /// The snapshot of now.
    pub fn snapshot(&self) -> Arc<CatalogSnapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
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
        let (present, now) = (self.snapshot(), versions(&db.read).await?);
        let snapshot = if now.catalog != present.version {
            stocked_aside(db.clone()).await?
        } else if now.stock != present.stock_version {
            let changed = store::stock_changes(&db.read, present.stock_version).await?;
            present.with_stock(now.stock, changed.into_values())
        } else {
            return Ok(());
        };
        *self
            .snapshot
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        Ok(())
    }
}

/// A new snapshot, made beside the threads that answer requests: a large one keeps a core for seconds.
async fn stocked_aside(db: Db) -> Result<CatalogSnapshot, AppError> {
    let runtime = tokio::runtime::Handle::current();
    let made = tokio::task::spawn_blocking(move || runtime.block_on(stock::load(&db.read)));
    made.await.map_err(|error| {
        tracing::error!(%error, "making a shelf");
        AppError::Internal
    })?
}

struct Versions {
    catalog: i64,
    stock: i64,
}

async fn versions(db: &impl ConnectionTrait) -> Result<Versions, AppError> {
    let sql = "SELECT version, stock_version FROM catalog_version";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let row = db
        .query_one_raw(statement)
        .await?
        .ok_or(AppError::Internal)?;
    Ok(Versions {
        catalog: row.try_get_by_index(0)?,
        stock: row.try_get_by_index(1)?,
    })
}
