//! How one visitor sees the shop.

use crate::{
    base::{money::PriceFormat, units::WeightUnit},
    text::Language,
};

/// How one visitor sees the shop: what API objects are written with.
#[derive(Clone, Copy)]
pub struct ShopView<'a> {
    /// How prices are written.
    pub prices: &'a PriceFormat,
    /// What weights are told in.
    pub weight: WeightUnit,
    /// The visitor's language.
    pub language: Language,
    /// Scheme and host of the shop.
    pub origin: &'a str,
}
