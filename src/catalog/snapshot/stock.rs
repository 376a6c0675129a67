//! Stocking a snapshot from the database.

use super::{Assortment, ByValue, Card, CatalogSnapshot, Order, Tree, store, versions};
use crate::{
    base::error::AppError,
    catalog::{
        Product,
        filter::Sort,
        search::{Fts5, Index},
    },
    content::{apps, pages},
};
use roaring::RoaringBitmap;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

const AT_ONCE: u64 = 1_000;

/// What is kept of a product until its place is known.
#[derive(Default)]
struct SnapshotBuilder {
    cards: Vec<Card>,
    products_of: HashMap<i64, Vec<u32>>,
    featured: Vec<(i64, u32)>,
    attributes: BTreeMap<Box<str>, BTreeMap<Box<str>, Vec<u32>>>,
    options: BTreeMap<Box<str>, BTreeMap<Box<str>, Vec<u32>>>,
}

/// The snapshot of the catalogue as it is in `db`.
pub async fn load(db: &impl ConnectionTrait) -> Result<CatalogSnapshot, AppError> {
    // What changes meanwhile has a later version, and is taken over then.
    let versions = versions(db).await?;
    let slugs = slugs(db, false).await?;
    let tree = Tree::new(store::categories(db).await?, &slugs);
    let product_slugs = self::slugs(db, true).await?;
    let mut builder = SnapshotBuilder::default();
    let mut after = 0;
    loop {
        let products = store::products_after(db, after, AT_ONCE).await?;
        let Some((last, _)) = products.last() else {
            break;
        };
        after = last.id;
        for (product, _) in products.iter().filter(|(product, _)| product.enabled) {
            let slug = product_slugs.get(&product.id).map_or("", String::as_str);
            builder.take(product, slug);
        }
    }
    let vocabulary = Fts5(db).vocabulary().await?;
    let apps = apps::all(db).await?.into();
    let pages = pages::listed(db).await?.into();
    let (cards, assortment) = builder.placed(tree);
    let in_stock = (0..).zip(&cards).filter(|(_, card)| card.in_stock);
    Ok(CatalogSnapshot {
        stock_version: versions.stock,
        in_stock: in_stock.map(|(index, _)| index).collect(),
        cards: cards.into_iter().map(Arc::new).collect(),
        assortment: Arc::new(Assortment {
            version: versions.catalog,
            apps,
            pages,
            vocabulary,
            ..assortment
        }),
        ..CatalogSnapshot::default()
    })
}

async fn slugs(
    db: &impl ConnectionTrait,
    of_products: bool,
) -> Result<HashMap<i64, String>, AppError> {
    use store::entity::slug;
    let rows: Vec<(i64, String)> = slug::Entity::find()
        .select_only()
        .columns([slug::Column::TargetId, slug::Column::Slug])
        .filter(slug::Column::IsProduct.eq(of_products))
        .filter(slug::Column::Current.eq(true))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

impl SnapshotBuilder {
    fn take(&mut self, product: &Product, slug: &str) {
        let Ok(index) = u32::try_from(self.cards.len()) else {
            return;
        };
        self.cards.push(Card::new(product, slug));
        for category in &product.categories {
            self.products_of.entry(*category).or_default().push(index);
        }
        if let Some(place) = product.featured {
            self.featured.push((place, index));
        }
        for fact in product
            .attributes
            .iter()
            .filter(|it| it.shown && !it.value.is_empty())
        {
            note(&mut self.attributes, &fact.name, &fact.value, index);
        }
        for option in &product.options {
            for choice in &option.choices {
                note(&mut self.options, &option.name, &choice.text, index);
            }
        }
    }

    /// Every product in its place.
    fn placed(mut self, mut tree: Tree) -> (Vec<Card>, Assortment) {
        let order = self.order(&tree);
        let mut places = vec![0_u32; order.len()];
        for (place, index) in (0..).zip(&order) {
            places[at(*index)] = place;
        }
        let place = |index: &u32| places[at(*index)];
        for products in self.products_of.values_mut() {
            products.iter_mut().for_each(|index| *index = place(index));
            products.sort_unstable();
        }
        for (id, products) in &mut self.products_of {
            if let Some(node) = tree.get(*id) {
                let wanted: HashMap<i64, usize> =
                    node.category.order.iter().copied().zip(0..).collect();
                let ids = |index: &u32| self.cards[at(order[at(*index)])].id;
                products
                    .sort_by_key(|index| wanted.get(&ids(index)).copied().unwrap_or(usize::MAX));
            }
        }
        tree.fill(&self.products_of);
        self.featured.sort_unstable();
        let mut cards: Vec<Option<Card>> = self.cards.into_iter().map(Some).collect();
        let cards: Vec<Card> = order
            .iter()
            .filter_map(|index| cards[at(*index)].take())
            .collect();
        let numbered = || (0_u32..).zip(&cards);
        let those = |is: fn(&Card) -> bool| -> RoaringBitmap {
            numbered()
                .filter(|(_, card)| is(card))
                .map(|(index, _)| index)
                .collect()
        };
        let assortment = Assortment {
            by_id: numbered().map(|(index, card)| (card.id, index)).collect(),
            all: numbered().map(|(index, _)| index).collect(),
            on_sale: those(|card| card.on_sale),
            featured: self
                .featured
                .iter()
                .map(|(_, index)| place(index))
                .collect(),
            attributes: bitmaps(self.attributes, &place),
            options: bitmaps(self.options, &place),
            orders: orders(&cards),
            tree,
            ..Assortment::default()
        };
        (cards, assortment)
    }

    /// Products by the place of their categories in the tree, then as the category orders them.
    fn order(&self, tree: &Tree) -> Vec<u32> {
        let (mut order, mut seen) = (Vec::with_capacity(self.cards.len()), HashSet::new());
        for id in tree.in_order() {
            let mut products = self.products_of.get(&id).cloned().unwrap_or_default();
            if let Some(node) = tree.get(id) {
                let wanted: HashMap<i64, usize> =
                    node.category.order.iter().copied().zip(0..).collect();
                products.sort_by_key(|index| {
                    wanted
                        .get(&self.cards[at(*index)].id)
                        .copied()
                        .unwrap_or(usize::MAX)
                });
            }
            order.extend(products.into_iter().filter(|index| seen.insert(*index)));
        }
        order.extend(
            (0..)
                .take(self.cards.len())
                .filter(|index| !seen.contains(index)),
        );
        order
    }
}

fn note(
    all: &mut BTreeMap<Box<str>, BTreeMap<Box<str>, Vec<u32>>>,
    name: &str,
    value: &str,
    index: u32,
) {
    if !all.contains_key(name) {
        all.insert(name.into(), BTreeMap::new());
    }
    if let Some(values) = all.get_mut(name) {
        match values.get_mut(value) {
            Some(products) => products.push(index),
            None => drop(values.insert(value.into(), vec![index])),
        }
    }
}

fn bitmaps(
    noted: BTreeMap<Box<str>, BTreeMap<Box<str>, Vec<u32>>>,
    place: &impl Fn(&u32) -> u32,
) -> ByValue {
    let of_values = |values: BTreeMap<Box<str>, Vec<u32>>| {
        values
            .into_iter()
            .map(|(value, products)| (value, products.iter().map(place).collect()))
            .collect()
    };
    noted
        .into_iter()
        .map(|(name, values)| (name, of_values(values)))
        .collect()
}

fn orders(cards: &[Card]) -> HashMap<Sort, Order> {
    use std::cmp::Reverse;
    let all: Vec<u32> = (0..).take(cards.len()).collect();
    let card = |index: &u32| &cards[at(*index)];
    let mut orders = HashMap::new();
    let mut keep = |sort: Sort, products: Vec<u32>| {
        let mut places = vec![0; products.len()];
        for (place, index) in (0..).zip(&products) {
            places[at(*index)] = place;
        }
        orders.insert(sort, Order { products, places });
    };
    let mut by_price = all.clone();
    by_price.sort_by_key(|index| card(index).price);
    keep(Sort::PriceAsc, by_price.clone());
    by_price.sort_by_key(|index| Reverse(card(index).price));
    keep(Sort::PriceDesc, by_price);
    let mut newest = all.clone();
    newest.sort_by_key(|index| Reverse((card(index).created_at, card(index).id)));
    keep(Sort::AddedTimeDesc, newest);
    let mut by_name = all;
    by_name.sort_by_cached_key(|index| card(index).name.get("").to_lowercase());
    keep(Sort::NameAsc, by_name.clone());
    by_name.reverse();
    keep(Sort::NameDesc, by_name);
    orders
}

/// A `u32` as the index it is.
pub(super) fn at(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}
