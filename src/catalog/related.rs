//! Products that the merchant wants to be seen beside another one.

use super::snapshot::{Card, CatalogSnapshot};
use serde::{Deserialize, Serialize};

/// Most products shown beside one.
const MOST: usize = 12;

/// What is shown beside a product: these, and then some of a category.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Related {
    /// Ids of products, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<i64>,
    /// More from a category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<RelatedCategory>,
}

/// Some products of a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelatedCategory {
    /// Id of the category; 0 is the whole shop.
    pub id: i64,
    /// How many.
    pub count: u32,
}

impl Related {
    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What shoppers see beside the product `id`; of the category what can be bought and follows it there.
    pub fn shown(&self, id: i64, snapshot: &CatalogSnapshot) -> Vec<Card> {
        let mut shown: Vec<Card> = Vec::new();
        for card in self.products.iter().filter_map(|it| snapshot.card(*it)) {
            if card.id != id && shown.iter().all(|it| it.id != card.id) {
                shown.push(card.clone());
            }
        }
        if let Some(RelatedCategory {
            id: category,
            count,
        }) = self.category
        {
            let count = usize::try_from(count).unwrap_or(MOST).min(MOST);
            let mut others = snapshot.after(id, category);
            let most = shown.len() + count;
            while shown.len() < most
                && let Some(card) = others.next()
            {
                if shown.iter().all(|it| it.id != card.id) {
                    shown.push(card.clone());
                }
            }
        }
        shown.truncate(MOST);
        shown
    }
}
