//! The catalogue as lists need it, in memory: cards, orders, and a bitmap for everything that
//! narrows a list, so that a list of a hundred thousand products costs what a list of a thousand does.
//!
//! A shelf never changes. Whoever changes the catalogue raises its version, and every instance of
//! the shop then stocks a new shelf ([`Catalog`]).

mod card;
mod facets;
mod found;
mod list;
mod memo;
mod stock;
mod tree;

pub use card::Card;
pub use facets::{Facet, Facets};
pub use found::Found;
pub use list::{List, Scope};
pub use tree::{Node, Tree};

use super::{filter::Sort, store};
use crate::{error::AppError, search::Vocabulary, server::db::Db, storefront_api::apps::App};
use memo::Memo;
use roaring::RoaringBitmap;
use sea_orm::{ConnectionTrait, Statement};
use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, PoisonError, RwLock},
};

/// Products by the value of an attribute, or the choice of an option.
type ByValue = BTreeMap<Box<str>, BTreeMap<Box<str>, RoaringBitmap>>;

/// The catalogue at one version.
#[derive(Default)]
pub struct Shelf {
    /// Version of the catalogue.
    pub version: i64,
    /// Products that shoppers see, in the merchant's order.
    pub cards: Vec<Card>,
    /// Categories that shoppers see.
    pub tree: Tree,
    /// Words of the catalogue.
    pub vocabulary: Vocabulary,
    /// What apps publish to scripts: it changes as rarely as the catalogue.
    pub apps: Arc<BTreeMap<String, App>>,
    /// Products shown at the store root, in order.
    pub featured: Vec<u32>,
    by_id: HashMap<i64, u32>,
    all: RoaringBitmap,
    in_stock: RoaringBitmap,
    on_sale: RoaringBitmap,
    attributes: ByValue,
    options: ByValue,
    orders: HashMap<Sort, Order>,
    lists: Memo<Arc<List>>,
    searches: Memo<Arc<Found>>,
    words: Memo<Arc<Found>>,
    texts: Memo<Arc<str>>,
}

/// An order of all products.
struct Order {
    /// Products in it.
    products: Vec<u32>,
    /// Place of each product.
    places: Vec<u32>,
}

impl Shelf {
    /// The card of product `id`, if shoppers see it.
    pub fn card(&self, id: i64) -> Option<&Card> {
        self.at(*self.by_id.get(&id)?)
    }

    /// The card at `index`.
    pub fn at(&self, index: u32) -> Option<&Card> {
        self.cards.get(usize::try_from(index).ok()?)
    }

    /// The cards at `indexes`.
    pub fn each<'a>(&'a self, indexes: &'a [u32]) -> impl Iterator<Item = &'a Card> {
        indexes.iter().filter_map(|index| self.at(*index))
    }

    /// The text named `key`, which is the same for every visitor as long as the shelf is: written once.
    pub fn written(&self, key: &str, write: impl FnOnce() -> String) -> Arc<str> {
        let known = self.texts.get(key);
        known.unwrap_or_else(|| self.texts.keep(key, write().into()))
    }

    fn indexes(&self, ids: &[i64]) -> RoaringBitmap {
        ids.iter().filter_map(|id| self.by_id.get(id)).collect()
    }
}

/// The shelf of now.
#[derive(Clone, Default)]
pub struct Catalog(Arc<RwLock<Arc<Shelf>>>);

impl Catalog {
    /// The catalogue as the database has it.
    pub async fn open(db: &Db) -> Result<Self, AppError> {
        let shelf = stock::stocked(&db.read).await?;
        Ok(Self(Arc::new(RwLock::new(Arc::new(shelf)))))
    }

    /// The shelf of now.
    pub fn shelf(&self) -> Arc<Shelf> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Stocks a new shelf if the catalogue changed.
    pub async fn refresh(&self, db: &Db) -> Result<(), AppError> {
        if version(&db.read).await? != self.shelf().version {
            let shelf = Arc::new(stock::stocked(&db.read).await?);
            *self.0.write().unwrap_or_else(PoisonError::into_inner) = shelf;
        }
        Ok(())
    }
}

async fn version(db: &impl ConnectionTrait) -> Result<i64, AppError> {
    let sql = "SELECT version FROM catalog_version";
    let row = db
        .query_one_raw(Statement::from_string(db.get_database_backend(), sql))
        .await?;
    Ok(row.map_or(Ok(0), |row| row.try_get_by_index(0))?)
}
