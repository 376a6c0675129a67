//! How one visitor sees the shop.

use crate::{base::money::PriceFormat, text::Language};

/// How one visitor sees the shop: what API objects are written with.
#[derive(Clone, Copy)]
pub struct ShopView<'a> {
    /// How prices are written.
    pub prices: &'a PriceFormat,
    /// The visitor's language.
    pub language: Language,
    /// Scheme and host of the shop.
    pub origin: &'a str,
}
