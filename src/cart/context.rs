//! What carts need of a request, each function no more than that.

use super::Owner;
use crate::{
    account::{limits::Limit, sessions::store::CurrentSession},
    base::money::PriceFormat,
    catalog::{link::Links, snapshot::CatalogSnapshot},
    platform::{config::Config, db::Db},
    request::context::RequestContext,
    text::Language,
};
use std::sync::Arc;

/// Carts to be changed: where they are kept, and how many an address may begin.
pub struct Carts<'a> {
    pub(super) db: &'a Db,
    pub(super) prices: &'a PriceFormat,
    /// Of carts begun from the address that asks.
    pub(super) limit: Limit,
}

impl<'a> Carts<'a> {
    /// The shop's carts, for whoever asks.
    pub fn of(context: &'a RequestContext) -> Self {
        Self {
            db: &context.state.db,
            prices: &context.state.shop.prices,
            limit: Limit::carts(&context.address, &context.state.config),
        }
    }
}

/// What a cart is read with: whose it is, and the shop that sells what is in it.
pub struct CartContext<'a> {
    /// Whose cart; `None` is a guest who has none yet.
    pub owner: Option<Owner>,
    /// The session of the shopper, whose group and addresses count.
    pub session: Option<&'a CurrentSession>,
    /// Language that names are in.
    pub language: Language,
    /// Ways of delivery and payment, coupons, taxes, extra fields.
    pub config: &'a Config,
    /// The shop's currency.
    pub prices: &'a PriceFormat,
    /// The catalogue that paths of products are from.
    pub snapshot: Arc<CatalogSnapshot>,
    /// How those paths are written.
    pub links: Links,
}

impl<'a> CartContext<'a> {
    /// The cart of whoever asks.
    pub fn of(context: &'a RequestContext) -> Self {
        Self {
            owner: Owner::of(context),
            session: context.session.as_ref(),
            language: context.language,
            config: &context.state.config,
            prices: &context.state.shop.prices,
            snapshot: context.state.catalog.snapshot(),
            links: context.state.links(),
        }
    }
}
