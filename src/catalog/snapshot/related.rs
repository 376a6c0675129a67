//! What stands beside a product.

use super::{Card, CatalogSnapshot};
use crate::catalog::related::{Related, RelatedCategory};

/// Most products shown beside one.
const MAX: usize = 12;

impl CatalogSnapshot {
    /// What shoppers see beside the product `id`, of which `related` are known; of the category what can be bought and
    /// follows it there.
    pub fn related(&self, id: i64, related: &Related) -> Vec<Card> {
        let mut shown: Vec<Card> = Vec::new();
        for card in related.products.iter().filter_map(|it| self.card(*it)) {
            if card.id != id && shown.iter().all(|it| it.id != card.id) {
                shown.push(card.clone());
            }
        }
        if let Some(RelatedCategory {
            id: category,
            count,
        }) = related.category
        {
            let count = usize::try_from(count).unwrap_or(MAX).min(MAX);
            let mut others = self.after(id, category);
            let most = shown.len() + count;
            while shown.len() < most
                && let Some(card) = others.next()
            {
                if shown.iter().all(|it| it.id != card.id) {
                    shown.push(card.clone());
                }
            }
        }
        shown.truncate(MAX);
        shown
    }
}
