//! Where products and categories are.

use super::{
    filter::Filter,
    slug::words,
    snapshot::{Card, Node},
};
use crate::base::{money::PriceFormat, url::encoded};

/// How URLs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Links {
    /// `/blue-mug` instead of `/Blue-Mug-p123`.
    pub without_ids: bool,
}

impl Links {
    /// Path of a product.
    pub fn product(self, card: &Card) -> String {
        self.path(card.name.get(""), &card.slug, 'p', card.id)
    }

    /// Path of the product `id`, which has this name and this URL text, whether shoppers see it or not.
    pub fn product_named(self, name: &str, slug: &str, id: i64) -> String {
        self.path(name, slug, 'p', id)
    }

    /// Path of a category.
    pub fn category(self, node: &Node) -> String {
        self.path(
            node.category.name.get(""),
            &node.slug,
            'c',
            node.category.id,
        )
    }

    fn path(self, name: &str, slug: &str, letter: char, id: i64) -> String {
        if self.without_ids && !slug.is_empty() {
            return format!("/{}", encoded(slug));
        }
        match words(name) {
            words if words.is_empty() => format!("/{letter}{id}"),
            words => format!("/{}-{letter}{id}", encoded(&words)),
        }
    }
}

/// `path` with `filter` as its query.
pub fn filtered(path: &str, filter: &Filter, prices: &PriceFormat) -> String {
    match filter.query(prices) {
        query if query.is_empty() => path.to_owned(),
        query => format!("{path}?{query}"),
    }
}
