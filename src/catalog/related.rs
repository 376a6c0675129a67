//! Products that the merchant wants to be seen beside another one.

use serde::{Deserialize, Serialize};

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
}
