use super::{Card, CatalogSnapshot};

impl CatalogSnapshot {
    /// What of the category can be bought but product `id`, in the order it was added: what comes after it, then what
    /// comes before. Category 0 is the whole shop.
    pub fn after(&self, id: i64, category: i64) -> impl Iterator<Item = &Card> {
        let held = match category {
            0 => Some(&self.all),
            id => self.tree.get(id).map(|node| &node.all),
        };
        let own = self.by_id.get(&id).copied().unwrap_or(0);
        let later = held.into_iter().flat_map(move |held| held.range(own..));
        let earlier = held.into_iter().flat_map(move |held| held.range(..own));
        later
            .chain(earlier)
            .filter(|slot| self.in_stock.contains(*slot))
            .filter_map(|slot| self.at(slot))
            .filter(move |card| card.id != id)
    }
}
