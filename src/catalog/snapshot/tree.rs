use super::{Card, Order, Viewer, at};
use crate::catalog::{Category, Product};
use imbl::Vector;
use roaring::RoaringBitmap;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// A category shoppers see, and what stands in it.
#[derive(Clone, Debug)]
pub struct Node {
    /// The category.
    pub category: Category,
    /// Its URL text without an id.
    pub slug: String,
    /// Categories below it, in order.
    pub children: Vec<i64>,
    /// Categories above it, from the top.
    pub above: Vec<i64>,
    /// Products that stand right in it, in the merchant's order.
    pub own: Vec<u32>,
    /// Products that stand in it or below.
    pub all: RoaringBitmap,
    /// Its place among all categories.
    place: u32,
    /// Places in it that the merchant chose, by id of the product.
    wanted: Arc<HashMap<i64, u32>>,
}

/// The categories shoppers see; one that nothing changed in is shared between snapshots.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    nodes: HashMap<i64, Arc<Node>>,
    /// Those without one above, in order.
    pub top: Vec<i64>,
}

impl Tree {
    /// The tree of `categories` for `viewer`; one that is hidden hides what is below it.
    pub fn new(categories: Vec<Category>, slugs: &HashMap<i64, String>, viewer: Viewer) -> Self {
        let mut below: HashMap<Option<i64>, Vec<Category>> = HashMap::new();
        let seen = |it: &Category| it.enabled || viewer == Viewer::Merchant;
        for category in categories.into_iter().filter(seen) {
            below.entry(category.parent).or_default().push(category);
        }
        for siblings in below.values_mut() {
            siblings.sort_by_key(|it| (it.position, it.id));
        }
        let ids = |below: &HashMap<Option<i64>, Vec<Category>>, of| {
            let siblings = below.get(&of).map(Vec::as_slice).unwrap_or_default();
            siblings.iter().map(|it| it.id).collect::<Vec<_>>()
        };
        let top = ids(&below, None);
        let mut nodes = HashMap::new();
        // Only what hangs from the root is reached, so a ring of categories is not shown.
        let mut open = vec![(None, Vec::new())];
        while let Some((parent, above)) = open.pop() {
            for category in below.get(&parent).into_iter().flatten() {
                let mut path: Vec<i64> = above.clone();
                path.push(category.id);
                let node = Node {
                    category: category.clone(),
                    slug: slugs.get(&category.id).cloned().unwrap_or_default(),
                    children: ids(&below, Some(category.id)),
                    above: above.clone(),
                    own: Vec::new(),
                    all: RoaringBitmap::new(),
                    place: 0,
                    wanted: Arc::new(category.order.iter().copied().zip(0..).collect()),
                };
                nodes.insert(category.id, Arc::new(node));
                open.push((Some(category.id), path));
            }
        }
        let mut tree = Self { nodes, top };
        for (place, id) in (0..).zip(tree.in_order()) {
            tree.change(id, |node| node.place = place);
        }
        tree
    }

    /// The category `id`, if shoppers see it.
    pub fn get(&self, id: i64) -> Option<&Node> {
        self.nodes.get(&id).map(|node| &**node)
    }

    /// The categories `ids` that shoppers see.
    pub fn each<'a>(&'a self, ids: &'a [i64]) -> impl Iterator<Item = &'a Node> {
        ids.iter().filter_map(|id| self.get(*id))
    }

    /// Every category, in order of the tree.
    pub fn in_order(&self) -> Vec<i64> {
        let mut order = Vec::with_capacity(self.nodes.len());
        let mut open: Vec<i64> = self.top.iter().rev().copied().collect();
        while let Some(id) = open.pop() {
            order.push(id);
            if let Some(node) = self.get(id) {
                open.extend(node.children.iter().rev());
            }
        }
        order
    }

    /// The place of `product` in the merchant's order: that of its first category, and its own in there.
    pub(super) fn merchant_order(&self, product: &Product) -> (u32, u32) {
        let places = self
            .each(&product.categories)
            .map(|node| (node.place, node.wanted(product.id)));
        places.min().unwrap_or((u32::MAX, u32::MAX))
    }

    /// Puts products into the categories they name.
    pub(super) fn fill(
        &mut self,
        products_of: HashMap<i64, Vec<u32>>,
        cards: &Vector<Card>,
        merchant: &Order,
    ) {
        for (id, mut products) in products_of {
            let Some(node) = self.get(id) else {
                continue;
            };
            products.sort_by_cached_key(|slot| node.rank(*slot, cards, merchant));
            products.dedup();
            let own: RoaringBitmap = products.iter().copied().collect();
            for id in self.upwards(id) {
                self.change(id, |node| node.all |= &own);
            }
            self.change(id, |node| node.own = products);
        }
    }

    /// Takes the products `gone` out of every category.
    pub(super) fn take_out(&mut self, gone: &RoaringBitmap) {
        let holding = self
            .nodes
            .values_mut()
            .filter(|node| !node.all.is_disjoint(gone));
        for node in holding.map(Arc::make_mut) {
            node.all -= gone;
            node.own.retain(|slot| !gone.contains(*slot));
        }
    }

    /// Puts the product in `slot` into these categories.
    pub(super) fn put_in(
        &mut self,
        slot: u32,
        categories: &[i64],
        cards: &Vector<Card>,
        merchant: &Order,
    ) {
        for id in categories.iter().copied().collect::<HashSet<i64>>() {
            self.change(id, |node| {
                let rank = node.rank(slot, cards, merchant);
                let place = node
                    .own
                    .partition_point(|it| node.rank(*it, cards, merchant) < rank);
                node.own.insert(place, slot);
            });
            for id in self.upwards(id) {
                self.change(id, |node| {
                    node.all.insert(slot);
                });
            }
        }
    }

    /// The category `id` and those above it.
    fn upwards(&self, id: i64) -> Vec<i64> {
        let above = self.get(id).map(|node| node.above.as_slice());
        above
            .unwrap_or_default()
            .iter()
            .copied()
            .chain([id])
            .collect()
    }

    fn change(&mut self, id: i64, change: impl FnOnce(&mut Node)) {
        if let Some(node) = self.nodes.get_mut(&id) {
            change(Arc::make_mut(node));
        }
    }
}

impl Node {
    fn wanted(&self, product: i64) -> u32 {
        self.wanted.get(&product).copied().unwrap_or(u32::MAX)
    }

    /// Where the product in `slot` stands in this category.
    fn rank(&self, slot: u32, cards: &Vector<Card>, merchant: &Order) -> (u32, u32) {
        let wanted = cards
            .get(at(slot))
            .map_or(u32::MAX, |card| self.wanted(card.id));
        (wanted, merchant.places[at(slot)])
    }
}
