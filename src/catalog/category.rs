//! A product category.

use crate::{base::translated::Translated, platform::images::Image};
use serde::{Deserialize, Serialize};

/// A category; categories form a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Category {
    /// Number scripts and URLs know it by.
    pub id: i64,
    /// The category above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<i64>,
    /// Place among its siblings.
    pub position: i64,
    /// Name.
    pub name: Translated,
    /// Description: HTML, sanitised when it was stored.
    #[serde(skip_serializing_if = "Translated::is_empty")]
    pub description: Translated,
    /// Whether shoppers see it.
    pub enabled: bool,
    /// The merchant's own URL text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    /// Its picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// Products that stand in it, in the merchant's order; those not named come after.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<i64>,
    /// Title for search engines.
    #[serde(skip_serializing_if = "Translated::is_empty")]
    pub seo_title: Translated,
    /// Description for search engines.
    #[serde(skip_serializing_if = "Translated::is_empty")]
    pub seo_description: Translated,
}
