use crate::catalog::Category;
use roaring::RoaringBitmap;
use std::collections::{HashMap, HashSet};

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
}

/// The categories shoppers see.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    nodes: HashMap<i64, Node>,
    /// Those without one above, in order.
    pub top: Vec<i64>,
}

impl Tree {
    /// The tree of `categories`; one that is hidden hides what is below it.
    pub fn new(categories: Vec<Category>, slugs: &HashMap<i64, String>) -> Self {
        let mut below: HashMap<Option<i64>, Vec<Category>> = HashMap::new();
        for category in categories.into_iter().filter(|it| it.enabled) {
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
                };
                nodes.insert(category.id, node);
                open.push((Some(category.id), path));
            }
        }
        Self { nodes, top }
    }

    /// The category `id`, if shoppers see it.
    pub fn get(&self, id: i64) -> Option<&Node> {
        self.nodes.get(&id)
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

    /// Puts products (by index) into the categories they name.
    pub(super) fn fill(&mut self, products_of: &HashMap<i64, Vec<u32>>) {
        for (id, products) in products_of {
            let Some(node) = self.nodes.get_mut(id) else {
                continue;
            };
            node.own.clone_from(products);
            let own: RoaringBitmap = products.iter().copied().collect();
            let mut whole: HashSet<i64> = node.above.iter().copied().collect();
            whole.insert(*id);
            for id in whole {
                if let Some(node) = self.nodes.get_mut(&id) {
                    node.all |= &own;
                }
            }
        }
    }
}
